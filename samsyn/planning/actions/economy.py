"""The money of a year: member fees with their key, and lines of income and cost."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.organisations.interface import Actor, Office
from samsyn.planning.codes import FeeKey, LineKind, YearState
from samsyn.planning.models import BudgetLine, PlanYear
from samsyn.planning.refusals import Refused


@transaction.atomic
def set_fees(
    *,
    by: Actor,
    plan_year: PlanYear,
    fee_sum: int,
    fee_key: str,
    bases: Mapping[Office, int | None] | None = None,
) -> PlanYear:
    """The member fee by the agreed key, with what each office's is counted from, such as its inhabitants.

    Refused: year_closed, and fee_bases_missing when the fee is per inhabitant and an office that pays has no number.
    """
    locked = _open_year(plan_year)
    before = snapshot(locked)
    locked.fee_sum, locked.fee_key = fee_sum, fee_key
    locked.save()
    for office, number in (bases or {}).items():
        _set_basis(locked, office, number)
    _check_bases(locked, bases or {})
    _log(by, locked, before)
    return locked


@transaction.atomic
def set_economy(
    *,
    by: Actor,
    plan_year: PlanYear,
    lines: Mapping[BudgetLine, tuple[int, int | None]] | None = None,
    new: tuple[str, str, int] | None = None,
) -> PlanYear:
    """What is planned and came out of each line, and a new line; a closed year stands."""
    locked = _open_year(plan_year)
    for line, (planned, actual) in (lines or {}).items():
        BudgetLine.objects.filter(pk=line.pk, plan_year=locked).update(
            planned=planned, actual=actual
        )
    if new is not None:
        kind, title, planned = new
        BudgetLine.objects.create(
            plan_year=locked, kind=LineKind(kind), title=title, planned=planned
        )
    _log(by, locked, snapshot(locked))
    return locked


def _open_year(plan_year: PlanYear) -> PlanYear:
    locked: PlanYear = PlanYear.objects.select_for_update().get(pk=plan_year.pk)
    if locked.state == YearState.CLOSED:
        raise Refused("year_closed", {"year": locked.year})
    return locked


def _log(by: Actor, plan_year: PlanYear, before: dict[str, Any]) -> None:
    record(by=by.user_id, verb="planning.economy_set", obj=plan_year, before=before,
           collaboration_id=plan_year.collaboration_id)  # fmt: skip


def _set_basis(plan_year: PlanYear, office: Office, number: int | None) -> None:
    if number is None:
        plan_year.fee_bases.filter(office=office).delete()
    else:
        plan_year.fee_bases.update_or_create(office=office, defaults={"number": number})


def _check_bases(plan_year: PlanYear, bases: Mapping[Office, int | None]) -> None:
    if plan_year.fee_key != FeeKey.PER_INHABITANT or not plan_year.fee_sum:
        return
    without = [office.short_name for office, number in bases.items() if number is None]
    if without:
        raise Refused("fee_bases_missing", {"offices": ", ".join(without)})
