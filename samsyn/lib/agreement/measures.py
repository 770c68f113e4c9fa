"""How far officers agree when they judge the same things: raw agreement, Gwet's AC and alpha.

The three are always given together. With skewed answers a chance-corrected coefficient can call
near-unanimity worse than chance (Krippendorff's alpha, Fleiss' kappa) where another does not
(AC1), and raw agreement corrects for nothing.

Ratings are items x raters; a rater who did not answer is None. Items with one answer inform how
common a category is (AC) but not agreement; items without answers are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["Agreement", "Measure", "Scale", "agreement", "coefficients", "table_of"]

Scale = Literal["nominal", "ordinal"]
Floats = NDArray[np.float64]

_SEED = 20180101  # fixed: the same ratings give the same interval wherever they are computed


@dataclass(frozen=True)
class Measure:
    """A coefficient, at most 1, with its bootstrap interval; None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Agreement:
    """The three measures and what they rest on.

    ``unanimous``: all answers to every item are the same; raw and AC are 1 by definition and no
    interval can be told from resampling. ``single_category``: only one category was ever used;
    alpha is then undefined, since nothing shows that the raters would have told things apart.
    ``ac`` is AC1 on the nominal scale and AC2 with ordinal weights on the ordinal.
    """

    raw: Measure
    ac: Measure
    alpha: Measure
    items: int
    raters: int
    answers: int
    unanimous: bool
    single_category: bool


def agreement(
    ratings: Sequence[Sequence[str | None]],
    categories: Sequence[str],
    *,
    scale: Scale = "nominal",
    level: float = 0.95,
    resamples: int = 2000,
) -> Agreement | None:
    """Agreement over items; None when no item has two answers.

    ``categories``: all that could be answered, at least two, in order for the ordinal scale. The
    interval is the percentile bootstrap over items (Zapf et al. 2016, BMC Medical Research
    Methodology 16:93), None with fewer than two comparable items. ValueError for an answer outside
    the categories, fewer than two of them, or items with different numbers of raters.

    Raw agreement and AC: Gwet (2008, Br. J. Math. Stat. Psychol. 61, 29-48) and, weighted, Gwet
    (2014, Handbook of Inter-Rater Reliability). Alpha: Krippendorff (2011, Computing alpha).
    """
    table = table_of(ratings, categories)
    pairable = table[table.sum(axis=1) >= 2]
    if not len(pairable):
        return None
    unanimous = bool((pairable.max(axis=1) == pairable.sum(axis=1)).all())
    used = int((table.sum(axis=0) > 0).sum())
    once = np.ones((1, len(table)))
    values = [float(found[0]) for found in coefficients(table, once, scale)]
    if unanimous or len(pairable) < 2:
        ends: list[tuple[float | None, float | None]] = [(None, None)] * 3
    else:
        ends = _bootstrap(table, scale, level, resamples)
    raw, ac, alpha = (
        Measure(None if np.isnan(value) else value, *end)
        for value, end in zip(values, ends, strict=True)
    )
    return Agreement(
        raw=raw,
        ac=ac,
        alpha=alpha,
        items=len(pairable),
        raters=sum(any(answers) for answers in zip(*ratings, strict=True)),
        answers=int(table.sum()),
        unanimous=unanimous,
        single_category=used == 1,
    )


def table_of(
    ratings: Sequence[Sequence[str | None]], categories: Sequence[str], *, keep_empty: bool = False
) -> Floats:
    """How many raters gave each category to each item: items x categories, without items nobody answered."""
    place = {category: i for i, category in enumerate(categories)}
    if len(place) < 2 or len(place) != len(categories):
        raise ValueError("at least two different categories")
    if len({len(item) for item in ratings}) > 1:
        raise ValueError("each item needs a place for each rater")
    table = np.zeros((len(ratings), len(categories)))
    for row, item in enumerate(ratings):
        for answer in item:
            if answer is not None:
                if answer not in place:
                    raise ValueError(f"not a category: {answer!r}")
                table[row, place[answer]] += 1
    answered: Floats = table if keep_empty else table[table.sum(axis=1) > 0]
    return answered


def coefficients(table: Floats, draws: Floats, scale: Scale) -> tuple[Floats, Floats, Floats]:
    """Raw, AC and alpha for each draw; ``draws`` says how often each item is in it (draws x items)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        raw, expected = _gwet(table, draws, _weights(table.shape[1], scale))
        return raw, (raw - expected) / (1 - expected), _alpha(table, draws, scale)


def _weights(number: int, scale: Scale) -> Floats:
    """How nearly two categories agree, 1 for the same (Gwet 2014, ordinal weights)."""
    if scale == "nominal":
        return np.eye(number)
    apart = np.abs(np.subtract.outer(np.arange(number), np.arange(number)))
    weights: Floats = 1 - apart * (apart + 1) / 2 / comb(number, 2)
    return weights


def _gwet(table: Floats, draws: Floats, weights: Floats) -> tuple[Floats, Floats]:
    size, number = table.sum(axis=1), table.shape[1]
    pairable = size >= 2
    agreeing = (table * (table @ weights - 1)).sum(axis=1)
    own = np.where(pairable, agreeing / np.maximum(size * (size - 1), 1), 0)
    raw = (draws @ own) / (draws @ pairable)
    common = (draws @ (table / size[:, None])) / draws.sum(axis=1, keepdims=True)
    spread = (common * (1 - common)).sum(axis=1)
    return raw, weights.sum() / (number * (number - 1)) * spread


def _alpha(table: Floats, draws: Floats, scale: Scale) -> Floats:
    size, number = table.sum(axis=1), table.shape[1]
    pairable = (size >= 2).astype(float)
    pairs = table[:, :, None] * table[:, None, :] - table[:, :, None] * np.eye(number)
    pairs *= (pairable / np.maximum(size - 1, 1))[:, None, None]
    seen = np.tensordot(draws, pairs, axes=1)
    totals = draws @ (table * pairable[:, None])
    answers = totals.sum(axis=1)
    apart = _distance(totals, scale)
    expected = np.einsum("bk,bl,bkl->b", totals, totals, apart) / (answers - 1)
    alpha: Floats = 1 - np.einsum("bkl,bkl->b", seen, apart) / expected
    return alpha


def _distance(totals: Floats, scale: Scale) -> Floats:
    """Squared difference between categories, per draw: shape (draws, categories, categories)."""
    draws, number = totals.shape
    if scale == "nominal":
        return np.broadcast_to(1 - np.eye(number), (draws, number, number))
    # Answers between the middles of the two categories, by how often each was given.
    middle = np.cumsum(totals, axis=1) - totals / 2
    squared: Floats = (middle[:, :, None] - middle[:, None, :]) ** 2
    return squared


def _bootstrap(
    table: Floats, scale: Scale, level: float, resamples: int
) -> list[tuple[float | None, float | None]]:
    """Percentile intervals; None where fewer than half of the draws define the coefficient."""
    items = len(table)
    chosen = np.random.default_rng(_SEED).multinomial(items, [1 / items] * items, size=resamples)
    ends: list[tuple[float | None, float | None]] = []
    for found in coefficients(table, chosen.astype(float), scale):
        defined = found[~np.isnan(found)]
        if len(defined) < resamples / 2:
            ends.append((None, None))
            continue
        low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
        ends.append((float(low), float(high)))
    return ends
