"""People who change office or leave between registration and event: the seat, and who is told."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import today
from samsyn.core.mail.interface import Mail
from samsyn.learning.actions.registering import register
from samsyn.learning.models import Registration
from samsyn.learning.schedule import every_day
from samsyn.learning.tests.factories import Course, make_course
from samsyn.organisations.interface import Actor, Role, end_membership, give_role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def karin(world: World) -> Actor:
    return world.actor("karin", Role.CONTACT, world.aneby)


def moves_to_habo(course: Course, held: Registration) -> None:
    world = course.world
    give_role(by=None, person=held.person, role=Role.OFFICER, office=world.habo)
    end_membership(by=None, membership=world.membership(held.person), reason="Byter kontor")


def subjects(to: str) -> list[str]:
    return [mail.subject for mail in Mail.objects.filter(to=to).order_by("pk")]


def test_a_seat_that_is_for_all_follows_her_and_both_are_told_once(course: Course, karin) -> None:
    held = course.registers("anna")
    moves_to_habo(course, held)
    every_day()
    every_day()
    held.refresh_from_db()
    assert (held.office, held.seat) == (course.world.habo, "confirmed")
    assert subjects(held.email)[1:] == ["Din plats räknas för ditt nya kontor: Hygienlokaler"]
    assert subjects("karin@exempel.se") == [
        "Anna Provman tar med sig platsen till sitt nya kontor: Hygienlokaler"
    ]


def test_while_offices_have_numbers_the_seat_stays_and_the_office_hands_it_over(
    world, karin
) -> None:
    course = make_course(world, seats_per_office=1, released_on=today() + timedelta(days=9))
    held = course.registers("anna")
    moves_to_habo(course, held)
    every_day()
    every_day()
    held.refresh_from_db()
    assert held.office == world.aneby
    (letter,) = Mail.objects.filter(to="karin@exempel.se", subject__contains="har lämnat kontoret")
    bo = course.officer("bo")
    url = f"/kurser/hygien/anmalan/{held.pk}/byt/"
    assert url in letter.body
    world.client(karin).post(url, {"person": bo.pk})
    held.refresh_from_db()
    assert held.person_id == bo.pk


def test_who_has_left_the_county_leaves_the_seat_to_her_office(course: Course, karin) -> None:
    held = course.registers("anna")
    end_membership(by=None, membership=course.world.membership(held.person), reason="Slutar")
    every_day()
    held.refresh_from_db()
    assert (held.office, held.seat) == (course.world.aneby, "confirmed")
    assert subjects("karin@exempel.se") == [
        "Anna Provman har lämnat kontoret och har en plats: Hygienlokaler"
    ]


def test_a_colleague_who_stays_concerns_nobody(course: Course, karin) -> None:
    bo = course.officer("bo")
    register(by=karin, event=course.event, person=bo.person, office=course.world.aneby)
    every_day()
    assert subjects("karin@exempel.se") == []
