"""What the report counts and what it hides."""

from uuid import uuid4

import pytest

from samsyn.campaigns.actions.campaign import move_campaign
from samsyn.campaigns.actions.report import draft_report
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Submission, Tally
from samsyn.campaigns.tests.factories import Scene
from samsyn.campaigns.tests.test_report import ROOT, finish, page, publish

pytestmark = pytest.mark.django_db


def test_a_field_test_is_not_in_the_report(scene: Scene) -> None:
    assert scene.send(scene.xml(uuid4())).status_code == 201
    scene.campaign.submission_count = None
    Submission.objects.update(is_field_test=True)
    Tally.objects.all().delete()
    scene.campaign = move_campaign(
        by=scene.coordinator, campaign=scene.campaign, to=CampaignState.CLOSED
    )
    report = draft_report(by=scene.coordinator, campaign=scene.campaign)
    assert report.figures["objects"] == 0


def test_small_cells_are_hidden_in_page_pdf_and_file(scene: Scene) -> None:
    for number in range(9):
        answers = {"q1": "a" if number < 2 else "ua", "q2": "ua", "comment": "Två"}
        if number >= 2:
            del answers["comment"]
        assert scene.send(scene.xml(uuid4(), **answers)).status_code == 201
    scene.campaign = move_campaign(
        by=scene.coordinator, campaign=scene.campaign, to=CampaignState.CLOSED
    )
    client = scene.world.client(scene.coordinator)
    client.post(f"{ROOT}utkast/")
    finish(scene, client)
    publish(scene)
    visitor = scene.world.client()
    row = next(
        line
        for line in visitor.get(f"{ROOT}siffror.csv").content.decode("utf-8-sig").splitlines()
        if "säkerhets" in line
    )
    assert row == ";Finns säkerhetsdatablad?;;;0;0;9;;ja;"
    assert "22 %" not in page(visitor).replace("\xa0", " ")
