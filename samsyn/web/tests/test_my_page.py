"""My page: what waits, nearest deadline first; a helpful page when nothing does."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import WaitingItem, calendar_entries, waiting_items
from samsyn.organisations.interface import Role


@pytest.fixture
def waiting(monkeypatch):
    found: list[WaitingItem] = []
    monkeypatch.setattr(waiting_items, "_providers", {"test.waiting": lambda viewer: found})
    monkeypatch.setattr(calendar_entries, "_providers", {})
    return found


def item(title, days=None):
    deadline = None if days is None else today() + timedelta(days=days)
    return WaitingItem("clipboard-checkmark", title, "Detalj", "/vidare/", "Öppna", deadline)


def text(world, role=Role.OFFICER):
    office = None if role == Role.LECTURER else world.aneby
    answer = world.client(world.person("eva", role, office)).get("/min-sida/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_is_asked_to_sign_in_and_comes_back(world):
    answer = world.client().get("/min-sida/")
    assert answer["Location"] == "/konto/login/?next=/min-sida/"


def test_nothing_waits_and_it_says_what_would_come_here(world, waiting):
    page = text(world)
    assert "Hej Eva, inget väntar på dig" in page
    assert "Inspektioner att rapportera" in page


def test_the_heading_counts(world, waiting):
    waiting.append(item("En sak"))
    assert "Hej Eva, 1 sak väntar på dig" in text(world)


def test_the_nearest_deadline_comes_first_and_none_last(world, waiting):
    waiting += [item("Utan dag"), item("Senare", 9), item("Snart", 2)]
    page = text(world)
    assert page.index("Snart") < page.index("Senare") < page.index("Utan dag")
    assert "Hej Eva, 3 saker väntar på dig" in page


@pytest.mark.parametrize(
    ("days", "words"),
    [(18, "18 dagar kvar"), (1, "1 dag kvar"), (0, "0 dagar kvar"), (-1, "har passerat")],
)
def test_a_deadline_says_how_long_is_left(world, waiting, days, words):
    waiting.append(item("Sak", days))
    assert words in text(world)


def test_the_day_and_the_week_stand_in_the_head(world, waiting):
    page = text(world)
    assert "Måndag 23 november 2026" in page
    assert "vecka 48" in page


def test_it_shows_roles_and_offices(world, waiting):
    page = text(world)
    assert "Handläggare" in page
    assert '/organisation/aneby/">Miljökontoret Aneby</a>' in page


def test_a_lecturer_has_a_page_too(world, waiting):
    assert "Föreläsare" in text(world, Role.LECTURER)
