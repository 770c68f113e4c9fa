"""Small-cell protection for fixed tables that others than the coordinator see.

Rule, with k = 5 unless said:

1. A count from 1 to k - 1 is *sensitive* and hidden, whether it is a cell or a total.
2. Each row is a population (an office, an object type). A zero is hidden as well when its row
   holds fewer than k, for there it tells what each of the few answered. Any other zero is
   visible: it is built on a whole row, and no hidden number follows from it alone. A zero under
   a visible total of zero is visible too, since the total says it already.
3. More cells are hidden until the published rest lets every sensitive cell be k or more, even to
   one who knows which hidden cells are not zero. So none can be computed by subtraction, and none
   can be told to be under k from the numbers; the hidden look alike.

Only the marks leave this module: which of the cells may be shown. Which were hidden for their own
sake is not told. It protects one table at a time; two tables over the same objects that differ in
one office or one week can still be subtracted from each other, so publish fixed tables only.

For each sensitive cell the cheapest change of the table that would lift it to k and keep all sums
is found by linear programming, and every cell that takes part in the change is hidden (as in
Kelly, Golden and Assad 1992, Networks 22, 397-417). The change itself is the proof of rule 3, in
whole objects too where only rows or only columns have levels, as in both tables built here.

Many tables are protected together: the solver costs 2 ms a call whatever it is given, so each round solves one change of
every table at once. What came out is remembered by the counts, and the same table is never worked out twice.
"""

from collections import OrderedDict
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "AnswersShown",
    "CrosstabShown",
    "K",
    "Sum",
    "protect",
    "protect_answers",
    "protect_answers_each",
    "protect_crosstab",
    "protect_crosstab_each",
]

K = 5
_TOTALS_DEARER = 10  # a total is hidden only where many cells would have to go instead

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Sum:
    """One published sum: the place of the total and the places of its parts in the flat table."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True)
class CrosstabShown:
    """True where a cell may be shown; shapes as the table, its row totals and column totals."""

    cells: Flags
    row_totals: Flags
    column_totals: Flags
    total: bool


@dataclass(frozen=True)
class AnswersShown:
    """True where a number may be shown, per office and, last, for the county.

    ``answers``: shape (offices + 1, 4) in the order UA, A, EK, EA. ``assessed`` is UA + A and
    ``answered`` all four, each of shape (offices + 1,).
    """

    answers: Flags
    assessed: Flags
    answered: Flags

    @property
    def shares(self) -> Flags:
        """Where the share of deviation may be shown: it gives away A as soon as n is known, and
        n as soon as A is, so all three must be visible."""
        shown: Flags = self.answers[:, 0] & self.answers[:, 1] & self.assessed
        return shown


def protect_crosstab(counts: ArrayLike, k: int = K) -> CrosstabShown:
    """Protect a two-way table published with row totals, column totals and a grand total.

    ``counts``: shape (rows, columns), whole numbers, rows being the populations. ValueError for
    another shape, negative counts or k < 2.
    """
    return protect_crosstab_each([counts], k)[0]


def protect_crosstab_each(tables: Iterable[ArrayLike], k: int = K) -> list[CrosstabShown]:
    """Several two-way tables, each by itself, quicker than one by one."""
    shown = _remembered([_counts(table) for table in tables], _crosstab, k)
    return [
        CrosstabShown(flags[:-1, :-1], flags[:-1, -1], flags[-1, :-1], bool(flags[-1, -1]))
        for flags in shown
    ]


def protect_answers(counts: ArrayLike, k: int = K) -> AnswersShown:
    """Protect one question's answers per office, published with n assessed, all and the county.

    ``counts``: shape (offices, 4), the columns UA, A, EK, EA. ValueError as ``protect_crosstab``.
    """
    return protect_answers_each([counts], k)[0]


def protect_answers_each(tables: Iterable[ArrayLike], k: int = K) -> list[AnswersShown]:
    """Several questions, each by itself, quicker than one by one."""
    offices = [_counts(table) for table in tables]
    if any(table.shape[1] != 4 for table in offices):
        raise ValueError("four columns: UA, A, EK, EA")
    shown = _remembered(offices, _answers, k)
    return [AnswersShown(flags[:, :4], flags[:, 4], flags[:, 5]) for flags in shown]


def protect(
    values: ArrayLike, sums: Sequence[Sum], base: NDArray[np.intp] | None = None, k: int = K
) -> Flags:
    """Which numbers of any table with sums may be shown.

    ``values``: every number that would be published, totals among them, in one flat list; ``sums``
    says how they add up, at any number of levels (office, county, country). ``base``: for each
    number the place of its population's total, or None when zeros are never hidden.
    ValueError for negative counts, sums that do not hold, or k < 2.
    """
    return _together([_protecting(np.asarray(values), sums, base, k)])[0]


@dataclass(frozen=True)
class _Table:
    """A published table: its numbers with all totals, how they add up, and each number's population."""

    numbers: NDArray[np.integer]
    sums: list[Sum]
    base: NDArray[np.intp]


