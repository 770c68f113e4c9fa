"""The money of a year in one table: member fees by the agreed key, other incomes, activities and other costs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samsyn.organisations.interface import Office, offices_of
from samsyn.planning.codes import FeeKey, LineKind
from samsyn.planning.models import PlanYear
from samsyn.planning.rules import shared_fees


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A line in kronor. `actual` is None when nothing has been said yet, which is not nought."""

    title: str
    kind: str
    planned: int
    actual: int | None


@dataclass(frozen=True, slots=True)
class Fee:
    """An office's member fee, with the number it was counted from."""

    office: Office
    basis: int
    kronor: int


@dataclass(frozen=True, slots=True)
class Economy:
    """A year's incomes and costs. `planned` and `actual` are the result: incomes less costs."""

    rows: tuple[MoneyRow, ...]
    fees: tuple[Fee, ...]

    @property
    def planned(self) -> int:
        return sum(
            row.planned if row.kind == LineKind.INCOME else -row.planned for row in self.rows
        )

    @property
    def actual(self) -> int | None:
        """None while a line has no outcome."""
        total = 0
        for row in self.rows:
            if row.actual is None:
                return None
            total += row.actual if row.kind == LineKind.INCOME else -row.actual
        return total


def economy_of(plan_year: PlanYear) -> Economy:
    """The year's money: incomes first, then the activities that cost something, then other costs."""
    lines = [
        MoneyRow(line.title, line.kind, line.planned, line.actual)
        for line in plan_year.budget_lines.all()
    ]
    fees = fees_of(plan_year)
    incomes = [row for row in lines if row.kind == LineKind.INCOME]
    if plan_year.fee_sum:
        # The fees are agreed sums: what is planned is what comes in.
        incomes.insert(
            0, MoneyRow(_("Member fees"), LineKind.INCOME, plan_year.fee_sum, plan_year.fee_sum)
        )
    activities = [
        MoneyRow(item.title, LineKind.COST, item.budget, item.spent)
        for item in plan_year.items.all()
        if item.budget or item.spent
    ]
    others = [row for row in lines if row.kind == LineKind.COST]
    return Economy((*incomes, *activities, *others), tuple(fees))


def fees_of(plan_year: PlanYear) -> list[Fee]:
    """Each environmental office's fee by the year's key; offices without a basis pay nothing by that key."""
    offices = paying_offices(plan_year)
    if plan_year.fee_key == FeeKey.PER_OFFICE:
        bases = [1] * len(offices)
    else:
        numbers = dict(plan_year.fee_bases.values_list("office_id", "number"))
        bases = [numbers.get(office.pk, 0) for office in offices]
    fees = shared_fees(plan_year.fee_sum, bases)
    return [Fee(*row) for row in zip(offices, bases, fees, strict=True)]


def paying_offices(plan_year: PlanYear) -> list[Office]:
    """The offices that share the member fee: the environmental offices, in Swedish order."""
    return offices_of(plan_year.collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)
