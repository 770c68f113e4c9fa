"""The three-year plan: its years, its activities, and their changes, which need a decision when the year is decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor, Office
from samsyn.planning.codes import ActivityType, Outcome, ProposalState, YearState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import (
    Decision,
    Goal,
    OfficeShare,
    PlanAdoption,
    PlanChange,
    PlanItem,
    PlanYear,
    Proposal,
)
from samsyn.planning.refusals import Refused
from samsyn.planning.searching import index_item, index_proposal

# What the steering group decides about an activity. Results, hours spent and goals reached are reported, not decided.
DECIDED = (
    "title",
    "activity_type",
    "description",
    "strategy",
    "first_month",
    "last_month",
    "budget",
    "plan_year",
)


@transaction.atomic
def make_year(*, by: Actor, year: int, **values: Any) -> PlanYear:
    """A year of the plan, an idea bank at first; a year that is there stays as it is."""
    plan_year, made = PlanYear.objects.get_or_create(
        collaboration=by.collaboration, year=year, defaults=values
    )
    if made:
        _log(by, "planning.year_made", plan_year)
    return plan_year


@transaction.atomic
def move_year(*, by: Actor, plan_year: PlanYear, to: str) -> PlanYear:
    """An idea bank becomes preliminary, and a decided year is closed when it is over; deciding needs a decision."""
    locked = PlanYear.objects.select_for_update().get(pk=plan_year.pk)
    allowed = {(YearState.IDEAS, YearState.PRELIMINARY), (YearState.PRELIMINARY, YearState.IDEAS),
               (YearState.DECIDED, YearState.CLOSED)}  # fmt: skip
    if (locked.state, to) not in allowed:
        raise Refused("year_not_ready")
    return _move(by, locked, to)


@transaction.atomic
def decide_year(*, by: Actor, plan_year: PlanYear, decision: Decision) -> PlanYear:
    """The steering group decides a preliminary year; its activities rest on that decision, and offices are told."""
    locked = PlanYear.objects.select_for_update().get(pk=plan_year.pk)
    if locked.state != YearState.PRELIMINARY:
        raise Refused("year_not_ready")
    locked.decision = decision
    for item in locked.items.filter(decision=None).select_related("proposal"):
        item.decision = decision
        item.save(update_fields=["decision"])
        if item.proposal is not None:
            sentence = _("It stands in the decided plan for %(year)s.") % {"year": locked.year}
            tell_proposer(item.proposal, step=f"year:{decision.pk}", sentence=sentence)
    return _move(by, locked, YearState.DECIDED)


@transaction.atomic
def add_activity(
    *,
    by: Actor,
    plan_year: PlanYear,
    decision: Decision | None = None,
    shares: Mapping[Office, int] | None = None,
    goals: Sequence[str] = (),
    **values: Any,
) -> PlanItem:
    """A new activity of a year; a decided year needs the decision behind it."""
    _check_open(plan_year, decision)
    _check_months(values)
    item = PlanItem.objects.create(plan_year=plan_year, decision=decision, **values)
    _set_shares(item, shares or {})
    Goal.objects.bulk_create(Goal(item=item, text=text) for text in goals if text.strip())
    if plan_year.state == YearState.DECIDED and decision is not None:
        PlanChange.objects.create(item=item, decision=decision, before={}, after=_state_of(item))
    index_item(item)
    _log(by, "planning.activity_added", item)
    return item


@transaction.atomic
def take_into_plan(*, by: Actor, proposal: Proposal, decision: Decision) -> PlanItem:
    """An approved proposal becomes an activity of the year it was made for, and its office is told."""
    plan_year = make_year(by=by, year=proposal.plan_year, is_example=proposal.is_example)
    item = add_activity(
        by=by, plan_year=plan_year, decision=decision, title=proposal.title, proposal=proposal,
        activity_type=proposal.activity_type or ActivityType.PROJECT, description=proposal.purpose,
        goals=[line for line in proposal.goal.splitlines() if line.strip()],
        is_example=proposal.is_example,
    )  # fmt: skip
    Proposal.objects.filter(pk=proposal.pk).update(state=ProposalState.ACCEPTED)
    proposal.refresh_from_db()
    index_proposal(proposal)
    record(by=by.user_id, verb="planning.accepted", obj=proposal,
           collaboration_id=proposal.collaboration_id)  # fmt: skip
    sentence = _(
        "The steering group said yes on %(day)s, § %(paragraph)s. It stands in the plan for %(year)s."
    )
    tell_proposer(
        proposal, step=f"decision:{decision.pk}",
        sentence=sentence
        % {"day": format_date(decision.meeting.day), "paragraph": decision.paragraph, "year": plan_year.year},
    )  # fmt: skip
    return item


@transaction.atomic
def change_activity(
    *,
    by: Actor,
    item: PlanItem,
    decision: Decision | None = None,
    shares: Mapping[Office, int] | None = None,
    **values: Any,
) -> PlanItem:
    """Other words, months, money, hours or another year. What is decided changes by decision, and the change is kept."""
    locked = (
        PlanItem.objects.select_for_update(of=("self",)).select_related("plan_year").get(pk=item.pk)
    )
    target = values.get("plan_year", locked.plan_year)
    before = _state_of(locked)
    for year in {locked.plan_year, target}:
        if year.state == YearState.CLOSED:
            raise Refused("year_closed", {"year": year.year})
    for name, value in values.items():
        setattr(locked, name, value)
    _check_months({"first_month": locked.first_month, "last_month": locked.last_month})
    locked.save()
    if shares is not None:
        _set_shares(locked, shares)
    after = _state_of(locked)
    if after != before:
        for year in {locked.plan_year, target}:
            _check_open(year, decision)
        if decision is not None:
            PlanChange.objects.create(item=locked, decision=decision, before=before, after=after)
    index_item(locked)
    _log(by, "planning.activity_changed", locked)
    return locked


@transaction.atomic
def adopt_year(*, by: Actor, plan_year: PlanYear, office: Office) -> PlanAdoption:
    """An office says that the decided year stands in its own supervision plan; saying it twice changes nothing."""
    if plan_year.state != YearState.DECIDED:
        raise Refused("year_not_decided", {"year": plan_year.year})
    adoption, made = PlanAdoption.objects.get_or_create(
        plan_year=plan_year, office=office, defaults={"said_by": by.person, "said_at": now()}
    )
    if made:
        _log(by, "planning.year_adopted", plan_year, details={"office": office.slug})
    return adoption


def _check_open(plan_year: PlanYear, decision: Decision | None) -> None:
    if plan_year.state == YearState.CLOSED:
        raise Refused("year_closed", {"year": plan_year.year})
    if plan_year.state == YearState.DECIDED and decision is None:
        raise Refused("change_needs_decision", {"year": plan_year.year})
    if decision is not None and decision.outcome != Outcome.APPROVED:
        raise Refused("not_approved")


def _check_months(values: Mapping[str, Any]) -> None:
    if values.get("last_month", 12) < values.get("first_month", 1):
        raise Refused("months_in_order")


def _set_shares(item: PlanItem, shares: Mapping[Office, int]) -> None:
    for office, hours in shares.items():
        if hours:
            OfficeShare.objects.update_or_create(
                item=item, office=office, defaults={"hours": hours}
            )
        else:
            OfficeShare.objects.filter(item=item, office=office).delete()


def _state_of(item: PlanItem) -> dict[str, Any]:
    """What is decided about an activity, as plain values."""
    values = {name: getattr(item, name) for name in DECIDED if name != "plan_year"}
    shares = {
        share.office.short_name: share.hours for share in item.shares.select_related("office")
    }
    return {**values, "year": item.plan_year.year, "hours": shares}


def _move(by: Actor, plan_year: PlanYear, to: str) -> PlanYear:
    before = snapshot(PlanYear.objects.get(pk=plan_year.pk))
    plan_year.state = to
    plan_year.save()
    _log(by, "planning.year_moved", plan_year, before=before)
    return plan_year


def _log(
    by: Actor,
    verb: str,
    obj: PlanYear | PlanItem,
    *,
    before: dict[str, object] | None = None,
    details: dict[str, str] | None = None,
) -> None:
    record(by=by.user_id, verb=verb, obj=obj, before=before, details=details,
           collaboration_id=_collaboration_of(obj))  # fmt: skip


def _collaboration_of(obj: PlanYear | PlanItem) -> int:
    return (obj if isinstance(obj, PlanYear) else obj.plan_year).collaboration_id
