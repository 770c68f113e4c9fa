"""Sealed tests: no network, no unexpected mail, one frozen clock, and no test that hangs.

Warnings are errors and the network is off by pyproject.toml; the database is chosen by SAMSYN_DATABASE_URL.
"""

import copy
import signal
from collections.abc import Iterator
from types import FrameType

import pytest
import time_machine
from django.core import mail
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from samsyn.organisations.tests.factories import NOW, World, kept_for_the_file, make_world
from scripts import empty_database

SECONDS_PER_TEST = 300  # a walk of all roles or of all forms takes minutes on a busy machine
SECONDS_PER_SLOW_TEST = 600
SECONDS_PER_PROOF = 3_600
SECONDS_TO_BUILD_DATABASE = 600
DATABASE_BUILT = pytest.StashKey[bool]()


def _is_slow(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "proof"))


def _needs_database(item: pytest.Item) -> bool:
    asked_for = {"db", "transactional_db", "django_db_setup"} & set(
        getattr(item, "fixturenames", ())
    )
    return bool(asked_for or item.get_closest_marker("django_db"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On the second database only what touches a database runs again: the rest cannot differ there."""
    if connection.vendor != "postgresql":
        return
    config.hook.pytest_deselected(items=[item for item in items if not _needs_database(item)])
    items[:] = [item for item in items if _needs_database(item)]


def _allowed(item: pytest.Item) -> int:
    """Seconds for a test; the first one that needs the database also builds it, on any machine."""
    limit = SECONDS_PER_SLOW_TEST if _is_slow(item) else SECONDS_PER_TEST
    if item.get_closest_marker("proof"):
        limit = SECONDS_PER_PROOF
    if not _needs_database(item) or item.session.stash.get(DATABASE_BUILT, False):
        return limit
    item.session.stash[DATABASE_BUILT] = True
    return limit + SECONDS_TO_BUILD_DATABASE


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Fail a test that takes too long, with the line where it stands, instead of letting the whole run hang."""
    limit = _allowed(item)

    def too_long(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail(
            f"The test took more than {limit} s. What does it wait for? Slow proofs are marked `proof`."
        )

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """SQLite in memory starts from the tables that were made once (scripts/empty_database.py)."""
    holder = None
    if connection.vendor == "sqlite":
        holder = empty_database.load_into(connection.creation._get_test_db_name())
    yield
    if holder:
        holder.close()


@pytest.fixture(autouse=True)
def clock(request: pytest.FixtureRequest) -> Iterator[time_machine.Traveller | None]:
    """The clock stands at 23 November 2026, 10:00 in Stockholm; `clock.shift(seconds)` and `clock.move_to(moment)` move it.

    In a browser test it runs: two programs would not agree on a frozen one.
    """
    if _is_slow(request.node):
        yield None
        return
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def world_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once per file: it costs as much as most tests."""
    with kept_for_the_file(django_db_blocker, make_world) as made:
        yield made


@pytest.fixture
def world(world_of_module: World, db: None) -> World:
    """The small world of tests; a file whose tests commit makes its own."""
    return copy.deepcopy(world_of_module)


@pytest.fixture(autouse=True)
def no_unexpected_mail(request: pytest.FixtureRequest) -> Iterator[None]:
    """Mail goes to people: a test that causes some asks for `mailoutbox` and looks at it."""
    yield
    if "mailoutbox" in request.fixturenames:
        return
    subjects = [message.subject for message in getattr(mail, "outbox", [])]
    if subjects:
        pytest.fail(
            f"Unexpected mail: {subjects}. If it is right, ask for the fixture mailoutbox and check it."
        )
