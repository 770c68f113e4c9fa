"""What the web gathers from the registry, in order and with what the reader may see."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import (
    CalendarEntry,
    Panel,
    WaitingItem,
    calendar_entries,
    panels,
    waiting_items,
)
from samsyn.organisations.interface import Role, actor_of
from samsyn.web import queries
from samsyn.web.rows import date_row, todo_row

STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = date(2026, 11, 23)


def entry(title, starts, ends=None, audience="public"):
    return CalendarEntry(title, title, starts, ends, "/", audience=audience)


@pytest.fixture
def given(monkeypatch):
    """Two packages that each give entries: `given` is what the first one gives."""
    found: list[CalendarEntry] = []
    monkeypatch.setattr(
        calendar_entries,
        "_providers",
        {
            "a.days": lambda pk, viewer, first: found,
            "b.days": lambda pk, viewer, first: [entry("Från b", DAY)],
        },
    )
    return found


def titles(world, actor=None, **span):
    found = queries.calendar_of(world.collaboration, actor, **span)
    return [entry.title for entry in found]


def test_entries_of_all_packages_stand_in_order_of_day(world, given):
    given += [entry("Sen", DAY + timedelta(days=9)), entry("Tidig", DAY - timedelta(days=1))]
    assert titles(world, first=DAY - timedelta(days=1)) == ["Tidig", "Från b", "Sen"]


def test_days_and_moments_are_sorted_together(world, given):
    given.append(entry("Klockan nio", datetime(2026, 11, 22, 9, tzinfo=STOCKHOLM)))
    assert titles(world, first=DAY - timedelta(days=3)) == ["Klockan nio", "Från b"]


def test_a_moment_belongs_to_its_day_in_stockholm():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert queries.day_of(late) == DAY
    assert queries.day_of(DAY) == DAY


def test_the_span_has_both_its_days(world, given):
    given += [entry("Första", DAY), entry("Sista", DAY + timedelta(days=2))]
    inside = titles(world, first=DAY, last=DAY + timedelta(days=2))
    assert inside == ["Från b", "Första", "Sista"]
    assert titles(world, first=DAY + timedelta(days=1), last=DAY + timedelta(days=1)) == []


def test_visitors_do_not_see_members_days(world, given):
    given.append(entry("Internt", DAY, audience="member"))
    actor = actor_of(world.person("eva", Role.OFFICER, world.aneby))
    assert titles(world, first=DAY) == ["Från b"]
    assert titles(world, actor, first=DAY) == ["Från b", "Internt"]


def test_panels_come_from_those_that_know_the_collaboration(world, monkeypatch):
    def knows(obj, viewer):
        return [Panel("Pågår nu", "x.html")] if obj == world.collaboration else []

    monkeypatch.setattr(panels, "_providers", {"a.panel": knows})
    assert [panel.title for panel in queries.panels_for(world.collaboration, None)] == ["Pågår nu"]
    assert queries.panels_for(world.other, None) == []


def test_each_reader_gets_what_waits_for_her(world, monkeypatch):
    eva = actor_of(world.person("eva", Role.OFFICER, world.aneby))
    olle = actor_of(world.person("olle", Role.OFFICER, world.aneby))

    def waits(viewer):
        return [WaitingItem("x", "För Eva", "", "/", "Öppna")] if viewer.pk == eva.pk else []

    monkeypatch.setattr(waiting_items, "_providers", {"a.waits": waits})
    assert len(queries.waiting_for(eva)) == 1
    assert queries.waiting_for(olle) == []


def test_held_data_names_every_class_of_field():
    held = {row.what: row for row in queries.held_personal_data()}
    assert held["Personer"].personal == ["Namn", "Telefon"]
    assert held["Personer"].sensitive == []
    assert list(held) == sorted(held, key=str.casefold)


@pytest.mark.parametrize(
    ("days", "soon", "words"),
    [
        (8, False, "Sista dag 1 december 2026, 8 dagar kvar"),
        (7, True, "Sista dag 30 november 2026, 7 dagar kvar"),
        (-2, True, "Sista dag 21 november 2026, har passerat"),
    ],
)
def test_a_row_says_its_deadline_in_words(days, soon, words):
    item = WaitingItem("gavel", "Sak", "Detalj", "/", "Öppna", today() + timedelta(days=days))
    row = todo_row(item, today())
    assert (row.deadline, row.soon, row.icon) == (words, soon, "gavel")


def test_a_row_without_a_deadline_says_nothing_of_one():
    row = todo_row(WaitingItem("x", "Sak", "", "/", "Öppna", exempeldata=True), DAY)
    assert row.deadline == "" and not row.soon and row.exempeldata


def test_a_date_row_keeps_what_the_package_said():
    row = date_row(CalendarEntry("a", "Träff", DAY, None, "/traff/", detail="Nässjö"))
    assert (row.day, row.title, row.url, row.detail) == (DAY, "Träff", "/traff/", "Nässjö")
