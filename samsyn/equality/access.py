"""Loading is checking: a page gets a comparison only through here."""

from dataclasses import dataclass

from django.http import Http404

from samsyn.campaigns.interface import (
    Campaign,
    campaigns_seen_by,
    runs_campaign,
    sees_as_member,
    sees_named_offices,
    sees_result,
)
from samsyn.equality.models import CampaignComparison
from samsyn.organisations.interface import Actor, Collaboration


@dataclass(frozen=True, slots=True)
class Seen:
    """A campaign, what is worked out of it (None before the job has run), and how much of it the reader may see."""

    campaign: Campaign
    comparison: CampaignComparison | None
    named: bool
    runs: bool


def get_comparison_to_see(actor: Actor | None, collaboration: Collaboration, slug: str) -> Seen:
    """As the campaign's own result: everyone when published, members from the closing, those who run it always."""
    campaign = campaigns_seen_by(actor, collaboration).filter(slug=slug).first()
    if campaign is None or not may_see_comparison(actor, campaign):
        raise Http404
    return seen_of(actor, campaign)


def seen_of(actor: Actor | None, campaign: Campaign) -> Seen:
    """How much a reader who may see the comparison sees of it."""
    runs = runs_campaign(actor, campaign)
    named = sees_named_offices(
        campaign.state, campaign.named_results, runs_campaign=runs, is_member=sees_as_member(actor)
    )
    comparison = CampaignComparison.objects.filter(campaign=campaign).first()
    return Seen(campaign, comparison, named, runs)


def may_see_comparison(actor: Actor | None, campaign: Campaign) -> bool:
    """A campaign of which only published figures are known has none."""
    return not campaign.is_historical and sees_result(
        campaign.state,
        runs_campaign=runs_campaign(actor, campaign),
        is_member=sees_as_member(actor),
    )