def _crosstab(table: NDArray[np.integer]) -> _Table:
    wide = np.pad(table, ((0, 1), (0, 1)))
    wide[:-1, -1], wide[-1, :-1] = table.sum(axis=1), table.sum(axis=0)
    wide[-1, -1] = table.sum()
    at: NDArray[np.intp] = np.arange(wide.size).reshape(wide.shape)
    sums = [_sum(row) for row in at] + [_sum(column) for column in at.T]
    return _Table(wide, sums, np.repeat(at[:, -1], wide.shape[1]))


def _answers(offices: NDArray[np.integer]) -> _Table:
    answers = np.vstack([offices, offices.sum(axis=0)])
    assessed, answered = answers[:, :2].sum(axis=1), answers.sum(axis=1)
    wide = np.column_stack([answers, assessed, answered])
    at: NDArray[np.intp] = np.arange(wide.size).reshape(wide.shape)
    sums = [Sum(int(row[4]), (int(row[0]), int(row[1]))) for row in at]
    sums += [Sum(int(row[5]), (int(row[2]), int(row[3]), int(row[4]))) for row in at]
    sums += [_sum(column) for column in at.T]
    return _Table(wide, sums, np.repeat(at[:, 5], 6))


_Key = tuple[Callable[[NDArray[np.integer]], _Table], tuple[int, ...], bytes, int]
_REMEMBERED: OrderedDict[_Key, Flags] = OrderedDict()
_MOST_REMEMBERED = 4_096


def _remembered(
    tables: list[NDArray[np.integer]], build: Callable[[NDArray[np.integer]], _Table], k: int
) -> list[Flags]:
    """The marks of each table with its totals; only tables not met before are worked out."""
    keys: list[_Key] = [(build, table.shape, table.tobytes(), k) for table in tables]
    missing = {
        key: table for key, table in zip(keys, tables, strict=True) if key not in _REMEMBERED
    }
    wide = [build(table) for table in missing.values()]
    marks = _together([_protecting(one.numbers.ravel(), one.sums, one.base, k) for one in wide])
    known = {key: _REMEMBERED[key] for key in keys if key in _REMEMBERED}
    for key, one, flags in zip(missing, wide, marks, strict=True):
        known[key] = flags.reshape(one.numbers.shape)
        known[key].flags.writeable = False
    _REMEMBERED.update(known)
    while len(_REMEMBERED) > _MOST_REMEMBERED:
        _REMEMBERED.popitem(last=False)
    return [known[key] for key in keys]


@dataclass(frozen=True)
class _Lift:
    """The question to the solver: the cheapest change that lifts one cell to k and keeps all sums."""

    numbers: NDArray[np.integer]
    balance: Any  # sparse
    cost: NDArray[np.float64]
    cell: int
    k: int


# Above so many numbers a table is solved by itself and first among its cheapest; a short sum is an office's own row.
_LARGE, _CHEAPEST, _SHORT = 600, 90, 8

_Protecting = Generator[_Lift, NDArray[np.float64], Flags]


def _protecting(
    numbers: NDArray[np.integer], sums: Sequence[Sum], base: NDArray[np.intp] | None, k: int
) -> _Protecting:
    """One table: asks for a change, gets it, until no cell is left to lift; returns what may be shown."""
    if numbers.ndim != 1 or not np.issubdtype(numbers.dtype, np.integer) or (numbers < 0).any():
        raise ValueError("counts are whole numbers from 0")
    if k < 2:
        raise ValueError(f"k = {k} protects nothing")
    if any(numbers[one.total] != numbers[list(one.parts)].sum() for one in sums):
        raise ValueError("the totals are not the sums of their parts")
    sensitive = _sensitive(numbers, sums, base, k)
    balance = _balance(numbers.size, sums) if sensitive.any() else None
    lifted = np.zeros_like(sensitive)
    cost = (numbers + 1).astype(float)
    cost[[one.total for one in sums]] *= _TOTALS_DEARER
    cost[sensitive] = 0
    # The smallest first: their change is largest and often carries the others along.
    for cell in sorted(np.flatnonzero(sensitive), key=lambda place: numbers[place]):
        if not lifted[cell]:
            change = yield _Lift(numbers, balance, cost, int(cell), k)
            cost[change != 0] = 0
            lifted |= numbers + change >= k
    shown: Flags = cost > 0
    return shown


def _together(tables: Sequence[_Protecting]) -> list[Flags]:
    """Works all tables out at the same time: each round answers every table's next question in one call."""
    done: dict[int, Flags] = {}
    answers: dict[int, NDArray[np.float64] | None] = dict.fromkeys(range(len(tables)))
    while answers:
        asked: dict[int, _Lift] = {}
        for place, change in answers.items():
            try:
                asked[place] = next(tables[place]) if change is None else tables[place].send(change)
            except StopIteration as end:
                done[place] = end.value
        answers = dict(zip(asked, _cheapest_changes(list(asked.values())), strict=True))
    return [done[place] for place in range(len(tables))]


