"""The list of campaigns, and a campaign's overview, which is the coordinator's workspace."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.campaigns.access import get_campaign_to_see
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.progress import progress_of
from samsyn.campaigns.published import reconciliation_of
from samsyn.campaigns.queries import campaigns_seen_by, sees_as_member
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.result_tables import county_table
from samsyn.campaigns.tabs import SUBJECT, head_of
from samsyn.campaigns.workspace import (
    map_of,
    pace_of,
    quality_of,
    recent_pace,
    rows_of,
    timeline_of,
    weeks_of,
)
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import panels
from samsyn.network.interface import questions_about
from samsyn.organisations.interface import Permission, public


@public
def list(request: HttpRequest) -> HttpResponse:  # noqa: A001  # one stem: the page, its name and its template
    """All campaigns the reader may see, those under way first."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaigns = [*campaigns_seen_by(actor, request.collaboration)]  # type: ignore[attr-defined]
    groups = [
        (
            _("Under way"),
            [c for c in campaigns if c.state in {CampaignState.OPEN, CampaignState.CLOSED}],
        ),
        (
            _("In preparation"),
            [c for c in campaigns if c.state in {"draft", "referral", "field_test"}],
        ),
        (
            _("Results"),
            [c for c in campaigns if c.state in {CampaignState.COMPILED, CampaignState.PUBLISHED}],
        ),
    ]
    context = {
        "groups": groups,
        "may_make": bool(actor and actor.may(Permission.RUN_CAMPAIGNS)),
        "sees_checklists": sees_as_member(actor),
    }
    return render(request, "campaigns/list.html", context)


@public
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """What the campaign is, and for members how far it has come."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    context = head_of(request, campaign, "overview")
    if campaign.is_historical:
        return render(
            request, "campaigns/historical.html", {**context, "table": reconciliation_of(campaign)}
        )
    context |= _progress(campaign)
    # What higher packages know of the campaign, such as the decision behind it.
    context["panels"] = [one for ask in panels.providers() for one in ask(campaign, actor)]
    if context["runs"] and campaign.state != CampaignState.DRAFT:
        context |= _workspace(campaign)
    return render(request, "campaigns/overview.html", context)


def _progress(campaign: Campaign) -> dict[str, object]:
    progress = progress_of(campaign, today=today())
    return {
        "progress": progress,
        "map": map_of(campaign, progress),
        "rows": rows_of(campaign, progress, today()),
        "timeline": timeline_of(campaign, today()),
        "today": today(),
    }


def _workspace(campaign: Campaign) -> dict[str, object]:
    picture = picture_of(campaign)
    return {
        "picture": picture,
        "table": county_table(picture, protected=False),
        "weeks": weeks_of(campaign, today()),
        "pace": {
            "needed": pace_of(campaign, today(), picture.submissions),
            "recent": recent_pace(campaign, today()),
        },
        "quality": quality_of(campaign, picture),
        "questions": questions_about(SUBJECT, str(campaign.pk))[:4],
    }
