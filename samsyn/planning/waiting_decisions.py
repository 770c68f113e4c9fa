"""What waits for a decision of the steering group, as the agenda of its next meeting wants it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samsyn.campaigns.interface import Campaign, CampaignState
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Collaboration
from samsyn.planning.codes import DecisionKind, MeetingState, ProposalState, YearState
from samsyn.planning.models import AgendaItem, AnnualReport, PlanYear, Proposal

LINKS = ("proposal", "plan_year", "campaign", "annual_report")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: the values of the item it becomes."""

    values: Mapping[str, Any]

    @property
    def title(self) -> str:
        return str(self.values["title"])


def waiting_for_decision(collaboration: Collaboration) -> list[Waiting]:
    """Reports, plans, then proposals whose vote is over; without what an open agenda holds already."""
    on_agenda = _on_agenda(collaboration)
    found = [
        *_reports(collaboration), *_campaigns(collaboration), *_years(collaboration), *_proposals(collaboration),
    ]  # fmt: skip
    return [
        Waiting(values)
        for values in found
        if not any(name in values and (name, values[name].pk) in on_agenda for name in LINKS)
    ]


def _on_agenda(collaboration: Collaboration) -> set[tuple[str, int]]:
    rows = AgendaItem.objects.filter(meeting__collaboration=collaboration, decision=None).exclude(
        meeting__state=MeetingState.FROZEN
    )
    return {
        (name, pk)
        for row in rows.values(*(f"{name}_id" for name in LINKS))
        for name in LINKS
        if (pk := row[f"{name}_id"])
    }


def _reports(collaboration: Collaboration) -> Iterable[dict[str, Any]]:
    ready = AnnualReport.objects.filter(
        plan_year__collaboration=collaboration, plan_year__year__lt=today().year, frozen_at=None
    ).exclude(summary="")
    for report in ready.select_related("plan_year"):
        title = _("Annual report %(year)s") % {"year": report.plan_year.year}
        yield {"title": title, "kind": DecisionKind.ANNUAL_REPORT, "annual_report": report}


def _campaigns(collaboration: Collaboration) -> Iterable[dict[str, Any]]:
    compiled = Campaign.objects.filter(
        collaboration=collaboration, state=CampaignState.COMPILED, report_decision=None
    )
    for campaign in compiled:
        title = _("Report of the campaign %(title)s") % {"title": campaign.title}
        yield {"title": title, "kind": DecisionKind.CAMPAIGN_REPORT, "campaign": campaign}


def _years(collaboration: Collaboration) -> Iterable[dict[str, Any]]:
    coming = PlanYear.objects.filter(
        collaboration=collaboration, state=YearState.PRELIMINARY, year__lte=today().year + 1
    )
    for year in coming:
        title = _("Plan of activities %(year)s") % {"year": year.year}
        yield {"title": title, "kind": DecisionKind.PLAN, "plan_year": year}


def _proposals(collaboration: Collaboration) -> Iterable[dict[str, Any]]:
    voted = Proposal.objects.filter(
        collaboration=collaboration, state=ProposalState.VOTING
    ).exclude(vote_items__vote__closes__gte=today())
    for proposal in voted.order_by("number"):
        title = _("Proposal %(number)s: %(title)s") % {
            "number": proposal.number, "title": proposal.title,
        }  # fmt: skip
        yield {"title": title, "kind": DecisionKind.ACTIVITY, "proposal": proposal,
               "background": proposal.purpose or proposal.background}  # fmt: skip
