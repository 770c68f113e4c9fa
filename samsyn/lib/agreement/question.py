"""One question: how alike the officers answered it, with an interval over officers.

The measures over several questions resample questions; with one question there are only officers to resample. Alpha is
not given here: with a single item its expected disagreement is the observed one, so it is 0 whatever was answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.agreement.measures import Measure

__all__ = ["QuestionAgreement", "question_agreement"]

_SEED = 20180101


@dataclass(frozen=True)
class QuestionAgreement:
    """Raw agreement (share of pairs of officers with the same answer) and AC1; ``n`` officers answered.

    ``unanimous``: all gave the same answer; both measures are then 1 and no interval can be told.
    """

    n: int
    raw: Measure
    ac: Measure
    unanimous: bool


def question_agreement(
    counts: Sequence[int], *, level: float = 0.95, resamples: int = 2000
) -> QuestionAgreement | None:
    """Agreement on one question from how many gave each possible answer; None with fewer than two officers.

    ``counts``: one per possible answer, zeros too, at least two. Raw agreement is the unbiased share of agreeing pairs
    (Fleiss 1971, Psychological Bulletin 76, 378-382, the P of one subject); AC1 as Gwet (2008). A bootstrap sample
    draws some officers twice, and they agree with themselves; the draws are corrected for it in the same way as the
    estimate itself, so that they centre on it. ValueError for negative counts or fewer than two answers.
    """
    table = np.asarray(counts, dtype=float)
    if len(table) < 2 or (table < 0).any():
        raise ValueError("one count for each of at least two answers")
    n = int(table.sum())
    if n < 2:
        return None
    raw, ac = _pair(table[None, :])
    if int((table > 0).sum()) == 1:
        sure = Measure(1.0, None, None)
        return QuestionAgreement(n=n, raw=sure, ac=sure, unanimous=True)
    drawn = np.random.default_rng(_SEED).multinomial(n, table / n, size=resamples).astype(float)
    raws = np.clip((n * _pair(drawn)[0] - 1) / (n - 1), 0, 1)
    expected = _by_chance(drawn)
    acs = (raws - expected) / (1 - expected)
    return QuestionAgreement(
        n=n, raw=_measure(raw, raws, level), ac=_measure(ac, acs, level), unanimous=False
    )


def _pair(table: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    size = table.sum(axis=1)
    raw = (table * (table - 1)).sum(axis=1) / (size * (size - 1))
    expected = _by_chance(table)
    return raw, (raw - expected) / (1 - expected)


def _by_chance(table: NDArray[np.float64]) -> NDArray[np.float64]:
    share = table / table.sum(axis=1, keepdims=True)
    expected: NDArray[np.float64] = (share * (1 - share)).sum(axis=1) / (table.shape[1] - 1)
    return expected


def _measure(value: NDArray[np.float64], drawn: NDArray[np.float64], level: float) -> Measure:
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return Measure(float(value[0]), float(low), float(high))
