"""Key figures that are shares of something: the offices compared as in a campaign's question, from what is published."""

from collections.abc import Iterable, Mapping
from typing import Any

from samsyn.equality.comparing import Compared, compare_each
from samsyn.equality.spreading import spread_over_offices
from samsyn.indicators.interface import (
    Comparability,
    Figure,
    IntervalKind,
    Picture,
    pictures_of,
    published_indicators,
)
from samsyn.lib.rates import Share
from samsyn.lib.suppression import K
from samsyn.organisations.interface import Collaboration

Json = dict[str, Any]


def ratios_of(collaboration: Collaboration) -> list[Json]:
    """Each share that may be compared freely, in its newest year with numerators and denominators, under its key.

    Offices are told by their place in `areas`; everything is published already, so nothing is hidden anew.
    """
    found: list[tuple[int, list[str], Compared]] = []
    for picture in pictures_of(published_indicators(collaboration).filter(is_reference=False)):
        if picture.rule == Comparability.FREE and (newest := _newest(picture)):
            year, shares = newest
            key = picture.indicator.key
            numbered = dict(enumerate(shares.values(), start=1))
            found.append((year, [*shares], Compared(key, "", "", numbered)))
    numbers = compare_each([one for _year, _areas, one in found], k=K, protect=False)["questions"]
    return [
        one | {"year": year, "areas": areas, "spread": spread_over_offices(compared)}
        for one, (year, areas, compared) in zip(numbers, found, strict=True)
    ]


def _newest(picture: Picture) -> tuple[int, Mapping[str, Share]] | None:
    for year in reversed(picture.years):
        figures = [one for (_area, at), one in picture.figures.items() if at == year]
        shares = _shares(figures)
        if shares:
            return year, shares
    return None


def _shares(figures: Iterable[Figure]) -> dict[str, Share]:
    """Whole numbers only: a share of working hours is no count of objects, and has no binomial limits."""
    shares = {}
    for one in figures:
        part, whole = one.numerator, one.denominator
        if one.definition.interval != IntervalKind.SHARE or part is None or not whole:
            continue
        if part == int(part) and whole == int(whole) and 0 <= part <= whole:
            shares[one.area] = Share(int(part), int(whole - part))
    return shares
