"""The start page: honest about what exists, the same for visitors and members but for what members alone may see."""

from datetime import timedelta

import pytest

from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    NamedResults,
    answer_participation,
    make_campaign,
)
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import CalendarEntry, calendar_entries
from samsyn.organisations.interface import Role


@pytest.fixture
def entries(monkeypatch):
    """What the calendar's only provider gives; tests put entries in."""
    found: list[CalendarEntry] = []
    monkeypatch.setattr(
        calendar_entries, "_providers", {"test.dates": lambda pk, viewer, first: found}
    )
    return found


def entry(title, days, *, audience="public", last=None):
    day = today() + timedelta(days=days)
    return CalendarEntry(
        uid=title,
        title=title,
        starts=day,
        ends=today() + timedelta(days=last) if last is not None else None,
        url="/",
        audience=audience,
    )


def text(world, person=None, **more):
    answer = world.client(person, **more).get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_visitor_sees_who_takes_part(world):
    page = text(world)
    assert "Vi är 2 miljökontor" in page
    assert "Miljökontoret Aneby" in page and "Miljökontoret Habo och Mullsjö" in page
    assert "Fjärran" not in page


def test_the_other_host_shows_the_other_collaboration(world):
    page = text(world, host="annan.localhost")
    assert "Miljökontoret Fjärran" in page and "Aneby" not in page


def test_habo_and_mullsjo_are_one_shape_on_the_map(world):
    page = text(world)
    assert page.count("tile-wide") == 1
    assert "gemensamt kontor" in page


def test_without_anything_planned_it_says_so(world, entries):
    assert "Inget offentligt är planerat än" in text(world)


def test_visitors_see_public_days_and_members_all(world, entries):
    entries += [entry("Öppet hus", 3), entry("Kontaktpersonsträff", 2, audience="member")]
    assert "Öppet hus" in text(world) and "Kontaktpersonsträff" not in text(world)
    member = text(world, world.person("eva", Role.OFFICER, world.aneby))
    assert member.index("Kontaktpersonsträff") < member.index("Öppet hus")


def test_what_has_passed_is_gone_and_what_goes_on_is_there(world, entries):
    entries += [entry("Över", -3), entry("Pågår", -3, last=3)]
    page = text(world)
    assert "Pågår" in page and "Över" not in page


def test_only_the_next_four_are_shown(world, entries):
    entries += [entry(f"Möte {number}", number) for number in range(7)]
    page = text(world)
    assert "Möte 3" in page and "Möte 4" not in page


def test_a_collaboration_without_a_contact_shows_no_dead_button(world):
    assert "mailto:" not in text(world, host="annan.localhost")
    world.collaboration.contact_email = "kontakt@exempel.se"
    world.collaboration.save()
    assert "mailto:kontakt@exempel.se" in text(world)


def test_it_costs_few_questions(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        world.client().get("/")


@pytest.fixture
def campaign(world):
    coordinator = world.coordinator()
    made = make_campaign(
        by=coordinator, collaboration=world.collaboration, slug="biltvattar", title="Biltvättar"
    )
    day = today()
    Campaign.objects.filter(pk=made.pk).update(
        state=CampaignState.OPEN,
        starts=day - timedelta(days=10),
        ends=day + timedelta(days=10),
        purpose="Se vart tvättvattnet tar vägen.",
    )
    made.refresh_from_db()
    for office, takes_part in ((world.aneby, True), (world.habo, False)):
        answer_participation(
            by=coordinator,
            campaign=made,
            office=office,
            takes_part=takes_part,
            planned=8,
            reason="Inga objekt",
        )
    return made


def test_the_campaign_under_way_shows_how_far_the_county_has_come(world, campaign):
    page = text(world)
    assert "Biltvättar" in page and "Se vart tvättvattnet tar vägen." in page
    assert "0 av 8 planerade besök är gjorda" in page
    assert "1 kontor deltar med samma checklista" in page


def test_a_visitor_sees_who_takes_part_but_no_offices_count(world, campaign):
    visitor = text(world)
    assert "deltar inte" in visitor and '<span class="value">' not in visitor
    member = text(world, world.person("eva", Role.OFFICER, world.aneby))
    assert '<span class="value">0</span>' in member


def test_everybody_sees_the_counts_where_the_offices_have_decided_so(world, campaign):
    Campaign.objects.filter(pk=campaign.pk).update(named_results=NamedResults.PUBLIC)
    assert '<span class="value">0</span>' in text(world)


def test_without_a_campaign_it_says_so(world):
    assert "Ingen kampanj pågår nu" in text(world)


def test_one_may_search_at_once(world):
    assert 'action="/sok/"' in text(world)
