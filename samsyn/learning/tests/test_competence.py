"""Who knows what: a person's own, an office's with who leaves, the county's, and the need that comes of it."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import now, today
from samsyn.learning.actions.held import record_held_event
from samsyn.learning.competence import competence_of
from samsyn.organisations.interface import Actor, Role, give_role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def anna(world: World) -> Actor:
    """She has attended a day on noise, at Aneby."""
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    record_held_event(
        by=world.coordinator(), collaboration=world.collaboration, slug="buller", kind="course", title="Buller",
        starts_at=now() - timedelta(days=20), ends_at=now() - timedelta(days=19, hours=18), hours=6, seats=9,
        last_day=today() - timedelta(days=30), areas=["noise"], attended=[(anna.person, world.aneby)],
    )  # fmt: skip
    return anna


def noise(world: World):
    found = competence_of(world.collaboration, [world.aneby, world.habo])
    return next(area for area in found if area.code == "noise")


def test_an_area_has_its_people_with_hours_and_the_offices_without(world, anna) -> None:
    area = noise(world)
    assert [(one.person.name, one.office, one.hours) for one in area.knowers] == [
        ("Anna Provman", world.aneby, 6.0)
    ]
    assert area.without == [world.habo]


def test_what_she_has_learnt_goes_with_her_to_her_new_office(world, anna) -> None:
    membership = world.membership(anna)
    give_role(by=None, person=anna.person, role=Role.OFFICER, office=world.habo)
    type(membership).objects.filter(pk=membership.pk).update(ends=today())
    assert noise(world).without == [world.aneby]


def test_who_leaves_within_a_year_is_seen_before_she_does(world, anna) -> None:
    membership = world.membership(anna)
    rows = type(membership).objects.filter(pk=membership.pk)
    rows.update(ends=today() + timedelta(days=500))
    assert noise(world).staying
    rows.update(ends=today() + timedelta(days=100))
    assert noise(world).knowers
    assert not noise(world).staying
    manager = world.client(world.actor("per", Role.MANAGER, world.aneby))
    page = text(manager.get("/kompetens/"))
    assert "Anna Provman (Aneby, 3 mars 2027)" in page
    assert "0 som kan det är kvar" in page


def test_an_officer_sees_her_own_and_no_colleagues(world, anna) -> None:
    page = text(world.client(world.actor("bo", Role.OFFICER, world.aneby)).get("/kompetens/"))
    assert "Anna Provman" not in page
    assert "Buller" in text(world.client(anna).get("/kompetens/"))


def test_what_the_county_lacks_becomes_a_need_with_the_figures_filled_in(world, anna) -> None:
    lena = world.person("lena", Role.COORDINATOR)
    give_role(by=None, person=lena, role=Role.OFFICER, office=world.aneby)
    coordinator = world.client(lena)
    assert "/forslag/behov/?kompetens=" in text(coordinator.get("/kompetens/"))
    form = text(coordinator.get("/forslag/behov/?kompetens=noise"))
    assert "Kurs: Buller" in form
    assert "1 av 2 kontor" in form
    assert "Habo-Mullsjö" in form
    other = text(
        world.client(world.actor("bo", Role.OFFICER, world.aneby)).get(
            "/forslag/behov/?kompetens=noise"
        )
    )
    assert "Habo-Mullsjö." not in other, "another office's figures are not hers to read"
