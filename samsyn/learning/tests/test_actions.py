"""Seats: taken, waited for, offered, left, handed over; and what everyone concerned is told."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import now, today
from samsyn.core.mail.interface import Mail
from samsyn.core.subscriptions.interface import Notice, choose
from samsyn.learning.actions.arranging import call_off, change_event, open_event
from samsyn.learning.actions.registering import (
    answer_offer,
    cancel,
    pass_on_ended_offers,
    register,
    swap,
)
from samsyn.learning.models import Needs, Registration
from samsyn.learning.refusals import Refused
from samsyn.learning.tests.factories import Course, make_course
from samsyn.organisations.interface import Role, add_person, end_membership
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def letters(to: str) -> list[str]:
    return [
        mail.key.split(":")[3] for mail in Mail.objects.filter(to=f"{to}@exempel.se").order_by("pk")
    ]


def test_seats_go_in_the_order_people_come_and_the_rest_wait(course: Course) -> None:
    for word in ("anna", "bo", "cia", "dan"):
        course.registers(word)
    assert course.seats() == [
        ("anna", "confirmed"),
        ("bo", "confirmed"),
        ("cia", "waiting"),
        ("dan", "waiting"),
    ]
    assert letters("anna") == ["confirmed"]
    assert letters("dan") == ["waiting"]


def test_registering_twice_gives_the_same_registration_and_one_letter(course: Course) -> None:
    anna = course.officer("anna")
    first = register(by=anna, event=course.event, person=anna.person, office=anna.office)
    again = register(by=anna, event=course.event, person=anna.person, office=anna.office)
    assert first.pk == again.pk
    assert letters("anna") == ["confirmed"]


def test_a_freed_seat_is_offered_to_the_first_who_waits_and_held_for_her(course: Course) -> None:
    anna, _, cia, dan = (course.registers(word) for word in ("anna", "bo", "cia", "dan"))
    cancel(by=course.coordinator, registration=anna)
    assert course.seats()[2] == ("cia", "offered")
    eva = course.registers("eva")
    assert eva.seat == "waiting", "an offered seat is held"
    answer_offer(by=None, registration=cia, accept=True)
    assert letters("cia") == ["waiting", "offered", "confirmed"]
    assert Registration.objects.get(pk=dan.pk).seat == "waiting"


def test_an_offer_left_or_not_answered_goes_on_to_the_next(course: Course, clock) -> None:
    anna, _, cia, _, _ = (course.registers(word) for word in ("anna", "bo", "cia", "dan", "eva"))
    cancel(by=course.coordinator, registration=anna)
    answer_offer(by=None, registration=cia, accept=False)
    assert course.seats()[2:] == [("cia", "cancelled"), ("dan", "offered"), ("eva", "waiting")]
    assert pass_on_ended_offers(by=None, event=course.event) == 0
    clock.shift(timedelta(hours=48))
    with pytest.raises(Refused, match="offer_ended"):
        answer_offer(
            by=None, registration=Registration.objects.get(email="dan@exempel.se"), accept=True
        )
    assert pass_on_ended_offers(by=None, event=course.event) == 1
    assert course.seats()[3:] == [("dan", "cancelled"), ("eva", "offered")]
    assert letters("dan")[-1] == "offer_ended"


def test_an_offices_number_holds_until_the_release_and_then_the_waiting_are_offered(
    world: World, clock
) -> None:
    course = make_course(
        world, seats=3, seats_per_office=1, released_on=today() + timedelta(days=5)
    )
    course.registers("anna")
    course.registers("bo")
    course.registers("hans", world.habo)
    assert course.seats() == [("anna", "confirmed"), ("bo", "waiting"), ("hans", "confirmed")]
    clock.shift(timedelta(days=5))
    pass_on_ended_offers(by=None, event=course.event)
    assert course.seats()[1] == ("bo", "offered")


def test_raising_the_seats_offers_them_and_lowering_takes_nobodys(course: Course) -> None:
    for word in ("anna", "bo", "cia"):
        course.registers(word)
    change_event(by=course.coordinator, event=course.event, values={"seats": 3})
    assert course.seats()[2] == ("cia", "offered")
    change_event(by=course.coordinator, event=course.event, values={"seats": 1})
    assert [seat for _, seat in course.seats()] == ["confirmed", "confirmed", "offered"]
    cancel(by=course.coordinator, registration=Registration.objects.get(email="anna@exempel.se"))
    assert course.registers("dan").seat == "waiting", "two still hold one seat"


def test_a_new_time_is_told_to_all_and_a_new_text_to_nobody(course: Course) -> None:
    for word in ("anna", "bo", "cia"):
        course.registers(word)
    change_event(by=course.coordinator, event=course.event, values={"summary": "Mer text"})
    assert letters("anna") == ["confirmed"]
    later = course.event.starts_at + timedelta(days=1)
    change_event(
        by=course.coordinator,
        event=course.event,
        values={"starts_at": later, "ends_at": later + timedelta(hours=6)},
    )
    assert letters("anna")[-1] == letters("cia")[-1] == "changed"
    moved = Mail.objects.get(to="anna@exempel.se", key__contains=":changed:")
    assert '"sequence": 1,' in moved.calendar
    assert moved.calendar_method == "REQUEST"
    assert Mail.objects.get(to="cia@exempel.se", key__contains=":changed:").calendar == "", (
        "one who waits has nothing in her calendar"
    )


def test_calling_off_with_eighty_registered_tells_each_once(world: World) -> None:
    course = make_course(world, seats=80, takes_guests=True)
    for number in range(80):
        register(by=None, event=course.event, name=f"Gäst {number}", email=f"g{number}@exempel.se")
    call_off(by=course.coordinator, event=course.event, reason="Föreläsaren är sjuk.")
    call_off(by=course.coordinator, event=course.event, reason="Igen.")
    off = Mail.objects.filter(key__contains=":called_off:")
    assert off.count() == 80
    assert {mail.calendar_method for mail in off} == {"CANCEL"}
    with pytest.raises(Refused, match="called_off"):
        register(by=None, event=course.event, name="Sen", email="sen@exempel.se")


def test_cancelling_late_is_noted(world: World, clock) -> None:
    course = make_course(world, late_from=today() + timedelta(days=10))
    early, late = course.registers("anna"), course.registers("bo")
    cancel(by=course.coordinator, registration=early)
    clock.shift(timedelta(days=10))
    cancel(by=course.coordinator, registration=late)
    assert list(Registration.objects.order_by("order").values_list("is_late", flat=True)) == [
        False,
        True,
    ]


def test_a_colleague_takes_the_seat_over_with_nothing_of_the_first_ones_own(world: World) -> None:
    course = make_course(world, asks_needs=True)
    anna = course.officer("anna")
    held = register(
        by=anna, event=course.event, person=anna.person, office=anna.office, food="Inga nötter"
    )
    bo = course.officer("bo")
    swap(by=anna, registration=held, person=bo.person)
    assert course.seats() == [("bo", "confirmed")]
    assert not Needs.objects.exists()
    assert letters("anna") == ["confirmed", "swapped_away"]
    assert letters("bo") == ["confirmed"]
    taken = Mail.objects.get(key__contains=":swapped_away:")
    assert taken.calendar_method == "CANCEL"
    assert "anna@exempel.se" in taken.calendar


def test_one_who_changes_office_keeps_her_seat_and_the_office_it_was_given_to(
    course: Course,
) -> None:
    held = course.registers("anna")
    end_membership(by=None, membership=course.world.membership(held.person), reason="Flyttar")
    held.refresh_from_db()
    assert held.seat == "confirmed"
    assert held.office == course.world.aneby


@pytest.mark.parametrize(
    ("shift", "code"), [(timedelta(days=21), "too_late"), (timedelta(days=31), "has_started")]
)
def test_too_late_to_register(course: Course, clock, shift, code) -> None:
    anna = course.officer("anna")
    clock.shift(shift)
    with pytest.raises(Refused, match=code):
        register(by=anna, event=course.event, person=anna.person, office=anna.office)


def test_a_guest_comes_where_guests_may_and_only_once(world: World) -> None:
    course = make_course(world)
    with pytest.raises(Refused, match="no_guests"):
        register(by=None, event=course.event, name="Gäst", email="gast@exempel.se")
    change_event(by=course.coordinator, event=course.event, values={"takes_guests": True})
    register(by=None, event=course.event, name="Gäst", email="gast@exempel.se")
    with pytest.raises(Refused, match="already_registered"):
        register(by=None, event=course.event, name="Gäst", email=" GAST@exempel.se ")


def test_every_act_on_a_seat_is_in_the_trail_without_names(course: Course) -> None:
    cancel(by=course.coordinator, registration=course.registers("anna"))
    entries = AuditEntry.objects.filter(verb__startswith="learning.").order_by("pk")
    assert [entry.verb for entry in entries] == [
        "learning.made",
        "learning.opened",
        "learning.registered",
        "learning.cancelled",
    ]
    assert "anna" not in str([entry.changes for entry in entries]).lower()


def test_a_person_registered_by_her_office_has_the_office_of_today(course: Course) -> None:
    person = add_person(
        by=None, collaboration=course.world.collaboration, email="ny@exempel.se", name="Ny Provman",
        role=Role.OFFICER, office=course.world.habo, password="en-provande-fras",
    )  # fmt: skip
    made = register(
        by=course.coordinator, event=course.event, person=person, office=course.world.habo
    )
    assert made.organisation == "Miljökontoret Habo och Mullsjö"
    assert made.registered_at == now()


def test_there_is_no_migration_left_to_make() -> None:
    call_command("makemigrations", "learning", "network", check=True, dry_run=True, verbosity=0)


def test_that_a_registration_opens_waits_for_the_digest_of_each_member(world: World) -> None:
    bo = world.actor("bo", Role.OFFICER, world.habo)
    world.person("gunnar", Role.LECTURER)
    course = make_course(world, opened=False, summary="Om smittskydd.")
    assert not Notice.objects.exists()
    open_event(by=course.coordinator, event=course.event)
    told = Notice.objects.filter(title="Du kan anmäla dig: Hygienlokaler")
    assert {notice.user_id for notice in told} == {bo.user_id, course.coordinator.user_id}
    assert {notice.url.partition("/kurser")[2] for notice in told} == {"/hygien/"}


def test_who_wants_to_know_at_once_gets_a_letter_when_a_registration_opens(world: World) -> None:
    bo = world.actor("bo", Role.OFFICER, world.habo)
    here = world.collaboration.pk
    choose(user_id=bo.user_id, collaboration_id=here, choices={"learning.opened": "at_once"})
    make_course(world, summary="Om smittskydd.")
    letter = Mail.objects.get(to=bo.person.user.email)
    assert "Anmäl dig senast 13 december 2026" in letter.body
    assert "Om smittskydd." in letter.body
