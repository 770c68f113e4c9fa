"""An open course for tests, made through the actions that people use."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from samsyn.core.clock.interface import now, today
from samsyn.learning.actions.arranging import make_event, open_event
from samsyn.learning.actions.registering import register
from samsyn.learning.models import Event, Registration
from samsyn.organisations.interface import Actor, Office, Role
from samsyn.organisations.tests.factories import World


@dataclass
class Course:
    world: World
    coordinator: Actor
    event: Event

    def officer(self, word: str, office: Office | None = None) -> Actor:
        return self.world.actor(word, Role.OFFICER, office or self.world.aneby)

    def registers(self, word: str, office: Office | None = None) -> Registration:
        actor = self.officer(word, office)
        return register(by=actor, event=self.event, person=actor.person, office=actor.office)

    def seats(self) -> list[tuple[str, str]]:
        """Who holds what, in the order they came."""
        rows = Registration.objects.filter(event=self.event).order_by("order")
        return [(row.email.split("@")[0], row.seat) for row in rows]


def make_course(world: World, *, opened: bool = True, **values: Any) -> Course:
    coordinator = world.coordinator()
    event = make_event(
        by=coordinator,
        collaboration=world.collaboration,
        slug="hygien",
        **{
            "kind": "course",
            "title": "Hygienlokaler",
            "starts_at": now() + timedelta(days=30),
            "ends_at": now() + timedelta(days=30, hours=6),
            "hours": 6,
            "place": "Rådhuset",
            "seats": 2,
            "last_day": today() + timedelta(days=20),
            "areas": ["hygiene"],
            **values,
        },
    )
    if opened:
        event = open_event(by=coordinator, event=event)
    return Course(world, coordinator, event)
