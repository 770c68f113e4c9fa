"""The yearly picture: what it rests on, what it says, what it never tells."""

from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest

from samsyn.campaigns.interface import CampaignState, answer_participation
from samsyn.campaigns.tests.factories import Scene, in_state, make_scene
from samsyn.core.audit.interface import AuditEntry
from samsyn.equality.actions import renew_overview
from samsyn.equality.models import Overview
from samsyn.equality.registration import renew_all
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
URL = "/jamlik-tillsyn/"


@pytest.fixture
def scene(world: World) -> Scene:
    """A campaign with eight objects of Aneby, of which six deviate, and two of the other office that do not."""
    here = make_scene(world)
    for number in range(8):
        answers = {"q2": "ua", "q1": "ua"} | (
            {"q1": "a", "comment": "Saknas"} if number < 6 else {}
        )
        assert here.send(here.xml(uuid4(), **answers)).status_code == 201
    officer = world.actor("habo", Role.OFFICER, world.habo)
    answer_participation(
        by=officer, campaign=here.campaign, office=world.habo, takes_part=True, planned=3
    )
    there = Scene(world, here.coordinator, officer, here.campaign, world.habo)
    for _number in range(2):
        assert there.send(there.xml(uuid4(), q1="ua", q2="ua")).status_code == 201
    return here


@pytest.fixture
def published(scene: Scene) -> Scene:
    return in_state(scene, CampaignState.PUBLISHED)


def renewed(scene: Scene) -> dict:
    return renew_overview(by=None, collaboration=scene.world.collaboration).content


def page(scene: Scene, path: str = URL) -> str:
    answer = scene.world.client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_night_the_page_says_when_it_comes(world: World) -> None:
    answer = world.client().get(URL)
    assert answer.status_code == 200
    assert "Bilden är inte framtagen än" in answer.content.decode()


def test_every_question_is_compared_with_what_chance_gives(published: Scene) -> None:
    found = renewed(published)["assessment"]
    first = next(
        one for one in found["rows"] if one["question"].startswith("Finns säkerhetsdatablad")
    )
    assert (first["n"], first["offices"]) == (10, 2)
    assert found["comparisons"] >= 2
    # Exact limits promise at most one in twenty; among so few objects no result at all lies outside.
    assert (found["expected"], found["outside"]) == (0, 0)
    assert sum(found["by_code"].values()) == len(found["rows"])


def test_what_was_done_where_something_was_found(published: Scene) -> None:
    (found,) = renewed(published)["handling"]
    assert (found["deviating"], found["offices"]) == (6, 1)
    # Each of the six got advice and an order.
    assert {code for code, n in found["by_measure"].items() if n == 6} == {"advice", "order"}
    assert found["by_measure"]["none"] == 0


def test_plans_are_counted_against_what_each_office_planned_itself(published: Scene) -> None:
    (found,) = renewed(published)["planned"]
    assert (found["planned"], found["done"]) == (7, 10)
    assert (found["with_plan"], found["reached"]) == (2, 1)


def test_no_office_is_named_and_small_numbers_are_not_told(published: Scene) -> None:
    renewed(published)
    text = page(published)
    main = text[text.index("<main") : text.index("</main")]
    for office in (published.world.aneby, published.world.habo):
        assert office.short_name not in main
    assert "Det vet vi inte" in main
    assert "mer än slumpen" in main.lower() or "slump" in main


def test_a_campaign_that_is_not_published_gives_no_answers_away(scene: Scene) -> None:
    found = renewed(scene)
    assert found["assessment"]["rows"] == [] and found["handling"] == []
    assert found["planned"][0]["is_over"] is False
    in_state(scene, CampaignState.DRAFT)
    assert renewed(scene)["planned"] == []


def test_fewer_than_five_deviating_objects_tell_nothing_of_measures(world: World) -> None:
    here = make_scene(world)
    for _number in range(4):
        here.send(here.xml(uuid4(), q1="a", comment="Saknas"))
    in_state(here, CampaignState.PUBLISHED)
    assert renewed(here)["handling"] == []


def test_nobody_answered_is_said_and_breaks_nothing(world: World) -> None:
    here = in_state(make_scene(world), CampaignState.PUBLISHED)
    found = renewed(here)["assessment"]
    assert {one["code"] for one in found["rows"]} <= {"nothing_assessed"}
    assert "Ingen publicerad kampanj har svar från flera kontor" in page(here)


def test_the_same_data_are_written_once_and_a_passed_year_stays(published: Scene, clock) -> None:
    renew_all()
    renew_all()
    # One entry for each of the two collaborations: the second night changed nothing.
    assert AuditEntry.objects.filter(verb="equality.renewed").count() == 2
    first = Overview.objects.get(collaboration=published.world.collaboration)
    made = first.made_at
    clock.shift(3600 * 24 * 60)
    renew_all()
    first.refresh_from_db()
    assert (first.year, first.made_at) == (2026, made)
    assert '<a href="/jamlik-tillsyn/2026/">' in page(published)
    assert "2026" in page(published, f"{URL}2026/")


def test_a_year_without_a_picture_is_not_there(published: Scene) -> None:
    client = published.world.client()
    assert client.get(f"{URL}1999/").status_code == 404
    assert client.get(f"{URL}1999.pdf").status_code == 404


def test_the_page_as_a_document(published: Scene) -> None:
    renewed(published)
    answer = published.world.client().get(f"{URL}2026.pdf")
    assert answer["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as document:
        assert len(document.pages) == 1
        assert document.Root.MarkInfo.Marked  # tagged, for those who listen


def test_another_collaboration_sees_its_own(published: Scene) -> None:
    renewed(published)
    answer = published.world.client(host=published.world.other.host).get(URL)
    assert "Bilden är inte framtagen än" in answer.content.decode()


def test_the_page_asks_few_questions_of_the_database(
    published: Scene, django_assert_max_num_queries
) -> None:
    renewed(published)
    with django_assert_max_num_queries(12):
        page(published)
