"""What the walk needs beside the demo county: things that only exist while somebody is waiting for something."""

from datetime import timedelta

from samsyn.campaigns.actions.campaign import add_material, set_project_group
from samsyn.campaigns.actions.report import ask_for_comments, comment_on_report, draft_report
from samsyn.campaigns.interface import (
    CampaignState,
    answer_participation,
    change_campaign,
    choose_checklist,
    make_campaign,
    move_campaign,
)
from samsyn.campaigns.models import Campaign
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.demo.build import build
from samsyn.demo.plan import Demo
from samsyn.organisations.interface import Actor, Role, actor_of, invite

SCHOOLS = "skolor-stadning-ventilation"
CLOSED = "skolor-avslutad"


def build_county() -> None:
    """The demo county, an open invitation, a file for members and a closed campaign whose report is out for comments."""
    demo = build(lambda line: None)
    coordinator = actor_of(demo.people["samordnare@exempel.se"])
    campaign = Campaign.objects.get(slug=SCHOOLS, collaboration=demo.county)
    invite(
        by=coordinator, collaboration=demo.county, email="ny@exempel.se", name="Ny Person", role=Role.OFFICER,
        office=demo.offices["jonkoping"], site_address="http://testserver",
    )  # fmt: skip
    add_material(by=coordinator, campaign=campaign, title="Brev", name="brev.txt", content=b"Hej")
    _closed_with_report(demo, coordinator, campaign)


def _closed_with_report(demo: Demo, by: Actor, like: Campaign) -> None:
    campaign = make_campaign(
        by=by, collaboration=demo.county, slug=CLOSED, title="Skolor, avslutad", purpose="Ett prov.",
        starts=today() - timedelta(days=90), ends=today() - timedelta(days=1),
    )  # fmt: skip
    assert like.checklist_version is not None
    choose_checklist(by=by, campaign=campaign, version=like.checklist_version)
    decision = DecisionRef(body="Styrgruppen", date=today() - timedelta(days=99), paragraph="1")
    change_campaign(by=by, campaign=campaign, values={"decision": decision})
    set_project_group(
        by=by, campaign=campaign, leader=demo.people["handlaggare.nassjo@exempel.se"],
        members=[demo.people["handlaggare.jonkoping@exempel.se"]],
    )  # fmt: skip
    manager = actor_of(demo.people["chef.jonkoping@exempel.se"])
    jonkoping = demo.offices["jonkoping"]
    answer_participation(
        by=manager, campaign=campaign, office=jonkoping, takes_part=True, planned=5
    )
    for state in (CampaignState.OPEN, CampaignState.CLOSED):
        campaign = move_campaign(by=by, campaign=campaign, to=state)
    report = draft_report(by=by, campaign=campaign)
    report = ask_for_comments(by=by, report=report, until=today() + timedelta(days=5))
    comment_on_report(by=manager, report=report, office=jonkoping, section="", text="Bra.")
