"""After the event: anonymous evaluation, follow-up, certificates, reminders, and needs that are erased."""

from datetime import timedelta

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.learning.actions.attending import note_attendance
from samsyn.learning.actions.registering import cancel, register
from samsyn.learning.models import Certificate, Evaluation, FollowUp, Needs, Registration
from samsyn.learning.rules import certificate_number, number_as_typed
from samsyn.learning.schedule import every_day, every_hour
from samsyn.learning.tests.factories import Course, make_course
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
BASE = "/kurser/hygien/"
GIVEN = {"overall": 9, "expectation": 8, "lecturer": 10, "usefulness": 7, "comment": ""}


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def held(world: World, clock) -> tuple[Course, list[Registration]]:
    course = make_course(world, seats=10)
    people = [course.registers(f"p{number}") for number in range(6)]
    clock.shift(timedelta(days=31))
    for row in people[:5]:
        note_attendance(by=course.coordinator, registration=row, attendance="attended")
    note_attendance(by=course.coordinator, registration=people[5], attendance="excused")
    return course, people


def test_an_evaluation_is_kept_without_who_and_shown_from_five(held) -> None:
    course, people = held
    organiser = course.world.client(course.coordinator)
    for number, row in enumerate(people[:5]):
        if number == 4:
            assert "Visas när minst 5 har svarat" in text(
                organiser.get(BASE + "utvardering/resultat/")
            )
        client = course.world.client(row.person)
        assert (
            client.post(BASE + "utvardering/", GIVEN | {"overall": 6 + number}).status_code == 302
        )
    page = text(organiser.get(BASE + "utvardering/resultat/"))
    assert "5 av 5" in page
    assert "8,0" in page
    fields = {field.name for field in Evaluation._meta.get_fields()}
    assert not fields & {"registration", "person", "user", "at", "made_at"}
    entries = AuditEntry.objects.filter(verb="learning.evaluated")
    assert {entry.actor_id for entry in entries} == {None}


def test_one_evaluates_once_and_only_who_was_there(held) -> None:
    course, people = held
    client = course.world.client(people[0].person)
    client.post(BASE + "utvardering/", GIVEN)
    assert client.post(BASE + "utvardering/", GIVEN).status_code == 422
    absent = course.world.client(people[5].person)
    assert absent.post(BASE + "utvardering/", GIVEN).status_code == 422
    assert Evaluation.objects.count() == 1
    assert client.post(BASE + "utvardering/", GIVEN | {"overall": 11}).status_code == 422


def test_three_months_later_practice_is_asked_for(held, clock) -> None:
    course, people = held
    client = course.world.client(people[0].person)
    sent = {"change": "yes", "what": "Jag frågar efter sterilisering."}
    assert client.post(BASE + "uppfoljning/", sent).status_code == 422, "too early"
    clock.shift(timedelta(days=90))
    every_day()
    assert Mail.objects.filter(key__contains=":follow_up:").count() == 5
    client = course.world.client(people[0].person)
    assert client.post(BASE + "uppfoljning/", sent).status_code == 302
    assert FollowUp.objects.get().change == "yes"
    assert "sterilisering" not in text(
        course.world.client(course.coordinator).get(BASE + "utvardering/resultat/")
    )


def test_a_certificate_is_a_tagged_pdf_verified_by_its_number(held) -> None:
    course, people = held
    client = course.world.client(people[0].person)
    pdf = client.get(BASE + "intyg.pdf").content
    made = Certificate.objects.get()
    check(pdf)
    assert made.number in text_of(pdf)
    assert "P0 Provman" in text_of(pdf)
    client.get(BASE + "intyg.pdf")
    assert Certificate.objects.count() == 1, "the same one however often"
    typed = made.number.lower().replace("-", " ")
    assert "P0 Provman" in text(course.world.client().get("/intyg/", {"nummer": typed}))
    assert "inte utfärdat något intyg" in text(
        course.world.client().get("/intyg/", {"nummer": "2026-AAAA-AAAA"})
    )
    absent = course.world.client(people[5].person)
    assert absent.get(BASE + "intyg.pdf").status_code == 403


def test_numbers_are_read_however_they_are_typed():
    number = certificate_number(2**40 - 1, 2026)
    assert len(number) == 14
    assert number_as_typed(number.replace("-", "").lower()) == number
    assert len({certificate_number(value, 2026) for value in range(1000)}) == 1000


def test_what_people_have_learnt_and_where_the_county_is_thin(held) -> None:
    course, people = held
    mine = text(course.world.client(people[0].person).get("/kompetens/"))
    assert "1 träffar, 6,0 timmar" in mine
    county = course.world.client(course.coordinator).get("/kompetens/")
    thin = {area.label: area.without for area in county.context["thin"]}
    assert course.world.aneby not in thin["Hygienlokaler"]
    assert course.world.habo in thin["Hygienlokaler"]
    assert "Per kontor" not in mine
    lecturer = course.world.person("gunnar", Role.LECTURER)
    assert course.world.client(lecturer).get("/kompetens/").status_code == 403


def test_reminders_go_a_week_and_a_day_before_once_each(course: Course, clock) -> None:
    course.registers("anna")
    gone = course.registers("bo")
    cancel(by=course.coordinator, registration=gone)
    clock.shift(timedelta(days=23))
    every_day()
    every_day()
    clock.shift(timedelta(days=6))
    every_day()
    reminders = Mail.objects.filter(key__contains=":reminder:")
    assert [mail.to for mail in reminders] == ["anna@exempel.se"] * 2


def test_needs_are_erased_a_week_after(world: World, clock) -> None:
    course = make_course(world, asks_needs=True)
    anna = course.officer("anna")
    register(by=anna, event=course.event, person=anna.person, office=anna.office, food="Gluten")
    clock.shift(timedelta(days=36))
    every_day()
    assert Needs.objects.exists()
    clock.shift(timedelta(days=2))
    every_day()
    assert not Needs.objects.exists()
    page = text(world.client(course.coordinator).get(BASE + "deltagare/"))
    assert "raderades den" in page


def test_the_hourly_job_passes_an_unanswered_seat_on(course: Course, clock) -> None:
    first = course.registers("anna")
    for word in ("bo", "cia", "dan"):
        course.registers(word)
    cancel(by=course.coordinator, registration=first)
    assert every_hour() == 0
    clock.shift(timedelta(hours=49))
    assert every_hour() == 1
    assert course.seats()[3] == ("dan", "offered")


def test_my_page_tells_of_an_offer(course: Course) -> None:
    first, _, third = (course.registers(word) for word in ("anna", "bo", "cia"))
    cancel(by=course.coordinator, registration=first)
    assert "Du erbjuds en plats" in text(course.world.client(third.person).get("/min-sida/"))
