"""A guidance document shows the campaigns that ask what rests on it: a draft to members, one under way to everybody."""

from samsyn.campaigns.actions.campaign import choose_checklist, make_campaign
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.tests.factories import workbook
from samsyn.checklists.interface import make_checklist, publish_version, upload_version
from samsyn.guidance.tests.factories import published
from samsyn.lib.xform import write_workbook
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

HERE = "/handlaggarstod/fordonstvattar/"
LINK = 'href="/kampanjer/tvattar/"'


def test_campaigns_stand_on_the_guidance_that_their_questions_rest_on(
    world: World, db: None
) -> None:
    by = world.coordinator()
    published(by)
    asked = workbook()
    asked.survey[1]["samsyn_guidance"] = HERE
    checklist = make_checklist(by=by, collaboration=world.collaboration, slug="t", title="Tvättar")
    draft = upload_version(by=by, checklist=checklist, name="t.xlsx", content=write_workbook(asked))
    campaign = make_campaign(
        by=by, collaboration=world.collaboration, slug="tvattar", title="Fordonskampanjen"
    )
    choose_checklist(by=by, campaign=campaign, version=publish_version(by=by, version=draft))

    officer = world.client(world.actor("eva", Role.OFFICER, world.aneby))
    read = officer.get(HERE).content.decode()
    assert LINK in read and "Fordonskampanjen" in read and "1 fråga bygger på stödet" in read
    assert LINK not in world.client().get(HERE).content.decode()

    Campaign.objects.update(state=CampaignState.OPEN)
    read = world.client().get(HERE).content.decode()
    assert LINK in read and "1 fråga bygger på stödet" in read
    assert "Fråga 1 i checklistan" not in read
