"""Twenty people at the same moment on the last seat: one gets it, the others wait in the order they came.

Real threads with a connection each, on SQLite (a file, as in use) and on PostgreSQL. The last test takes the lock away
and shows that this test then sees it.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from django.db import connection, connections

from samsyn.learning import seating
from samsyn.learning.actions import registering
from samsyn.learning.models import Event, Registration
from samsyn.learning.refusals import Refused
from samsyn.learning.tests.factories import make_course
from samsyn.organisations.interface import Actor, Role
from samsyn.organisations.tests.factories import make_world

PEOPLE = 20


@contextmanager
def shared_database(folder: Path) -> Iterator[None]:
    """The database that all threads write: PostgreSQL's own, or a file copy of the one in memory."""
    if connection.vendor != "sqlite":
        yield
        return
    file = folder / "race.sqlite3"
    connection.cursor().execute("VACUUM INTO %s", [str(file)])
    settings = connections.settings["default"]
    before = settings["NAME"]
    settings["NAME"] = str(file)
    try:
        yield
    finally:
        settings["NAME"] = before


def rush(event: Event, actors: list[Actor]) -> list[str]:
    """All register at once; returns what went wrong."""
    gate, wrong = threading.Barrier(len(actors)), []

    def one(actor: Actor) -> None:
        try:
            gate.wait()
            registering.register(by=actor, event=event, person=actor.person, office=actor.office)
        except Exception as error:  # whatever it is, the test must see it
            wrong.append(f"{type(error).__name__}: {error}")
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(actor,)) for actor in actors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def in_thread(read: Callable[[], list[str]]) -> list[str]:
    """Reads in a thread of its own: the test's own connection is to the database in memory."""
    found: list[str] = []

    def run() -> None:
        found.extend(read())
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found


def outcome(tmp_path: Path, seats: int = 1) -> tuple[list[str], list[str]]:
    world = make_world()
    course = make_course(world, seats=seats)
    actors = [
        world.actor(f"p{number}", Role.OFFICER, world.aneby if number % 2 else world.habo)
        for number in range(PEOPLE)
    ]
    for actor in actors:
        _ = actor.person.user.email, actor.office
    with shared_database(tmp_path):
        wrong = rush(course.event, actors)
        rows = in_thread(
            lambda: [
                f"{row.order} {row.seat}"
                for row in Registration.objects.filter(event=course.event).order_by("order")
            ]
        )
    return rows, wrong


EXPECTED = ["1 confirmed", *(f"{order} waiting" for order in range(2, PEOPLE + 1))]


@pytest.fixture
def slow_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between reading the seats and writing one there is time for all to have read the same."""
    real = registering.decide_seat

    def slowly(*args, **kwargs):
        decided = real(*args, **kwargs)
        time.sleep(0.02)
        return decided

    monkeypatch.setattr(registering, "decide_seat", slowly)


@pytest.mark.django_db(transaction=True)
def test_one_gets_the_last_seat_and_nineteen_wait_in_order(tmp_path, slow_decision) -> None:
    assert outcome(tmp_path) == (EXPECTED, [])


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_this_test_fails(tmp_path, slow_decision, monkeypatch) -> None:
    def no_turn(event: Event) -> Event:
        return Event.objects.select_related("collaboration").get(pk=event.pk)

    monkeypatch.setattr(registering, "take_turn", no_turn)
    monkeypatch.setattr(registering, "write_turn", nullcontext)
    if connection.vendor == "sqlite":
        # In SQLite the lock is that a transaction begins by writing.
        options = connections.settings["default"]["OPTIONS"]
        monkeypatch.setitem(options, "transaction_mode", "DEFERRED")
    assert outcome(tmp_path) != (EXPECTED, [])


@pytest.mark.django_db(transaction=True)
def test_the_turn_is_refused_outside_a_transaction(tmp_path) -> None:
    world = make_world()
    course = make_course(world)
    with pytest.raises(Exception, match="transaction"):
        seating.take_turn(course.event)
    assert Refused("full").code == "full"
