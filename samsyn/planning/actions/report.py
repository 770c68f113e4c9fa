"""The annual report: begun, written, and frozen by decision; and what an activity says of itself for it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.organisations.interface import Actor, Office
from samsyn.planning.codes import ItemState, ProposalState, YearState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import (
    AnnualReport,
    Decision,
    Goal,
    OfficeShare,
    PlanItem,
    PlanYear,
    Proposal,
)
from samsyn.planning.refusals import Refused
from samsyn.planning.report_figures import fingerprint, make_figures
from samsyn.planning.searching import index_item


@transaction.atomic
def begin_report(*, by: Actor, plan_year: PlanYear) -> AnnualReport:
    """The report of a year, with live figures; one for each year."""
    if plan_year.state not in {YearState.DECIDED, YearState.CLOSED}:
        raise Refused("year_not_decided", {"year": plan_year.year})
    report, made = AnnualReport.objects.get_or_create(plan_year=plan_year)
    if made:
        _log(by, "planning.report_begun", report)
    return report


@transaction.atomic
def write_report(
    *, by: Actor, report: AnnualReport, summary: str, looking_ahead: str, revision: int
) -> AnnualReport:
    """The coordinator's words; the figures are not hers to write."""
    locked = _live(report)
    if locked.revision != revision:
        raise Refused("other_wrote")
    before = snapshot(locked)
    locked.summary, locked.looking_ahead = summary.strip(), looking_ahead.strip()
    locked.revision += 1
    locked.save()
    _log(by, "planning.report_written", locked, before)
    return locked


@transaction.atomic
def freeze_report(*, by: Actor, report: AnnualReport, decision: Decision) -> AnnualReport:
    """Freezes texts and figures as they stand, by the steering group's decision; the year is closed with it."""
    locked = _live(report)
    year = locked.plan_year
    if year.year >= today().year:
        raise Refused("year_not_closed_yet", {"year": year.year})
    locked.figures = make_figures(year)
    locked.fingerprint = fingerprint(locked.figures)
    locked.decision, locked.frozen_at = decision, now()
    locked.save()
    PlanYear.objects.filter(pk=year.pk).update(state=YearState.CLOSED)
    sentence = _("What came of it stands in the annual report %(year)s.") % {"year": year.year}
    for item in year.items.select_related("proposal__collaboration"):
        if item.proposal is not None:
            tell_proposer(item.proposal, step=f"report:{year.year}", sentence=sentence)
    _log(by, "planning.report_frozen", locked)
    return locked


@transaction.atomic
def report_activity(
    *,
    by: Actor,
    item: PlanItem,
    state: str,
    result: str = "",
    spent: int | None = None,
    work_address: str = "",
    goals: Mapping[Goal, tuple[str, str]] | None = None,
    hours: Mapping[Office, int | None] | None = None,
) -> PlanItem:
    """How an activity went: its state and result, its goals (result and words), money, and each office's hours."""
    if AnnualReport.objects.filter(plan_year=item.plan_year_id).exclude(frozen_at=None).exists():
        raise Refused("report_frozen")
    before = snapshot(item)
    item.state, item.result, item.spent = state, result.strip(), spent
    item.work_address = work_address.strip()
    # Only what is said here: what was started meanwhile stays linked.
    item.save(update_fields=["state", "result", "spent", "work_address"])
    for goal, (reached, comment) in (goals or {}).items():
        Goal.objects.filter(pk=goal.pk, item=item).update(result=reached, comment=comment.strip())
    for office, number in (hours or {}).items():
        OfficeShare.objects.filter(item=item, office=office).update(spent=number)
    if item.proposal is not None:
        _tell_how_it_went(item, item.proposal)
    index_item(item)
    record(by=by.user_id, verb="planning.activity_reported", obj=item, before=before,
           collaboration_id=by.collaboration_id)  # fmt: skip
    return item


def _tell_how_it_went(item: PlanItem, proposal: Proposal) -> None:
    """Whoever proposed it hears that it is carried out, or that it was called off."""
    words = {
        ItemState.DONE: _("It is carried out. %(result)s"),
        ItemState.CANCELLED: _("The activity was called off. %(result)s"),
    }
    if item.state not in words:
        return
    if item.state == ItemState.DONE:
        Proposal.objects.filter(pk=proposal.pk, state=ProposalState.ACCEPTED).update(
            state=ProposalState.DONE
        )
    sentence = words[ItemState(item.state)] % {"result": item.result}
    tell_proposer(proposal, step=f"{item.state}:{item.pk}", sentence=sentence.strip())


def _live(report: AnnualReport) -> AnnualReport:
    locked: AnnualReport = (
        AnnualReport.objects.select_for_update(of=("self",))
        .select_related("plan_year__collaboration")
        .get(pk=report.pk)
    )
    if locked.frozen_at is not None:
        raise Refused("report_frozen")
    return locked


def _log(by: Actor, verb: str, report: AnnualReport, before: dict[str, Any] | None = None) -> None:
    record(by=by.user_id, verb=verb, obj=report, before=before,
           collaboration_id=by.collaboration_id)  # fmt: skip
