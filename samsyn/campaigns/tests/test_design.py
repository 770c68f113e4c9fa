"""Before a campaign starts, its members see what the planned objects can show. The formulas are tested in lib."""

import pytest

from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.tests.factories import Scene
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db
URL = "/kampanjer/verkstader/vad-den-kan-visa/"


def plan(scene: Scene, aneby: int, habo: int) -> None:
    world = scene.world
    manager = world.actor("chef", Role.OFFICER, world.habo)
    for by, office, planned in ((scene.officer, world.aneby, aneby), (manager, world.habo, habo)):
        answer_participation(
            by=by, campaign=scene.campaign, office=office, takes_part=True, planned=planned
        )


def page(scene: Scene, **asked: str) -> str:
    answer = scene.world.client(scene.officer).get(URL, asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_few_objects_are_warned_for_where_the_office_plans(scene: Scene) -> None:
    plan(scene, 4, 5)
    warned = "bara mycket stora skillnader mellan kontor"
    assert warned in page(scene)
    offices = scene.world.client(scene.officer).get("/kampanjer/verkstader/kontor/")
    assert warned in offices.content.decode() and URL in offices.content.decode()
    edit = scene.world.client(scene.coordinator).get("/kampanjer/verkstader/redigera/")
    assert warned in edit.content.decode()


def test_many_objects_are_not(scene: Scene) -> None:
    plan(scene, 60, 80)
    assert "bara mycket stora skillnader" not in page(scene)


def test_offices_stand_in_alphabetical_order_with_the_share_that_would_be_seen(
    scene: Scene,
) -> None:
    plan(scene, 40, 20)
    rows = scene.world.client(scene.officer).get(URL).context["rows"]
    assert [row[0] for row in rows] == ["Aneby", "Habo-Mullsjö"]
    assert rows[0][1:] == (40, pytest.approx(0.529, abs=0.001))
    assert rows[0][2] < rows[1][2]


def test_another_share_gives_another_answer(scene: Scene) -> None:
    plan(scene, 40, 40)
    assert "10 % avvikelse" in page(scene, andel="10")
    assert "30 % avvikelse" in page(scene)


@pytest.mark.parametrize("wild", ["0", "100", "-3", "tio", ""])
def test_a_share_that_is_none_is_refused_with_what_was_typed(scene: Scene, wild: str) -> None:
    plan(scene, 40, 40)
    answer = scene.world.client(scene.officer).get(URL, {"andel": wild})
    assert answer.status_code == 422
    assert f'value="{wild}"' in answer.content.decode() or not wild


def test_without_plans_it_says_so(scene: Scene) -> None:
    scene.campaign.participations.all().delete()
    assert "Inget kontor har planerat än" in page(scene)


def test_a_visitor_does_not_see_the_offices_plans(scene: Scene) -> None:
    assert scene.world.client().get(URL).status_code == 302
