"""All tables that the API offers: those of the published key figures, and published campaign results."""

from samsyn.campaigns.interface import Campaign, CampaignState, campaigns_seen_by
from samsyn.indicators.campaign_cube import cube_of_campaign
from samsyn.indicators.cube import Cube, cubes_of
from samsyn.indicators.picture import pictures_of
from samsyn.indicators.queries import published_indicators
from samsyn.indicators.whole import WHOLE, whole_table
from samsyn.organisations.interface import Collaboration


def tables_of(collaboration: Collaboration) -> list[Cube]:
    """Every table, in the order of the lists."""
    pictures = pictures_of(published_indicators(collaboration))
    made = [cube for one in pictures for cube in cubes_of(one)]
    whole = [one] if (one := whole_table(collaboration)) else []
    return [
        *made,
        *whole,
        *(cube for one in _campaigns(collaboration) if (cube := cube_of_campaign(one))),
    ]


def table_of(collaboration: Collaboration, table: str) -> Cube | None:
    """One table by its code, loading only what it needs; None when there is none."""
    if table == WHOLE:
        return whole_table(collaboration)
    for indicator in published_indicators(collaboration):
        # A table's code is the key, alone or with an ending.
        if table == indicator.key or table.startswith(f"{indicator.key}-"):
            for picture in pictures_of([indicator]):
                for cube in cubes_of(picture):
                    if cube.id == table:
                        return cube
    for campaign in _campaigns(collaboration):
        if table == f"kampanj-{campaign.slug}":
            return cube_of_campaign(campaign)
    return None


def _campaigns(collaboration: Collaboration) -> list[Campaign]:
    """Campaigns of which a result is published: those a visitor may see."""
    return [
        one
        for one in campaigns_seen_by(None, collaboration)
        .filter(state=CampaignState.PUBLISHED)
        .prefetch_related("published_figures")
        if one.collaboration_id == collaboration.pk
    ]
