"""The picture of a campaign that programs show beside a shared link to it."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from samsyn.campaigns.access import get_campaign_to_see
from samsyn.campaigns.share_chart import share_chart
from samsyn.core.charts.interface import share_card
from samsyn.organisations.interface import SamsynRequest, public


@public
@cache_control(public=True, max_age=3_600)
def share(request: SamsynRequest, slug: str) -> HttpResponse:
    """The same for everybody: a link is shared with people whom we do not know."""
    campaign = get_campaign_to_see(None, request.collaboration, slug)
    png = share_card(
        campaign.collaboration.name,
        campaign.title,
        share_chart(campaign),
        note=_("example data") if campaign.is_example else "",
    )
    return HttpResponse(png, content_type="image/png")
