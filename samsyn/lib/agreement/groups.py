"""Do officers differ between offices or within them? Told only when enough offices have two officers or more.

With one office of two officers the figure would be those two officers' answers. So a figure for "within" needs three
such offices and five pairs of colleagues; else it is not given, and the page says why.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from samsyn.lib.agreement.measures import Measure
from samsyn.lib.student import half_width_factor
from samsyn.lib.suppression import K

__all__ = ["LEAST_OFFICES", "LEAST_PAIRS", "Groups", "of_groups", "within_and_between"]

LEAST_OFFICES = 3
LEAST_PAIRS = 5


@dataclass(frozen=True)
class Groups:
    """Share of pairs that answered alike, for colleagues of one office and for officers of different offices.

    ``difference`` is within minus between with Student's interval over questions. ``offices`` have two officers or more
    who answered, ``pairs`` are pairs of colleagues.
    """

    within: float
    between: float
    difference: Measure
    offices: int
    pairs: int


def within_and_between(
    ratings: Sequence[Sequence[str | None]],
    groups: Sequence[Hashable],
    *,
    level: float = 0.95,
) -> Groups | None:
    """Agreement within and between offices; None when it cannot be told without telling single officers' answers.

    ``ratings`` are questions x officers, ``groups`` the office of each officer.
    """
    members = _members(ratings, groups)
    sizes = [len(places) for places in members.values() if len(places) >= 2]
    pairs = sum(size * (size - 1) // 2 for size in sizes)
    if len(sizes) < LEAST_OFFICES or pairs < LEAST_PAIRS or len(members) < 2:
        return None
    inside, outside = [], []
    for item in ratings:
        own = [_alike([item[i] for i in places]) for places in members.values()]
        within = (sum(a for a, _ in own), sum(n for _, n in own))
        every = _alike([item[i] for places in members.values() for i in places])
        between = (every[0] - within[0], every[1] - within[1])
        if within[1] and between[1]:
            inside.append(within[0] / within[1])
            outside.append(between[0] / between[1])
    if not inside:
        return None
    apart = np.subtract(inside, outside)
    return Groups(
        within=float(np.mean(inside)),
        between=float(np.mean(outside)),
        difference=_difference(apart, level),
        offices=len(sizes),
        pairs=pairs,
    )


def of_groups(
    ratings: Sequence[Sequence[str | None]], groups: Sequence[Hashable]
) -> dict[Hashable, tuple[int, float]]:
    """How many answered and their raw agreement, for each office where at least K officers answered; no other."""
    return {
        group: (len(places), share)
        for group, places in _members(ratings, groups).items()
        if len(places) >= K and (share := _raw(ratings, places)) is not None
    }


def _members(
    ratings: Sequence[Sequence[str | None]], groups: Sequence[Hashable]
) -> dict[Hashable, list[int]]:
    members: dict[Hashable, list[int]] = {}
    for place, group in enumerate(groups):
        if any(item[place] is not None for item in ratings):
            members.setdefault(group, []).append(place)
    return members


def _alike(answers: Sequence[str | None]) -> tuple[int, int]:
    given = [answer for answer in answers if answer is not None]
    alike = sum(given.count(one) * (given.count(one) - 1) // 2 for one in set(given))
    return alike, len(given) * (len(given) - 1) // 2


def _raw(ratings: Sequence[Sequence[str | None]], places: Sequence[int]) -> float | None:
    found = [_alike([item[i] for i in places]) for item in ratings]
    shares = [alike / pairs for alike, pairs in found if pairs]
    return float(np.mean(shares)) if shares else None


def _difference(apart: np.ndarray, level: float) -> Measure:
    value, items = float(apart.mean()), len(apart)
    if items < 3 or np.ptp(apart) < 1e-12:
        return Measure(value, None, None)
    half = float(half_width_factor(level, items - 1) * apart.std(ddof=1) / np.sqrt(items))
    return Measure(value, value - half, value + half)
