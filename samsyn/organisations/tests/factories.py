"""A small world for tests: one collaboration with two offices, another collaboration, and people made by actions."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import time_machine
from django.db import transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from samsyn.organisations.actions import (
    add_person,
    make_collaboration,
    make_municipality,
    make_office,
)
from samsyn.organisations.actor import Actor, actor_of
from samsyn.organisations.models import Collaboration, Membership, Office, Person
from samsyn.organisations.roles import Role

PASSWORD = "en-provande-fras"
# 23 November 2026, 10:00 in Stockholm: the moment at which the tests' clock stands.
NOW = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
Made = TypeVar("Made")


@dataclass
class World:
    """Ask it for people: `world.person("eva", Role.MANAGER, world.aneby)`."""

    collaboration: Collaboration
    aneby: Office
    habo: Office
    other: Collaboration
    far: Office

    def person(
        self, word: str, role: Role, office: Office | None = None, *, other: bool = False
    ) -> Person:
        return add_person(
            by=None,
            collaboration=self.other if other else self.collaboration,
            email=f"{word}@exempel.se",
            name=f"{word.capitalize()} Provman",
            role=role,
            office=office,
            password=PASSWORD,
        )

    def actor(self, word: str, role: Role, office: Office | None = None) -> Actor:
        return actor_of(self.person(word, role, office))

    def coordinator(self) -> Actor:
        return self.actor("samordnare", Role.COORDINATOR)

    def client(self, person: Person | Actor | None = None, *, host: str = "testserver") -> Client:
        client = Client(headers={"host": host})
        if isinstance(person, Actor):
            person = person.person
        if person is not None:
            client.force_login(person.user)
        return client

    def membership(self, person: Person | Actor) -> Membership:
        return Membership.objects.filter(person_id=person.pk).select_related(
            "person__user", "person__collaboration", "office"
        )[0]


def make_world() -> World:
    collaboration = make_collaboration(
        by=None, slug="lan", name="Miljösamverkan Provlän", county="Provlän", is_default=True
    )
    other = make_collaboration(
        by=None,
        slug="annat",
        name="Miljösamverkan Annat",
        county="Annat län",
        host="annan.localhost",
    )
    aneby = make_office(
        by=None,
        collaboration=collaboration,
        slug="aneby",
        name="Miljökontoret Aneby",
        short_name="Aneby",
    )
    habo = make_office(
        by=None,
        collaboration=collaboration,
        slug="habo-mullsjo",
        name="Miljökontoret Habo och Mullsjö",
        short_name="Habo-Mullsjö",
    )
    far = make_office(
        by=None,
        collaboration=other,
        slug="fjarran",
        name="Miljökontoret Fjärran",
        short_name="Fjärran",
    )
    make_municipality(by=None, office=aneby, code="0604", name="Aneby", tile_column=3, tile_row=1)
    make_municipality(by=None, office=habo, code="0642", name="Mullsjö", tile_column=0)
    make_municipality(by=None, office=habo, code="0643", name="Habo", tile_column=1)
    return World(collaboration, aneby, habo, other, far)


@contextmanager
def kept_for_the_file(blocker: DjangoDbBlocker, make: Callable[[], Made]) -> Iterator[Made]:
    """What `make` writes at the tests' moment stays until the file's last test has ended, and is then undone."""
    with blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            made = make()
        yield made
        transaction.set_rollback(True)
