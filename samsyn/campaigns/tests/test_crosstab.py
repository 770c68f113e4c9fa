"""Those who run a campaign cut its result as they like; nobody else can, since free tables give away hidden numbers."""

from datetime import timedelta
from uuid import uuid4

import pytest

from samsyn.campaigns.actions.campaign import set_project_group
from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.tests.factories import Scene
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
URL = "/kampanjer/verkstader/resultat/korstabell/"


@pytest.fixture
def sent(scene: Scene) -> Scene:
    """Three objects of Aneby and one of the other office."""
    old = (today() - timedelta(days=20)).isoformat()
    for answers in (
        {"q1": "ua", "q2": "ua"},
        {"q1": "a", "q2": "a", "comment": "Saknas"},
        {"q1": "a", "q2": "ek", "comment": "Saknas", "date": old},
    ):
        assert scene.send(scene.xml(uuid4(), **answers)).status_code == 201
    world = scene.world
    other = world.actor("habo", Role.OFFICER, world.habo)
    answer_participation(
        by=other, campaign=scene.campaign, office=world.habo, takes_part=True, planned=3
    )
    there = Scene(world, scene.coordinator, other, scene.campaign, world.habo)
    assert there.send(there.xml(uuid4(), q1="ua", q2="a")).status_code == 201
    return scene


def cut(scene: Scene, **chosen: str | list[str]):
    answer = scene.world.client(scene.coordinator).get(URL, chosen)
    assert answer.status_code == 200, answer.context["form"].errors
    return answer


def test_without_a_choice_all_objects_are_counted(sent: Scene) -> None:
    answer = cut(sent)
    assert answer.context["cut"].picture.submissions == 4
    assert answer.context["cut"].picture.question("q1").by_code() == {"ua": 2, "a": 2, "ek": 0, "ea": 0}  # fmt: skip


def test_by_office(sent: Scene) -> None:
    assert cut(sent, kontor=["aneby"]).context["cut"].picture.submissions == 3
    both = cut(sent, kontor=["aneby", sent.world.habo.slug])
    assert both.context["cut"].picture.submissions == 4


def test_by_the_day_of_the_visit(sent: Scene) -> None:
    week = today() - timedelta(days=7)
    assert cut(sent, fran=week.isoformat()).context["cut"].picture.submissions == 3
    assert cut(sent, till=week.isoformat()).context["cut"].picture.submissions == 1


def test_by_selection(sent: Scene) -> None:
    assert cut(sent, urval=["risk"]).context["cut"].picture.submissions == 4
    empty = cut(sent, urval=["complaint"])
    assert empty.context["cut"].picture.submissions == 0
    assert "Inget objekt passar" in empty.content.decode()


def test_a_question_against_a_question(sent: Scene) -> None:
    table = cut(sent, fraga="q1", mot="q2").context["cross"]
    assert [(row.label[:2].strip(", "), row.numbers, row.total) for row in table.rows] == [
        ("UA", (1, 1, 0, 0), 2),
        ("A", (0, 1, 1, 0), 2),
        ("EK", (0, 0, 0, 0), 0),
        ("EA", (0, 0, 0, 0), 0),
    ]
    assert (table.column_totals, table.total, table.without) == ([1, 2, 1, 0], 4, 0)


def test_one_measure_of_several_against_a_question(sent: Scene) -> None:
    table = cut(sent, fraga="sam_atgard/order", mot="q1").context["cross"]
    assert [row.numbers[:2] for row in table.rows] == [(2, 2), (0, 0)]


def test_filter_and_table_go_together(sent: Scene) -> None:
    table = cut(sent, kontor="aneby", fraga="q1", mot="q2").context["cross"]
    assert table.total == 3


@pytest.mark.parametrize(
    "wrong", [{"fraga": "finns-inte"}, {"kontor": "atlantis"}, {"fran": "i fjol"}, {"urval": "x"}]
)
def test_what_cannot_be_chosen_is_said(sent: Scene, wrong: dict[str, str]) -> None:
    answer = sent.world.client(sent.coordinator).get(URL, wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == wrong.keys()


def test_days_in_the_wrong_order_are_said(sent: Scene) -> None:
    answer = sent.world.client(sent.coordinator).get(
        URL, {"fran": "2026-11-20", "till": "2026-11-01"}
    )
    assert answer.status_code == 422


def test_the_project_group_may(sent: Scene, world: World) -> None:
    member = world.actor("grupp", Role.OFFICER, world.habo)
    assert world.client(member).get(URL).status_code == 403
    set_project_group(
        by=sent.coordinator, campaign=sent.campaign, leader=None, members=[member.person]
    )
    assert world.client(member).get(URL).status_code == 200


@pytest.mark.parametrize("state", ["open", "closed", "compiled", "published"])
def test_nobody_else_may_in_any_state(sent: Scene, world: World, state: str) -> None:
    sent.campaign.state = state
    sent.campaign.save()
    chosen = {"kontor": "aneby", "fraga": "q1", "mot": "q2"}
    for role in (Role.STEERING, Role.REGION, Role.EDITOR, Role.ADMINISTRATOR, Role.LECTURER):
        client = world.client(world.actor(f"annan-{role}", role))
        assert client.get(URL, chosen).status_code in {403, 404}, role
    assert world.client(sent.officer).get(URL, chosen).status_code == 403
    assert world.client().get(URL, chosen).status_code == 302
    stranger = world.person("frammande", Role.COORDINATOR, other=True)
    assert world.client(stranger, host=world.other.host).get(URL).status_code == 404


def test_a_filter_in_the_address_of_the_result_page_changes_nothing_for_members(
    sent: Scene,
) -> None:
    sent.campaign.state = "closed"
    sent.campaign.save()
    client = sent.world.client(sent.officer)
    base = "/kampanjer/verkstader/resultat/"
    plain = client.get(base).context["table"].rows
    assert client.get(base, {"kontor": "aneby", "mot": "q2"}).context["table"].rows == plain
    assert "korstabell" not in client.get(base).content.decode()


def test_the_number_of_questions_to_the_database_does_not_grow(
    sent: Scene, django_assert_max_num_queries
) -> None:
    for _number in range(5):
        sent.send(sent.xml(uuid4()))
    client = sent.world.client(sent.coordinator)
    with django_assert_max_num_queries(40):
        assert client.get(URL, {"fraga": "q1", "mot": "q2"}).context["cross"].total == 9
