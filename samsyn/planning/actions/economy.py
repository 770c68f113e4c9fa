"""The money of a year: member fees with their key, and lines of income and cost."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.organisations.interface import Actor
from samsyn.planning.codes import LineKind, YearState
from samsyn.planning.models import BudgetLine, PlanYear
from samsyn.planning.refusals import Refused


@transaction.atomic
def set_economy(
    *,
    by: Actor,
    plan_year: PlanYear,
    fee_sum: int,
    fee_key: str,
    lines: Mapping[BudgetLine, tuple[int, int | None]] | None = None,
    new: tuple[str, str, int] | None = None,
) -> PlanYear:
    """Fees, and what is planned and came out of each line; a closed year stands."""
    locked = PlanYear.objects.select_for_update().get(pk=plan_year.pk)
    if locked.state == YearState.CLOSED:
        raise Refused("year_closed", {"year": locked.year})
    before = snapshot(locked)
    locked.fee_sum, locked.fee_key = fee_sum, fee_key
    locked.save()
    for line, (planned, actual) in (lines or {}).items():
        BudgetLine.objects.filter(pk=line.pk, plan_year=locked).update(
            planned=planned, actual=actual
        )
    if new is not None:
        kind, title, planned = new
        BudgetLine.objects.create(
            plan_year=locked, kind=LineKind(kind), title=title, planned=planned
        )
    record(by=by.user_id, verb="planning.economy_set", obj=locked, before=before,
           collaboration_id=locked.collaboration_id)  # fmt: skip
    return locked


@transaction.atomic
def set_fee_bases(*, by: Actor, plan_year: PlanYear, numbers: Sequence[tuple[int, int]]) -> None:
    """What each office's fee is counted from, by office id, such as its inhabitants."""
    for office_id, number in numbers:
        plan_year.fee_bases.update_or_create(office_id=office_id, defaults={"number": number})
    record(by=by.user_id, verb="planning.economy_set", obj=plan_year,
           collaboration_id=plan_year.collaboration_id)  # fmt: skip
