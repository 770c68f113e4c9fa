"""The inspection record: what the office keeps in its own case system."""

from uuid import uuid4

import pytest

from samsyn.campaigns.models import Submission
from samsyn.campaigns.tests.factories import Scene
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.organisations.interface import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(scene: Scene) -> str:
    submission_id = uuid4()
    assert (
        scene.send(scene.xml(submission_id, comment="Saknas för två ämnen", q1="a")).status_code
        == 201
    )
    return f"/kampanjer/{scene.campaign.slug}/objekt/{submission_id}/protokoll.pdf"


def test_the_record_says_who_when_and_what_was_answered(scene: Scene, address: str) -> None:
    answer = scene.world.client(scene.officer).get(address)
    assert answer["Content-Type"] == "application/pdf"
    check(answer.content)
    text = " ".join(text_of(answer.content).split())
    for said in (
        "DNR-1", "Miljökontoret Aneby", "20 november 2026", "Finns säkerhetsdatablad?", "A, avvikelse",
        "Saknas för två ämnen", "MB 26 kap. 19 §", "Kemikalier, version 1", Submission.objects.get().receipt,
    ):  # fmt: skip
        assert said in text, said
    assert scene.form.version not in text


def test_the_same_submission_gives_the_same_bytes(scene: Scene, address: str) -> None:
    client = scene.world.client(scene.officer)
    assert client.get(address).content == client.get(address).content


def test_only_the_offices_own_people_read_it(scene: Scene, address: str) -> None:
    stranger = scene.world.actor("siv", Role.OFFICER, scene.world.habo)
    assert scene.world.client(stranger).get(address).status_code == 404
    assert scene.world.client(scene.coordinator).get(address).status_code == 404
    assert scene.world.client().get(address).status_code == 302
