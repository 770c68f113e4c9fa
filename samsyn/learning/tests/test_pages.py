"""The pages of events: who sees what, and what each button does."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.core.clock.interface import now, today
from samsyn.core.mail.interface import Mail
from samsyn.learning.actions.arranging import change_event
from samsyn.learning.actions.registering import cancel, register
from samsyn.learning.models import Event, Lecturer, Registration
from samsyn.learning.tests.factories import Course, make_course
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
BASE = "/kurser/hygien/"
RUN = ["redigera/", "deltagare/", "deltagare.xlsx", "incheckning/", "utvardering/resultat/"]


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("path", ["", *RUN])
def test_the_coordinator_sees_every_page(course: Course, path: str) -> None:
    course.registers("anna")
    assert course.world.client(course.coordinator).get(BASE + path).status_code == 200


@pytest.mark.parametrize("path", RUN)
def test_an_officer_does_not_arrange(course: Course, path: str) -> None:
    client = course.world.client(course.officer("anna"))
    assert client.get(BASE + path).status_code == 403
    assert client.get("/kurser/ny/").status_code == 403


def test_a_visitor_sees_public_events_only(world: World) -> None:
    course = make_course(world)
    client = world.client()
    assert client.get(BASE).status_code == 404
    assert "Hygienlokaler" not in text(client.get("/kurser/"))
    Event.objects.filter(pk=course.event.pk).update(is_public=True)
    assert client.get(BASE).status_code == 200
    assert client.get(BASE + "deltagare/").status_code == 302


def test_a_draft_is_known_to_the_organiser_only(world: World) -> None:
    course = make_course(world, opened=False, is_public=True)
    assert world.client().get(BASE).status_code == 404
    assert world.client(course.officer("anna")).get(BASE).status_code == 404
    client = world.client(course.coordinator)
    assert client.get(BASE).status_code == 200
    client.post(BASE + "oppna/")
    assert world.client().get(BASE).status_code == 200


def test_another_collaboration_knows_nothing_of_it(course: Course) -> None:
    world = course.world
    stranger = world.person("annan", Role.COORDINATOR, other=True)
    client = world.client(stranger, host=world.other.host)
    assert client.get(BASE).status_code == 404
    assert "Hygienlokaler" not in text(client.get("/kurser/"))


def test_an_officer_registers_cancels_and_is_told_what_happened(course: Course) -> None:
    anna = course.officer("anna")
    client = course.world.client(anna)
    assert "Du har en plats" in text(client.post(BASE + "anmal/", follow=True))
    held = Registration.objects.get()
    assert (held.person_id, held.office, held.seat) == (anna.pk, course.world.aneby, "confirmed")
    assert "Avboka" in text(client.get(BASE))
    client.post(f"{BASE}anmalan/{held.pk}/avboka/")
    held.refresh_from_db()
    assert held.seat == "cancelled"


def test_an_offered_seat_is_taken_on_the_page(course: Course) -> None:
    first, _, third = (course.registers(word) for word in ("anna", "bo", "cia"))
    world = course.world
    world.client(course.coordinator).post(f"{BASE}anmalan/{first.pk}/avboka/")
    client = world.client(third.person)
    assert "Ta platsen" in text(client.get(BASE))
    client.post(f"{BASE}anmalan/{third.pk}/svar/", {"what": "accept"})
    third.refresh_from_db()
    assert third.seat == "confirmed"


def test_nobody_touches_a_strangers_seat_but_her_contact_person_does(course: Course) -> None:
    held = course.registers("anna")
    world = course.world
    url = f"{BASE}anmalan/{held.pk}/avboka/"
    assert world.client(course.officer("bo")).post(url).status_code == 404
    far = world.actor("hilda", Role.CONTACT, world.habo)
    assert world.client(far).post(url).status_code == 404
    contact = world.actor("karin", Role.CONTACT, world.aneby)
    assert world.client(contact).post(url).status_code == 302
    held.refresh_from_db()
    assert held.seat == "cancelled"


def test_a_contact_person_registers_several_of_her_own_office(course: Course) -> None:
    world = course.world
    people = [world.person(word, Role.OFFICER, world.aneby) for word in ("anna", "bo", "cia")]
    stranger = world.person("hans", Role.OFFICER, world.habo)
    client = world.client(world.actor("karin", Role.CONTACT, world.aneby))
    page = text(client.get(BASE + "anmal-kollegor/"))
    assert "Anna Provman" in page
    assert "Hans Provman" not in page
    bad = client.post(BASE + "anmal-kollegor/", {"people": [stranger.pk]})
    assert bad.status_code == 422
    said = text(
        client.post(BASE + "anmal-kollegor/", {"people": [p.pk for p in people]}, follow=True)
    )
    assert "2 har en plats och 1 står på reservlistan" in said
    assert world.client(people[0]).get(BASE + "anmal-kollegor/").status_code == 403


def test_a_seat_is_handed_to_a_colleague(course: Course) -> None:
    held = course.registers("anna")
    bo = course.officer("bo")
    client = course.world.client(held.person)
    answer = client.post(f"{BASE}anmalan/{held.pk}/byt/", {"person": bo.pk}, follow=True)
    assert "Bo Provman har platsen nu" in text(answer)
    assert Registration.objects.get().person_id == bo.pk


def test_a_guest_registers_and_cancels_by_her_own_address(world: World) -> None:
    make_course(world, is_public=True, takes_guests=True, video_link="https://video.exempel.se/r")
    client = world.client()
    assert "video.exempel.se" not in text(client.get(BASE))
    assert client.post(BASE + "anmal/", {"name": "Gäst"}).status_code == 422
    answer = client.post(
        BASE + "anmal/",
        {"name": "Gäst", "email": "gast@exempel.se", "organisation": "Kalmar"},
        follow=True,
    )
    assert "video.exempel.se" in text(answer)
    held = Registration.objects.get()
    assert client.get("/kurser/anmalan/fel/").status_code == 404
    client.post(f"/kurser/anmalan/{held.key}/", {"what": "cancel"})
    held.refresh_from_db()
    assert held.seat == "cancelled"


def test_the_video_link_is_for_those_with_a_seat(world: World) -> None:
    course = make_course(world, seats=1, video_link="https://video.exempel.se/rum")
    held, waits = course.registers("anna"), course.registers("bo")
    assert "video.exempel.se" in text(world.client(held.person).get(BASE))
    assert "video.exempel.se" not in text(world.client(waits.person).get(BASE))
    assert "video.exempel.se" not in Mail.objects.get(to="bo@exempel.se").body


def test_food_and_access_are_read_by_the_organiser_only(world: World) -> None:
    course = make_course(world, asks_needs=True)
    anna = course.officer("anna")
    client = world.client(anna)
    client.post(BASE + "anmal/", {"food": "Inga nötter", "access": "Hörslinga"})
    organiser = world.client(course.coordinator)
    assert "Inga nötter" in text(organiser.get(BASE + "deltagare/"))
    assert "Inga nötter" not in text(organiser.get(BASE))
    assert "Inga nötter" not in text(client.get(BASE))
    book = openpyxl.load_workbook(BytesIO(organiser.get(BASE + "deltagare.xlsx").content))
    assert "nötter" not in str([list(sheet.values) for sheet in book])


def test_the_workbook_counts_seats_per_office_and_runs_no_formula(world: World) -> None:
    course = make_course(world, questions="Vad vill du veta?")
    anna = course.officer("anna")
    register(
        by=anna,
        event=course.event,
        person=anna.person,
        office=anna.office,
        answers={"Vad vill du veta?": "=1+1"},
    )
    course.registers("hans", world.habo)
    course.registers("bo")
    content = world.client(course.coordinator).get(BASE + "deltagare.xlsx").content
    people, offices, _late = openpyxl.load_workbook(BytesIO(content))
    assert people["E2"].value == "=1+1"
    assert people["E2"].data_type == "s"
    assert list(offices.values)[1:] == [
        ("Miljökontoret Aneby", 1, 1),
        ("Miljökontoret Habo och Mullsjö", 1, 0),
    ]


def test_who_is_there_is_noted_with_one_press(course: Course) -> None:
    held = course.registers("anna")
    client = course.world.client(course.coordinator)
    sent = {"registration": held.pk, "attendance": "attended"}
    assert "1 av 1 är här" in text(client.post(BASE + "incheckning/", sent, follow=True))
    held.refresh_from_db()
    assert held.checked_in_at == now()
    client.post(BASE + "incheckning/", sent | {"attendance": "excused"})
    held.refresh_from_db()
    assert (held.attendance, held.checked_in_at) == ("excused", None)
    assert client.post(BASE + "incheckning/", sent | {"attendance": "x"}).status_code == 404


def form_of(**changed: object) -> dict[str, object]:
    start = now() + timedelta(days=40)
    return {
        "title": "Buller", "slug": "buller", "kind": "workshop", "starts_at": f"{start:%Y-%m-%dT09:00}",
        "ends_at": f"{start:%Y-%m-%dT16:00}", "hours": "6", "price": "0", "seats": "30",
        "last_day": str(today() + timedelta(days=30)), "hours_to_answer": "48", "areas": ["noise"], **changed,
    }  # fmt: skip


def test_the_coordinator_makes_an_event_and_what_is_wrong_is_said(course: Course) -> None:
    client = course.world.client(course.coordinator)
    start = now() + timedelta(days=40)
    wrong = client.post("/kurser/ny/", form_of(ends_at=f"{start:%Y-%m-%dT08:00}"))
    assert wrong.status_code == 422
    assert "Slutet är före början" in text(wrong)
    assert 'value="Buller"' in text(wrong), "nothing typed is lost"
    assert client.post("/kurser/ny/", form_of(slug="hygien")).status_code == 422
    assert client.post("/kurser/ny/", form_of()).status_code == 302
    made = Event.objects.get(slug="buller")
    assert (made.state, made.areas) == ("draft", ["noise"])


def test_editing_moves_the_event_and_calling_off_needs_a_reason(course: Course) -> None:
    client = course.world.client(course.coordinator)
    assert client.post(BASE + "redigera/", form_of(what="event")).status_code == 302
    course.event.refresh_from_db()
    assert course.event.title == "Buller"
    assert "Skriv ett skäl" in text(client.post(BASE + "stall-in/", {"reason": ""}, follow=True))
    said = text(client.post(BASE + "stall-in/", {"reason": "Storm"}, follow=True))
    assert "Storm" in said
    assert "inställd" in said.lower()


def test_a_lecturer_sees_her_own_course_and_its_result(course: Course) -> None:
    world = course.world
    lecturer = world.person("gunnar", Role.LECTURER)
    client = world.client(lecturer)
    assert client.get(BASE).status_code == 404
    agreement = SimpleUploadedFile("avtal.txt", b"Avtal om en dag.", "text/plain")
    answer = world.client(course.coordinator).post(
        BASE + "redigera/",
        {"what": "lecturer", "lecturer-name": "Gunnar", "lecturer-email": "gunnar@exempel.se", "lecturer-agreement": agreement},
    )  # fmt: skip
    assert answer.status_code == 302
    assert Lecturer.objects.get().agreement.name == "avtal.txt"
    assert client.get(BASE).status_code == 200
    assert client.get(BASE + "utvardering/resultat/").status_code == 200
    assert client.get(BASE + "deltagare/").status_code == 403


def test_material_is_read_by_those_registered(course: Course) -> None:
    file = SimpleUploadedFile("las.txt", b"Att l\xc3\xa4sa", "text/plain")
    course.world.client(course.coordinator).post(
        BASE + "redigera/",
        {"what": "material", "material-title": "Att läsa", "material-phase": "before", "material-file": file},
    )  # fmt: skip
    held = course.registers("anna")
    url = f"{BASE}material/{course.event.material.get().pk}/"
    answer = course.world.client(held.person).get(url)
    assert b"".join(answer.streaming_content) == "Att läsa".encode()
    assert course.world.client(course.officer("bo")).get(url).status_code == 404


def test_the_list_asks_as_much_for_twenty_events_as_for_one(
    course: Course, django_assert_max_num_queries
) -> None:
    client = course.world.client(course.coordinator)
    for number in range(20):
        client.post("/kurser/ny/", form_of(slug=f"buller-{number}"))
    with django_assert_max_num_queries(12):
        assert "Buller" in text(client.get("/kurser/"))


def test_several_questions_are_asked_and_stand_in_a_column_each(world: World) -> None:
    course = make_course(world, questions="Vad vill du veta?\n\nVilket fall tar du med?")
    anna = course.officer("anna")
    client = world.client(anna)
    client.post(BASE + "anmal/", {"answer_0": "Tatuering", "answer_1": "Fotvård"})
    organiser = world.client(course.coordinator)
    page = text(organiser.get(BASE + "deltagare/"))
    assert "Vilket fall tar du med?" in page
    assert "Fotvård" in page
    book = openpyxl.load_workbook(BytesIO(organiser.get(BASE + "deltagare.xlsx").content))
    assert [cell.value for cell in book.worksheets[0][2]][4:6] == ["Tatuering", "Fotvård"]


def test_who_was_registered_by_another_is_asked_and_answers_herself(world: World) -> None:
    course = make_course(world, questions="Vad vill du veta?", asks_needs=True)
    anna = course.officer("anna")
    karin = world.actor("karin", Role.CONTACT, world.aneby)
    world.client(karin).post(BASE + "anmal-kollegor/", {"people": [anna.pk]})
    assert "Svara på sidan nedan" in Mail.objects.get(to="anna@exempel.se").body
    held = Registration.objects.get()
    url = f"{BASE}anmalan/{held.pk}/uppgifter/"
    assert world.client(karin).get(url).status_code == 404, "nobody else reads what she needs"
    client = world.client(anna)
    client.post(url, {"answer_0": "Piercing", "food": "Inga nötter"})
    held.refresh_from_db()
    assert (held.answers, held.needs.food) == ({"Vad vill du veta?": "Piercing"}, "Inga nötter")
    assert "Piercing" in text(client.get(url))


def test_a_guest_comes_by_the_address_to_what_is_not_public(world: World) -> None:
    make_course(world, takes_guests=True)
    client = world.client()
    assert "Hygienlokaler" not in text(client.get("/kurser/"))
    assert client.get("/kalender/alla.ics").content.count(b"BEGIN:VEVENT") == 0
    assert client.get(BASE + "anmal/").status_code == 200


def test_the_next_of_a_series_starts_from_the_one_before_and_both_name_each_other(
    course: Course,
) -> None:
    client = course.world.client(course.coordinator)
    change_event(by=course.coordinator, event=course.event, values={"series": "Hygien"})
    page = text(client.get("/kurser/ny/?efter=hygien"))
    assert 'value="Hygienlokaler"' in page
    client.post(
        "/kurser/ny/?efter=hygien", form_of(slug="hygien-2", title="Hygien igen", series="Hygien")
    )
    assert "Hygien igen" in text(client.get(BASE))
    assert "Hygien igen" not in text(course.world.client(course.officer("anna")).get(BASE)), (
        "a draft"
    )


def test_the_organiser_sees_who_cancelled_late_and_whom_letters_do_not_reach(world: World) -> None:
    course = make_course(world, late_from=today())
    held, there = course.registers("anna"), course.registers("bo")
    cancel(by=None, registration=held)
    Mail.objects.filter(to=there.email).update(state=Mail.State.REFUSED)
    page = text(world.client(course.coordinator).get(BASE + "deltagare/"))
    assert "Avbokade sent" in page
    assert "Anna Provman" in page
    assert "nådde inte fram till Bo Provman" in page
