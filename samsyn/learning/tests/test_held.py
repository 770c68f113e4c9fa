"""An event that was held outside Samsyn is entered with those who were there."""

from datetime import timedelta

import pytest
from django.core import mail

from samsyn.core.clock.interface import now, today
from samsyn.learning.actions.held import record_held_event
from samsyn.learning.models import Event
from samsyn.learning.refusals import Refused
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import World


@pytest.fixture
def officer(world: World) -> Actor:
    return world.actor("was.there", Role.OFFICER, world.aneby)


def record(world: World, officer: Actor, *, days: int) -> Event:
    starts = now() + timedelta(days=days)
    return record_held_event(
        by=world.coordinator(), collaboration=world.collaboration, slug="forr", kind="course", title="Förr",
        attended=[(officer.person, officer.office)], starts_at=starts, ends_at=starts + timedelta(hours=6), hours=6,
        seats=10, last_day=today() + timedelta(days=days), areas=["law"],
    )  # fmt: skip


def test_it_counts_in_the_competence_of_who_was_there_and_nobody_gets_a_letter(
    world: World, officer: Actor
) -> None:
    record(world, officer, days=-30)
    page = world.client(officer).get("/kompetens/")
    assert "6,0 timmar" in " ".join(page.content.decode().replace("\xa0", " ").split())
    assert mail.outbox == []


def test_an_event_to_come_is_refused_and_nothing_is_kept(world: World, officer: Actor) -> None:
    with pytest.raises(Refused, match="not_over"):
        record(world, officer, days=30)
    assert not Event.objects.exists()
