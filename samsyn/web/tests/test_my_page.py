"""My page: what waits, nearest deadline first; a helpful page when nothing does."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    answer_participation,
    make_campaign,
)
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import (
    CalendarEntry,
    WaitingItem,
    calendar_entries,
    waiting_items,
)
from samsyn.network.interface import Area, ask_question
from samsyn.organisations.interface import Role, actor_of


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


def test_the_coordinator_sees_how_the_county_stands_and_an_officer_does_not(world, waiting):
    coordinator = world.client(world.coordinator()).get("/min-sida/").content.decode()
    assert "Vem som inte har svarat" in coordinator
    assert "Alla har svarat på det som frågas nu." in coordinator
    assert "Vem som inte har svarat" not in text(world)


def test_offices_that_have_not_answered_a_campaign_are_named_in_order(world, waiting):
    coordinator = world.coordinator()
    campaign = make_campaign(
        by=coordinator, collaboration=world.collaboration, slug="garage", title="Garage"
    )
    Campaign.objects.filter(pk=campaign.pk).update(state=CampaignState.OPEN)
    campaign.refresh_from_db()
    page = world.client(coordinator).get("/min-sida/").content.decode()
    assert "Har inte svarat om de deltar i Garage" in page
    answer_participation(
        by=coordinator,
        campaign=campaign,
        office=world.aneby,
        takes_part=True,
        planned=4,
    )
    mine = text(world)
    assert "Garage på ditt kontor" in mine and "0 av 4" in mine
    assert f"/kampanjer/{campaign.slug}/kontor/aneby/" in mine


def test_own_questions_show_with_their_state(world, waiting):
    eva = world.person("eva", Role.OFFICER, world.aneby)
    ask_question(by=actor_of(eva), text="Räknas en IBC som invallad?", area=Area.WASTE)
    page = world.client(eva).get("/min-sida/").content.decode()
    assert "Räknas en IBC som invallad?" in page and "Väntar på svar" in page
    other = world.client(world.person("bo", Role.OFFICER, world.aneby)).get("/min-sida/")
    assert "Dina frågor" not in other.content.decode()


def test_days_stand_by_week(world, waiting, monkeypatch):
    entries = [
        CalendarEntry(
            uid=str(n), title=f"Dag {n}", starts=today() + timedelta(days=n), ends=None, url="/"
        )
        for n in (1, 8)
    ]
    monkeypatch.setattr(
        calendar_entries, "_providers", {"test.dates": lambda pk, viewer, first: entries}
    )
    page = text(world)
    assert (
        page.index("Vecka 48, nu")
        < page.index("Dag 1")
        < page.index("Vecka 49")
        < page.index("Dag 8")
    )


# --- Questions to the database ---------------------------------------------------------------------------------


def _campaigns_under_way(world, by, first, last):
    for n in range(first, last):
        campaign = make_campaign(
            by=by, collaboration=world.collaboration, slug=f"kampanj-{n}", title=f"Kampanj {n}"
        )
        Campaign.objects.filter(pk=campaign.pk).update(state=CampaignState.OPEN)
        campaign.refresh_from_db()
        answer_participation(
            by=by, campaign=campaign, office=world.aneby, takes_part=True, planned=4
        )


@pytest.mark.parametrize("who", ["officer", "coordinator"])
def test_more_campaigns_ask_the_database_no_more(world, who, django_assert_num_queries):
    coordinator = world.coordinator()
    eva = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(coordinator if who == "coordinator" else eva)
    _campaigns_under_way(world, coordinator, 0, 2)
    client.get("/min-sida/")
    with CaptureQueriesContext(connection) as few:
        client.get("/min-sida/")
    _campaigns_under_way(world, coordinator, 2, 6)
    with django_assert_num_queries(len(few)):
        assert "Kampanj 5" in client.get("/min-sida/").content.decode()
