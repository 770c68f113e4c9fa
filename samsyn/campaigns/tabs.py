"""The head that all pages of a campaign share: its tabs, its status line and who the reader is in it."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.campaigns.access import runs_campaign
from samsyn.campaigns.models import Campaign, Report
from samsyn.campaigns.queries import offices_asked, sees_as_member
from samsyn.campaigns.rules import sees_report, sees_result
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Fact, Tab
from samsyn.lib.periods import Period
from samsyn.lib.swedish import counted, format_period
from samsyn.network.interface import waiting_about
from samsyn.organisations.interface import Actor

SUBJECT = "campaigns.campaign"
STATE_ICONS = {
    "draft": "pencil",
    "referral": "chat-elipsis",
    "field_test": "clipboard-checkmark",
    "open": "arrows-circlepath",
    "closed": "hourglass",
    "compiled": "table",
    "published": "checkmark-circle",
}


def head_of(request: HttpRequest, campaign: Campaign, active: str) -> dict[str, object]:
    """What every page of a campaign gives its template."""
    actor: Actor | None = request.actor or None  # type: ignore[attr-defined]
    runs = runs_campaign(actor, campaign)
    return {
        "campaign": campaign,
        "actor": actor,
        "runs": runs,
        "tabs": _tabs(campaign, active, runs=runs, is_member=sees_as_member(actor)),
        "status": _status(campaign, is_member=sees_as_member(actor)),
        "my_offices": _my_offices(actor, campaign),
    }


def _my_offices(actor: Actor | None, campaign: Campaign) -> list[object]:
    if actor is None or not actor.offices:
        return []
    asked = set(offices_asked(campaign).values_list("pk", flat=True))
    return [office for office in actor.offices if office.pk in asked]


def _tabs(campaign: Campaign, active: str, *, runs: bool, is_member: bool) -> list[Tab]:
    shown = [("overview", _("Overview"))]
    if not campaign.is_historical:
        if is_member:
            shown.append(("offices", _("Offices")))
        shown.append(("checklist", _("Checklist")))
        if is_member:
            shown.append(("questions", _("Questions")))
        if sees_result(campaign.state, runs_campaign=runs, is_member=is_member):
            shown.append(("result", _("Result")))
        report = Report.objects.filter(campaign=campaign).values_list("state", flat=True).first()
        if sees_report(campaign.state, report or "", runs_campaign=runs, is_member=is_member):
            shown.append(("report", _("Report")))
        shown.append(("material", _("Material")))
    waiting = waiting_about(SUBJECT, str(campaign.pk)) if is_member else 0
    return [
        Tab(
            label=label,
            url=reverse(f"campaigns:{name}", args=[campaign.slug]),
            active=name == active,
            badge=waiting if name == "questions" else 0,
        )
        for name, label in shown
    ]


def _status(campaign: Campaign, *, is_member: bool) -> list[Fact]:
    facts = [Fact(_("State"), campaign.get_state_display(), icon=STATE_ICONS[campaign.state])]
    if campaign.starts and campaign.ends:
        facts.append(Fact(_("Period"), format_period(campaign.starts, campaign.ends)))
        if campaign.state == "open":
            left = Period(campaign.starts, campaign.ends).days_left(today())
            facts.append(Fact(_("Left"), counted(left, _("day"), _("days"))))
    if not campaign.is_historical:
        taking = campaign.participations.filter(takes_part=True).count()
        asked = offices_asked(campaign).count()
        facts.append(
            Fact(_("Take part"), _("%(n)d of %(all)d offices") % {"n": taking, "all": asked})
        )
    if campaign.checklist_version:
        facts.append(
            Fact(
                _("Checklist"),
                _("version %(number)s") % {"number": campaign.checklist_version.number},
                url=reverse("campaigns:checklist", args=[campaign.slug]),
            )
        )
    if campaign.decision:
        facts.append(Fact(_("Decision"), str(campaign.decision), url=campaign.decision.address))
    members = campaign.project_members.filter(ends=None).count() if is_member else 0
    if members:
        facts.append(Fact(_("Project group"), counted(members, _("person"), _("people"))))
    return facts[:7]
