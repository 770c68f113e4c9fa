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
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = [
    "AnswersShown",
    "CrosstabShown",
    "K",
    "Sum",
    "protect",
    "protect_answers",
    "protect_crosstab",
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
    table = _counts(counts)
    wide = np.pad(table, ((0, 1), (0, 1)))
    wide[:-1, -1], wide[-1, :-1] = table.sum(axis=1), table.sum(axis=0)
    wide[-1, -1] = table.sum()
    at: NDArray[np.intp] = np.arange(wide.size).reshape(wide.shape)
    sums = [_sum(row) for row in at] + [_sum(column) for column in at.T]
    base = np.repeat(at[:, -1], wide.shape[1])
    shown = protect(wide.ravel(), sums, base, k).reshape(wide.shape)
    return CrosstabShown(shown[:-1, :-1], shown[:-1, -1], shown[-1, :-1], bool(shown[-1, -1]))


def protect_answers(counts: ArrayLike, k: int = K) -> AnswersShown:
    """Protect one question's answers per office, published with n assessed, all and the county.

    ``counts``: shape (offices, 4), the columns UA, A, EK, EA. ValueError as ``protect_crosstab``.
    """
    offices = _counts(counts)
    if offices.shape[1] != 4:
        raise ValueError("four columns: UA, A, EK, EA")
    answers = np.vstack([offices, offices.sum(axis=0)])
    assessed, answered = answers[:, :2].sum(axis=1), answers.sum(axis=1)
    wide = np.column_stack([answers, assessed, answered])
    at: NDArray[np.intp] = np.arange(wide.size).reshape(wide.shape)
    sums = [Sum(int(row[4]), (int(row[0]), int(row[1]))) for row in at]
    sums += [Sum(int(row[5]), (int(row[2]), int(row[3]), int(row[4]))) for row in at]
    sums += [_sum(column) for column in at.T]
    shown = protect(wide.ravel(), sums, np.repeat(at[:, 5], 6), k).reshape(wide.shape)
    return AnswersShown(shown[:, :4], shown[:, 4], shown[:, 5])


def protect(
    values: ArrayLike, sums: Sequence[Sum], base: NDArray[np.intp] | None = None, k: int = K
) -> Flags:
    """Which numbers of any table with sums may be shown.

    ``values``: every number that would be published, totals among them, in one flat list; ``sums``
    says how they add up, at any number of levels (office, county, country). ``base``: for each
    number the place of its population's total, or None when zeros are never hidden.
    ValueError for negative counts, sums that do not hold, or k < 2.
    """
    numbers = np.asarray(values)
    if numbers.ndim != 1 or not np.issubdtype(numbers.dtype, np.integer) or (numbers < 0).any():
        raise ValueError("counts are whole numbers from 0")
    if k < 2:
        raise ValueError(f"k = {k} protects nothing")
    balance = _balance(numbers.size, sums)
    if (balance @ numbers).any():
        raise ValueError("the totals are not the sums of their parts")
    sensitive = _sensitive(numbers, sums, base, k)
    lifted = np.zeros_like(sensitive)
    cost = (numbers + 1).astype(float)
    cost[[one.total for one in sums]] *= _TOTALS_DEARER
    cost[sensitive] = 0
    # The smallest first: their change is largest and often carries the others along.
    for cell in sorted(np.flatnonzero(sensitive), key=lambda place: numbers[place]):
        if not lifted[cell]:
            change = _cheapest_change(numbers, balance, cost, int(cell), k)
            cost[change != 0] = 0
            lifted |= numbers + change >= k
    shown: Flags = cost > 0
    return shown


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


def _cheapest_change(
    numbers: NDArray[np.integer],
    balance: NDArray[np.float64],
    cost: NDArray[np.float64],
    cell: int,
    k: int,
) -> NDArray[np.float64]:
    """The change of the table that lifts the cell to k and costs least; hidden numbers cost 0.

    Always possible: the cell and all totals above it can rise together, and rule 2 sees to it
    that none of those totals is a visible zero.
    """
    # Loaded when first used: 50 MB that only a process computing fixed tables should carry.
    from scipy.optimize import linprog  # noqa: PLC0415

    up = np.where((cost == 0) | (numbers > 0), np.inf, 0)
    down = np.maximum(numbers - 1, 0).astype(float)
    lowest = np.zeros_like(up)
    lowest[cell] = up[cell] = k - numbers[cell]
    down[cell] = 0
    found = linprog(
        np.concatenate([cost, cost]),
        A_eq=np.hstack([balance, -balance]),
        b_eq=np.zeros(len(balance)),
        bounds=np.column_stack(
            [np.concatenate([lowest, np.zeros_like(down)]), np.concatenate([up, down])]
        ),
        method="highs",
    )
    if found.x is None:
        raise ArithmeticError(f"no change lifts cell {cell}: {found.message}")
    rise, fall = np.split(found.x, 2)
    change: NDArray[np.float64] = np.round(rise - fall, 6)
    return change


def _balance(size: int, sums: Sequence[Sum]) -> NDArray[np.float64]:
    matrix = np.zeros((len(sums), size))
    for row, one in enumerate(sums):
        matrix[row, list(one.parts)] = 1
        matrix[row, one.total] = -1
    return matrix


def _sum(places: NDArray[np.intp]) -> Sum:
    *parts, total = places.tolist()
    return Sum(total, tuple(parts))


def _counts(counts: ArrayLike) -> NDArray[np.integer]:
    table = np.asarray(counts)
    if table.ndim != 2 or not table.size or not np.issubdtype(table.dtype, np.integer):
        raise ValueError("a table of whole numbers, rows by columns")
    return table.astype(np.int64)
