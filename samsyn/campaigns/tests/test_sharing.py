"""The picture beside a shared link to a campaign: what everybody may see, whoever asks."""

import struct

import pytest
from django.core.cache import cache

from samsyn.campaigns.actions.campaign import record_published_campaign
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.share_chart import share_chart
from samsyn.campaigns.tests.factories import Scene, in_state

PAGE = "/kampanjer/verkstader/"


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def picture(scene: Scene, person=None):
    return scene.world.client(person).get(f"{PAGE}delning.png")


def test_the_picture_has_the_size_that_link_previews_want_and_may_be_kept(scene: Scene) -> None:
    answer = picture(scene)
    assert answer["Content-Type"] == "image/png"
    assert "max-age=3600" in answer["Cache-Control"] and "public" in answer["Cache-Control"]
    assert struct.unpack(">II", answer.content[16:24]) == (1200, 630)


def test_the_page_names_its_picture_and_says_what_it_shows(scene: Scene) -> None:
    page = scene.world.client().get(PAGE).content.decode()
    assert f'property="og:image" content="http://testserver{PAGE}delning.png"' in page
    assert f'property="og:image:alt" content="{scene.campaign.title}"' in page


def test_a_result_is_in_the_picture_only_when_it_is_published(scene: Scene) -> None:
    for _ in range(6):
        scene.send(scene.xml())
    assert share_chart(scene.campaign) is None
    shown = share_chart(in_state(scene, CampaignState.PUBLISHED).campaign)
    assert shown is not None
    assert "hela länet, 6 objekt" in shown.title


def test_few_answers_are_not_given_away(scene: Scene) -> None:
    scene.send(scene.xml())
    assert share_chart(in_state(scene, CampaignState.PUBLISHED).campaign) is None
    assert picture(scene).status_code == 200


def test_a_campaign_that_nobody_may_know_of_has_no_picture(scene: Scene) -> None:
    in_state(scene, CampaignState.DRAFT)
    assert picture(scene).status_code == 404
    assert picture(scene, scene.coordinator).status_code == 404


def test_what_others_have_published_is_drawn_as_it_stands(scene: Scene) -> None:
    figures = [
        {
            "label": "Med avvikelse",
            "numerator": 120,
            "denominator": 200,
            "source": "https://x.example",
        },
        {"label": "Andel", "share": 0.4, "source": "https://x.example"},
    ]
    campaign = record_published_campaign(
        by=scene.coordinator, collaboration=scene.world.collaboration, slug="forr", title="Förr", figures=figures
    )  # fmt: skip
    shown = share_chart(campaign)
    assert shown is not None
    assert [row[:3] for row in shown.rows] == [("Med avvikelse", "120", "200")]
