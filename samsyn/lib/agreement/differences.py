"""Did agreement change between two rounds? A difference with its interval, paired over questions and officers.

Question i of the first round and question i of the second ask the same of two equivalent cases. Where enough officers
answered both rounds, only they are compared, so that a change of who answered is no change of agreement.

The interval is that of the measures themselves (`jackknife`): each question is left out of both rounds, and each officer
of the rounds she answered. The proof beside holds it to how often it covers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.agreement.jackknife import of_difference, spread_of
from samsyn.lib.agreement.measures import (
    Measure,
    Scale,
    coefficients,
    table_of,
)

__all__ = ["Change", "change"]

Ratings = Sequence[Sequence[str | None]]
Floats = NDArray[np.float64]

# Fewer officers than this in both rounds say little; then everyone who answered is compared, and it is said.
LEAST_IN_BOTH = 5


@dataclass(frozen=True)
class Change:
    """Second round minus first, for each measure; None where it is not defined.

    ``paired``: only those who answered both rounds are compared; ``officers`` counts those compared in each round.
    ``questions`` have answers of two officers or more in both rounds. ``by_question`` is the change of raw agreement
    per question, None where one of the rounds has too few answers.
    """

    raw: Measure
    ac: Measure
    alpha: Measure
    paired: bool
    officers: tuple[int, int]
    questions: int
    by_question: tuple[float | None, ...]

    @property
    def rises(self) -> bool | None:
        """True or False when the interval of raw agreement lies above or below zero, None when it holds zero."""
        low, high = self.raw.low, self.raw.high
        if low is None or high is None or low <= 0 <= high:
            return None
        return low > 0


def change(
    first: Ratings,
    second: Ratings,
    categories: Sequence[str],
    *,
    first_officers: Sequence[object],
    second_officers: Sequence[object],
    scale: Scale = "nominal",
    level: float = 0.95,
) -> Change | None:
    """The change of agreement from the first round to the second; None when no question is comparable.

    ``first`` and ``second`` are questions x officers, with the same questions in the same order; ``first_officers``
    and ``second_officers`` name the columns. ValueError when the numbers of questions differ.
    """
    if len(first) != len(second):
        raise ValueError("the same questions in both rounds")
    both = set(first_officers) & set(second_officers)
    paired = len(both) >= LEAST_IN_BOTH
    tables, columns = [], []
    for ratings, officers in ((first, first_officers), (second, second_officers)):
        order = sorted(both, key=list(officers).index) if paired else list(officers)
        places = [list(officers).index(one) for one in order]
        chosen = [[item[i] for i in places] for item in ratings]
        tables.append(table_of(chosen, categories, keep_empty=True))
        columns.append(dict(zip(order, _each(chosen, categories), strict=True)))
    compared = (tables[0].sum(axis=1) >= 2) & (tables[1].sum(axis=1) >= 2)
    if not compared.any():
        return None
    used = [table[compared] for table in tables]
    officers_of = [{one: own[compared] for one, own in found.items()} for found in columns]
    raw, ac, alpha = _measures(used, officers_of, scale, level, paired=paired)
    own = [_own(table) for table in tables]
    return Change(
        raw=raw,
        ac=ac,
        alpha=alpha,
        paired=paired,
        officers=(len(both), len(both)) if paired else (len(first_officers), len(second_officers)),
        questions=int(compared.sum()),
        by_question=tuple(
            float(b - a) if use else None for a, b, use in zip(*own, compared, strict=True)
        ),
    )


def _own(table: Floats) -> Floats:
    size = table.sum(axis=1)
    own: Floats = (table * (table - 1)).sum(axis=1) / np.maximum(size * (size - 1), 1)
    return own


def _each(ratings: Ratings, categories: Sequence[str]) -> list[Floats]:
    return [
        table_of([[item[place]] for item in ratings], categories, keep_empty=True)
        for place in range(len(ratings[0]) if ratings else 0)
    ]


def _measures(
    tables: list[Floats],
    officers: list[dict[object, Floats]],
    scale: Scale,
    level: float,
    *,
    paired: bool,
) -> list[Measure]:
    items = len(tables[0])
    draws = np.vstack([np.ones((1, items)), np.ones((items, items)) - np.eye(items)])
    before, after = (np.array(coefficients(table, draws, scale)) for table in tables)
    whole = after[:, 0] - before[:, 0]
    alone = [
        {one: _of(table - own, scale) for one, own in found.items()}
        for table, found in zip(tables, officers, strict=True)
    ]
    if paired:
        left = [np.array([alone[1][one] - alone[0][one] for one in alone[0]]).T]
    else:
        left = [
            np.array([after[:, 0] - one for one in alone[0].values()]).T,
            np.array([one - before[:, 0] for one in alone[1].values()]).T,
        ]
    without = [after[:, 1:] - before[:, 1:], *left]
    return [
        _measure(float(whole[i]), [one[[i]] for one in without], level) for i in range(len(whole))
    ]


def _of(table: Floats, scale: Scale) -> Floats:
    return np.array([found[0] for found in coefficients(table, np.ones((1, len(table))), scale)])


def _measure(whole: float, without: list[Floats], level: float) -> Measure:
    if np.isnan(whole):
        return Measure(None, None, None)
    spread = spread_of(np.array([whole]), without)
    # Where nothing changes whoever or whatever is left out, nothing tells how sure it is: no interval.
    ends = spread and of_difference(spread, np.ones(1), whole, level)
    return Measure(whole, *(ends or (None, None)))
