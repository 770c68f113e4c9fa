"""How far officers agree when they judge the same things: raw agreement, Gwet's AC and alpha.

The three are always given together. With skewed answers a chance-corrected coefficient can call
near-unanimity worse than chance (Krippendorff's alpha, Fleiss' kappa) where another does not
(AC1), and raw agreement corrects for nothing.

Ratings are items x raters; a rater who did not answer is None. Items with one answer inform how
common a category is (AC) but not agreement; items without answers are left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.agreement.jackknife import of_difference, of_ratio, spread_of

__all__ = ["Agreement", "Measure", "Scale", "agreement", "coefficients", "parts_of", "table_of"]

Scale = Literal["nominal", "ordinal"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Measure:
    """A coefficient, at most 1, with its interval; None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Agreement:
    """The three measures and what they rest on.

    ``unanimous``: all answers to every item are the same; raw and AC are 1 by definition and no
    interval can be told. ``single_category``: only one category was ever used;
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
) -> Agreement | None:
    """Agreement over items; None when no item has two answers.

    ``categories``: all that could be answered, at least two, in order for the ordinal scale. The
    interval counts in that other questions and other officers might have been asked (jackknife over both; how often
    it holds the truth stands in docs/methods/agreement.md), None with fewer than three of either. ValueError for an
    answer outside the categories, fewer than two of them, or items with different numbers of raters.

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
    ends = (
        [None] * 3
        if unanimous
        else _ends(table, _columns(_answered(ratings), categories), scale, level)
    )
    raw, ac, alpha = (
        Measure(None, None, None) if np.isnan(value) else Measure(value, *(end or (None, None)))
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
    raw, by_chance, seen, expected = parts_of(table, draws, scale)
    with np.errstate(divide="ignore", invalid="ignore"):
        return raw, (raw - by_chance) / (1 - by_chance), 1 - seen / expected


def parts_of(table: Floats, draws: Floats, scale: Scale) -> Floats:
    """What the measures are made of, for each draw: raw agreement, AC's agreement by chance, and alpha's two
    disagreements, seen and expected.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        raw, by_chance = _gwet(table, draws, _weights(table.shape[1], scale))
        return np.array([raw, by_chance, *_disagreements(table, draws, scale)])


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
    common = (draws @ (table / np.maximum(size, 1)[:, None])) / (draws @ (size > 0))[:, None]
    spread = (common * (1 - common)).sum(axis=1)
    return raw, weights.sum() / (number * (number - 1)) * spread


def _disagreements(table: Floats, draws: Floats, scale: Scale) -> tuple[Floats, Floats]:
    size, number = table.sum(axis=1), table.shape[1]
    pairable = (size >= 2).astype(float)
    pairs = table[:, :, None] * table[:, None, :] - table[:, :, None] * np.eye(number)
    pairs *= (pairable / np.maximum(size - 1, 1))[:, None, None]
    seen = np.tensordot(draws, pairs, axes=1)
    totals = draws @ (table * pairable[:, None])
    answers = totals.sum(axis=1)
    # Per answer, and on the ordinal scale per squared number of answers, so that draws of unlike size compare.
    apart = _distance(totals, scale) / (1 if scale == "nominal" else answers[:, None, None] ** 2)
    expected = np.einsum("bk,bl,bkl->b", totals, totals, apart) / (answers - 1) / answers
    return np.einsum("bkl,bkl->b", seen, apart) / answers, expected


def _distance(totals: Floats, scale: Scale) -> Floats:
    """Squared difference between categories, per draw: shape (draws, categories, categories)."""
    draws, number = totals.shape
    if scale == "nominal":
        return np.broadcast_to(1 - np.eye(number), (draws, number, number))
    # Answers between the middles of the two categories, by how often each was given.
    middle = np.cumsum(totals, axis=1) - totals / 2
    squared: Floats = (middle[:, :, None] - middle[:, None, :]) ** 2
    return squared


def _answered(ratings: Sequence[Sequence[str | None]]) -> list[Sequence[str | None]]:
    return [item for item in ratings if any(one is not None for one in item)]


def _columns(
    ratings: Sequence[Sequence[str | None]], categories: Sequence[str]
) -> Iterator[Floats]:
    """Each rater's own answers as a table; raters without answers are left out."""
    for place in range(len(ratings[0])):
        own = [[item[place]] for item in ratings]
        if any(one is not None for (one,) in own):
            yield table_of(own, categories, keep_empty=True)


def _ends(
    table: Floats, columns: Iterator[Floats], scale: Scale, level: float
) -> list[tuple[float, float] | None]:
    """The intervals of raw, AC and alpha, each within what the measure can be."""
    items = len(table)
    once = np.ones((1, items))
    whole = parts_of(table, once, scale)[:, 0]
    spread = spread_of(
        whole,
        [
            parts_of(table, np.ones((items, items)) - np.eye(items), scale),
            np.array(_without_each(table, columns, scale)).T,
        ],
    )
    if spread is None:
        return [None] * 3
    raw, by_chance, seen, expected = (float(part) for part in whole)
    straight = np.array([1.0, 0, 0, 0])
    of_ac = np.array([1 / (1 - by_chance), -(1 - raw) / (1 - by_chance) ** 2, 0, 0])
    ac = (raw - by_chance) / (1 - by_chance)
    alpha = of_ratio(spread, 2, 3, level) if expected > 0 else None
    return [
        _within(of_difference(spread, straight, raw, level), 0.0),
        _within(of_difference(spread, of_ac, ac, level), -1.0),
        # Of officers drawn at random the true alpha is not below 0: they differ most when all questions are alike to them.
        _within(alpha, min(0.0, 1 - seen / expected)) if alpha else None,
    ]


def _without_each(table: Floats, columns: Iterator[Floats], scale: Scale) -> list[Floats]:
    """The parts without each rater; raters who gave the same answers everywhere are worked out once."""
    once, found = np.ones((1, len(table))), dict[bytes, Floats]()
    parts = []
    for own in columns:
        key = own.tobytes()
        if key not in found:
            found[key] = parts_of(table - own, once, scale)[:, 0]
        parts.append(found[key])
    return parts


def _within(ends: tuple[float, float] | None, least: float) -> tuple[float, float] | None:
    return ends and (float(max(ends[0], least)), float(min(ends[1], 1.0)))
