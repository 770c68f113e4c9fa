"""Reading the yearly pictures and the comparisons."""

from samsyn.campaigns.interface import Campaign, campaigns_seen_by
from samsyn.equality.access import may_see_comparison
from samsyn.equality.models import CampaignComparison, Overview
from samsyn.indicators.interface import Indicator, pictures_of, published_indicators
from samsyn.organisations.interface import Actor, Collaboration


def years_of(collaboration: Collaboration) -> list[int]:
    """The years that have a picture, newest first."""
    return list(Overview.objects.filter(collaboration=collaboration).values_list("year", flat=True))


def overview_of(collaboration: Collaboration, year: int | None = None) -> Overview | None:
    """The picture of a year, or the newest."""
    found = Overview.objects.filter(collaboration=collaboration)
    return found.filter(year=year).first() if year else found.first()


def compared_campaigns(actor: Actor | None, collaboration: Collaboration) -> list[Campaign]:
    """The campaigns whose comparison the reader may see, the newest first."""
    compared = CampaignComparison.objects.values("campaign")
    campaigns = campaigns_seen_by(actor, collaboration).filter(pk__in=compared)
    return [
        campaign
        for campaign in campaigns.prefetch_related("project_members").order_by("-ends", "title")
        if may_see_comparison(actor, campaign)
    ]


def compared_indicators(
    collaboration: Collaboration, overview: Overview
) -> list[tuple[Indicator, str]]:
    """The key figures that the picture compares office by office, with their names."""
    keys = {one["name"] for one in overview.content.get("ratios", [])}
    found = pictures_of(published_indicators(collaboration).filter(key__in=keys)) if keys else []
    return [(one.indicator, one.definition.name) for one in found]
