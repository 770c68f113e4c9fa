"""Yearly values of several areas: who is in, how the level moves, and what a hidden value could be.

A plain mean moves when other areas report. Two means that do not: the *balanced panel* (only areas with a value in
every year) and the *chained* mean, which links each year to the one before through the areas that have both, as a
chained price index does (ILO et al. 2004, Consumer Price Index Manual, ch. 9).
All arithmetic is exact; round with ``samsyn.lib.rounding``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

from samsyn.lib.rounding import Number, exact, mean, median

__all__ = [
    "Balanced",
    "Bounds",
    "CountInterval",
    "Link",
    "balanced_panel",
    "bounds_of_one_missing",
    "byar",
    "chained",
    "is_outlier",
    "quartiles",
]

Panel = Mapping[str, Mapping[int, Number]]


@dataclass(frozen=True)
class Balanced:
    """Mean and median per year over the areas that have a value in every one of the years."""

    areas: tuple[str, ...]
    means: Mapping[int, Fraction]


def balanced_panel(panel: Panel, years: Sequence[int]) -> Balanced:
    """``panel`` is area -> year -> value; a year without value is left out of the inner mapping."""
    areas = tuple(name for name, values in panel.items() if all(year in values for year in years))
    means = (
        {
            year: sum((exact(panel[name][year]) for name in areas), Fraction()) / len(areas)
            for year in years
        }
        if areas
        else {}
    )
    return Balanced(areas, means)


@dataclass(frozen=True)
class Link:
    """One year of the chain: its value, and the areas that link it to the year before (none for the first)."""

    year: int
    value: Fraction
    areas: tuple[str, ...]


def chained(panel: Panel, years: Sequence[int]) -> list[Link]:
    """The chained mean, at the level of the first year's mean. Ends where no area links two years."""
    links: list[Link] = []
    for year in sorted(years):
        here = {name: exact(values[year]) for name, values in panel.items() if year in values}
        if not links:
            if here:
                links.append(Link(year, sum(here.values(), Fraction()) / len(here), ()))
            continue
        before = links[-1].year
        both = tuple(name for name in here if before in panel[name])
        base = sum((exact(panel[name][before]) for name in both), Fraction())
        if year != before + 1 or not both or not base:
            break
        growth = sum((here[name] for name in both), Fraction()) / base
        links.append(Link(year, links[-1].value * growth, both))
    return links


def quartiles(values: Sequence[Number]) -> tuple[Fraction, Fraction] | None:
    """Lower and upper quartile by linear interpolation (Hyndman and Fan 1996, type 7); None for fewer than four."""
    ordered = sorted(exact(value) for value in values)
    if len(ordered) < 4:
        return None
    return _at(ordered, Fraction(1, 4)), _at(ordered, Fraction(3, 4))


@dataclass(frozen=True)
class CountInterval:
    """Lower and upper end for a count, in counts: divide by the same denominator as the count."""

    low: float
    high: float


def byar(count: int, *, level: float = 0.95) -> CountInterval:
    """Byar's interval for a Poisson count (Breslow and Day 1987, Statistical Methods in Cancer Research II, p. 69).

    ValueError for a negative count or a level outside 0-1.
    """
    if count < 0 or not 0 < level < 1:
        raise ValueError(f"no interval for the count {count} at level {level}")
    z = NormalDist().inv_cdf((1 + level) / 2)
    above = count + 1
    high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    low = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3 if count else 0.0
    return CountInterval(max(low, 0.0), high)


@dataclass(frozen=True)
class Bounds:
    """The smallest and largest value that one missing area can have, given what was published."""

    low: Decimal
    high: Decimal


def bounds_of_one_missing(
    known: Mapping[str, Number],
    *,
    published_mean: Number | None,
    published_median: Number | None,
    decimals: int = 0,
    value_decimals: int | None = None,
) -> Bounds | None:
    """What the one missing value can be, if nobody else reported: all values that round to the published figures.

    ``decimals`` of the published mean and median; ``value_decimals`` of the values (the same unless given).
    None when no value fits: then more than one is missing, or something published is wrong. ValueError without a mean.
    """
    if published_mean is None:
        raise ValueError("without a published mean nothing bounds the missing value")
    values = tuple(known.values())
    places = decimals if value_decimals is None else value_decimals
    return _bounds(values, published_mean, published_median, decimals, places)


@lru_cache(maxsize=1 << 12, typed=True)
def _bounds(
    values: tuple[Number, ...],
    published_mean: Number,
    published_median: Number | None,
    decimals: int,
    value_decimals: int,
) -> Bounds | None:
    """Tried value by value, and kept: what was published once does not change."""
    step = Decimal(1).scaleb(-value_decimals)
    total = sum((exact(value) for value in values), Fraction())
    known = {str(place): value for place, value in enumerate(values)}
    number, half = len(values) + 1, Fraction(1, 2) * Fraction(10) ** -decimals
    lowest = (exact(published_mean) - half) * number - total
    highest = (exact(published_mean) + half) * number - total
    first, last = int(lowest // exact(step)), int(highest // exact(step)) + 1
    fitting = [
        candidate
        for candidate in (step * place for place in range(first, last + 1))
        if _fits({**known, "": candidate}, published_mean, published_median, decimals)
    ]
    return Bounds(fitting[0], fitting[-1]) if fitting else None


def is_outlier(value: Number, history: Sequence[Number], *, width: float = 3.5) -> bool:
    """Whether the value is far from the same area's earlier ones: modified z-score over ``width``.

    Iglewicz and Hoaglin 1993 (How to Detect and Handle Outliers): 0.6745 |x - median| / MAD. Fewer than four earlier
    values say nothing: False. When all earlier values are alike, anything over a tenth away is far.
    """
    earlier = [exact(one) for one in history]
    if len(earlier) < 4:
        return False
    middle = _at(sorted(earlier), Fraction(1, 2))
    spread = _at(sorted(abs(one - middle) for one in earlier), Fraction(1, 2))
    distance = abs(exact(value) - middle)
    if not spread:
        return distance * 10 > abs(middle)
    return float(distance / spread) * 0.6745 > width


def _fits(
    values: Mapping[str, Number],
    published_mean: Number,
    published_median: Number | None,
    decimals: int,
) -> bool:
    if mean(values, decimals) != exact(published_mean):
        return False
    return published_median is None or median(values, decimals) == exact(published_median)


def _at(ordered: Sequence[Fraction], share: Fraction) -> Fraction:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
