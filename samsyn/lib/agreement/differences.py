"""Did agreement change between two rounds? A difference with its interval, paired over questions and officers.

Question i of the first round and question i of the second ask the same of two equivalent cases. Where enough officers
answered both rounds, only they are compared, so that a change of who answered is no change of agreement.

The interval is Student's over paired jackknife pseudo-values (Tukey 1958; Miller 1974, Biometrika 61, 1-15), leaving
out one question at a time: officers who are strict are so in both rounds, and what others bring goes into how the
questions differ. It covers 93-97 of 100, which the proof in test_coverage.py holds it to.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.agreement.measures import Measure, Scale, coefficients, table_of
from samsyn.lib.student import half_width_factor

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
    tables = []
    for ratings, officers in ((first, first_officers), (second, second_officers)):
        places = [i for i, one in enumerate(officers) if not paired or one in both]
        tables.append(
            table_of([[item[i] for i in places] for item in ratings], categories, keep_empty=True)
        )
    compared = (tables[0].sum(axis=1) >= 2) & (tables[1].sum(axis=1) >= 2)
    if not compared.any():
        return None
    raw, ac, alpha = _measures([table[compared] for table in tables], scale, level)
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


def _measures(tables: list[Floats], scale: Scale, level: float) -> list[Measure]:
    items = len(tables[0])
    draws = np.vstack([np.ones((1, items)), np.ones((items, items)) - np.eye(items)])
    rounds = [coefficients(table, draws, scale) for table in tables]
    return [_measure(after - before, level) for before, after in zip(*rounds, strict=True)]


def _measure(found: Floats, level: float) -> Measure:
    whole, without_one = found[0], found[1:]
    items = len(without_one)
    if np.isnan(whole):
        return Measure(None, None, None)
    pseudo = items * whole - (items - 1) * without_one
    # Questions that all changed alike say nothing of how questions differ: no interval.
    if items < 3 or np.isnan(pseudo).any() or np.ptp(pseudo) < 1e-12:
        return Measure(float(whole), None, None)
    half = half_width_factor(level, items - 1) * pseudo.std(ddof=1) / np.sqrt(items)
    return Measure(float(whole), float(whole - half), float(whole + half))
