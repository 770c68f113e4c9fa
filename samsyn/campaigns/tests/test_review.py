"""When the officer's form and the server disagree on an honest answer, it is kept as received and marked for review."""

from uuid import uuid4

import pytest

from samsyn.campaigns.actions.campaign import choose_checklist
from samsyn.campaigns.models import Submission
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.tests.factories import SV, Scene, publish
from samsyn.campaigns.workspace import quality_of
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db

EXTRA = [
    {"type": "date", "name": "fran", SV: "Från"},
    {"type": "date", "name": "till", SV: "Till", "constraint": ". - ${fran} < 2"},
    {"type": "calculate", "name": "dagar", "calculation": "int(${till} - ${fran})"},
    {"type": "integer", "name": "betalt", SV: "Dagar", "constraint": ". = ${dagar}"},
]  # fmt: skip
# What ODK's engine sends over the change to summer time: 47 hours, which it takes for less than two days.
HONEST = "<fran>2026-03-28</fran><till>2026-03-30</till><dagar>1</dagar><betalt>1</betalt>"


@pytest.fixture
def dated(scene: Scene, world: World) -> Scene:
    version = publish(scene.coordinator, world, extra=EXTRA, slug="datum")
    choose_checklist(by=scene.coordinator, campaign=scene.campaign, version=version)
    return scene


def with_extra(scene: Scene, pk, extra: str) -> bytes:
    return scene.xml(pk).replace(b"</kem>", extra.encode() + b"</kem>")


def test_an_honest_answer_that_the_server_judges_otherwise_is_kept_as_received(
    dated: Scene,
) -> None:
    pk = uuid4()
    xml = with_extra(dated, pk, HONEST)
    assert dated.send(xml).status_code == 201
    stored = Submission.objects.get(pk=pk)
    assert [(one["name"], one["code"]) for one in stored.review] == [
        ("dagar", "calculated"),
        ("till", "constraint"),
        ("betalt", "constraint"),
    ]
    assert stored.review[0]["params"] == {"given": "1", "computed": "2"}
    assert bytes(stored.xml) == xml
    assert picture_of(dated.campaign).submissions == 1


def test_the_coordinator_sees_how_many_need_review(dated: Scene) -> None:
    dated.send(with_extra(dated, uuid4(), HONEST))
    dated.send(dated.xml(uuid4(), reference="DNR-2"))
    assert quality_of(dated.campaign, picture_of(dated.campaign)).needs_review == 1


def test_an_answer_on_which_all_agree_that_it_is_wrong_is_refused(dated: Scene) -> None:
    wrong = "<fran>2026-05-01</fran><till>2026-05-09</till><dagar>8</dagar><betalt>3</betalt>"
    answer = dated.send(with_extra(dated, uuid4(), wrong))
    assert answer.status_code == 422
    assert {one["name"] for one in answer.json()["problems"]} == {"till", "betalt"}
    assert not Submission.objects.exists()