def _sensitive(
    numbers: NDArray[np.integer], sums: Sequence[Sum], base: NDArray[np.intp] | None, k: int
) -> Flags:
    small: Flags = (numbers > 0) & (numbers < k)
    if base is None:
        return small
    of_few = (numbers == 0) & (numbers[base] > 0) & (numbers[base] < k)
    # A visible total of zero tells its parts, and they theirs.
    told = True
    while told:
        zeros = [p for s in sums if not (numbers[s.total] or of_few[s.total]) for p in s.parts]
        told = bool(of_few[zeros].any())
        of_few[zeros] = False
    both: Flags = small | of_few
    return both


def _cheapest_changes(lifts: Sequence[_Lift]) -> list[NDArray[np.float64]]:
    """For each the change of its table that costs least; hidden numbers cost 0.

    Always possible: the cell and all totals above it can rise together, and rule 2 sees to it
    that none of those totals is a visible zero.
    """
    small = [one for one in lifts if one.numbers.size <= _LARGE]
    together = iter(_solved(small, [np.ones(one.numbers.size, bool) for one in small]) or [])
    return [next(together) if one.numbers.size <= _LARGE else _large_change(one) for one in lifts]


def _large_change(lift: _Lift) -> NDArray[np.float64]:
    """The cheapest change among the cheapest numbers, which is as safe; among all where those do not suffice.

    Large tables are solved one by one: the solver's time grows much faster than the table.
    """
    most = min(_CHEAPEST, len(lift.cost) - 1)
    few = (lift.cost == 0) | (lift.cost <= np.partition(lift.cost, most)[most])
    own = lift.balance[:, [lift.cell]].nonzero()[0]
    rows = [row for row in own if np.diff(lift.balance.indptr)[row] <= _SHORT]
    few[lift.balance[rows].nonzero()[1]] = True
    found = _solved([lift], [few]) or _solved([lift], [np.ones(len(few), bool)])
    if found is None:
        raise ArithmeticError("no change lifts the cell")
    return found[0]


def _solved(lifts: Sequence[_Lift], used: Sequence[Flags]) -> list[NDArray[np.float64]] | None:
    """All in one call, each changing only the numbers it may use; None when that is not possible."""
    if not lifts:
        return []
    # Loaded when first used: 50 MB that only a process computing fixed tables should carry.
    from scipy.optimize import linprog  # noqa: PLC0415
    from scipy.sparse import block_diag, hstack  # noqa: PLC0415

    costs = [one.cost[use] for one, use in zip(lifts, used, strict=True)]
    parts = [one.balance[:, np.flatnonzero(use)] for one, use in zip(lifts, used, strict=True)]
    found = linprog(
        np.concatenate([np.concatenate([cost, cost]) for cost in costs]),
        A_eq=block_diag([hstack([part, -part]) for part in parts], format="csr"),
        b_eq=np.zeros(sum(part.shape[0] for part in parts)),
        bounds=np.vstack(
            [_bounds(one)[np.tile(use, 2)] for one, use in zip(lifts, used, strict=True)]
        ),
        method="highs",
    )
    if found.x is None:
        return None
    changes, start = [], 0
    for one, use in zip(lifts, used, strict=True):
        number = int(use.sum())
        rise, fall = np.split(found.x[start : start + 2 * number], 2)
        change = np.zeros(one.numbers.size)
        change[use] = np.round(rise - fall, 6)
        changes.append(change)
        start += 2 * number
    return changes


def _bounds(lift: _Lift) -> NDArray[np.float64]:
    """How far each number may rise and fall: a visible zero not up, none of the others down to zero."""
    up = np.where((lift.cost == 0) | (lift.numbers > 0), np.inf, 0)
    down = np.maximum(lift.numbers - 1, 0).astype(float)
    lowest = np.zeros_like(up)
    lowest[lift.cell] = up[lift.cell] = lift.k - lift.numbers[lift.cell]
    down[lift.cell] = 0
    return np.column_stack(
        [np.concatenate([lowest, np.zeros_like(down)]), np.concatenate([up, down])]
    )


def _balance(size: int, sums: Sequence[Sum]) -> Any:
    """One row per sum, sparse: a table of 290 offices has 588 sums of 1,746 numbers."""
    from scipy.sparse import csr_array  # noqa: PLC0415

    rows = [row for row, one in enumerate(sums) for _ in (*one.parts, one.total)]
    places = [place for one in sums for place in (*one.parts, one.total)]
    signs = [sign for one in sums for sign in (*[1.0] * len(one.parts), -1.0)]
    return csr_array((signs, (rows, places)), shape=(len(sums), size))


def _sum(places: NDArray[np.intp]) -> Sum:
    *parts, total = places.tolist()
    return Sum(total, tuple(parts))


def _counts(counts: ArrayLike) -> NDArray[np.integer]:
    table = np.asarray(counts)
    if table.ndim != 2 or not table.size or not np.issubdtype(table.dtype, np.integer):
        raise ValueError("a table of whole numbers, rows by columns")
    return table.astype(np.int64)
