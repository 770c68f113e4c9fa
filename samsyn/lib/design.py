"""Before a campaign starts: what could its planned number of objects show at all?

Everything follows from the funnel (exact limits) and Wilson's interval; nothing is simulated.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.lib.funnel import FalseAlarms, false_alarms, smallest_visible_difference
from samsyn.lib.rates import Interval, wilson

__all__ = ["Design", "OfficeDesign", "calculate", "objects_needed"]

EXPECTED_SHARE = 0.3  # of deviations, when nobody says otherwise: 32 % in the county's campaigns
POWER = 0.8
_MOST_OBJECTS = 1_000


@dataclass(frozen=True)
class OfficeDesign:
    """``difference``: the smallest (share, 0-1) above the county's that is seen with 80 % chance;
    None when none is.
    """

    office: str
    planned: int
    difference: float | None


@dataclass(frozen=True)
class Design:
    """``county`` is the interval the county's share would get; ``pooled_difference`` what is seen
    when ``campaigns_pooled`` campaigns alike are put together, in the office of median size;
    ``typical_difference`` the same in one campaign.
    """

    offices: tuple[OfficeDesign, ...]
    objects: int
    expected: float
    county: Interval | None
    alarms: FalseAlarms
    typical_planned: int
    typical_difference: float | None
    campaigns_pooled: int
    pooled_difference: float | None

    @property
    def sees_little(self) -> bool:
        """Whether to warn: the office of median size could not be seen to differ by 30 points."""
        return self.typical_difference is None or self.typical_difference > 0.3


def calculate(
    planned: Mapping[str, int], *, questions: int, expected: float = EXPECTED_SHARE, pooled: int = 3
) -> Design:
    """From office to planned objects. ValueError for negative numbers or a share not in 0-1."""
    if questions < 0 or pooled < 1 or any(number < 0 for number in planned.values()):
        raise ValueError("numbers of objects and questions are not negative")
    if not 0 < expected < 1:
        raise ValueError(f"no such share: {expected}")
    sizes = sorted(number for number in planned.values() if number)
    typical = sizes[(len(sizes) - 1) // 2] if sizes else 0
    objects = sum(sizes)
    return Design(
        offices=tuple(
            OfficeDesign(name, number, _visible(expected, number))
            for name, number in planned.items()
        ),
        objects=objects,
        expected=expected,
        county=wilson(round(expected * objects), objects),
        alarms=false_alarms([(expected, sizes)] * questions),
        typical_planned=typical,
        typical_difference=_visible(expected, typical),
        campaigns_pooled=pooled,
        pooled_difference=_visible(expected, typical * pooled),
    )


def objects_needed(expected: float, difference: float) -> int | None:
    """About how many objects of one office it takes to see such a difference with 80 % chance.

    None above 1,000 or when the share would pass 100 %. Exact limits are jagged: an object more
    or less can matter, so it is a number to plan by.
    """
    if difference <= 0 or expected + difference > 1:
        return None
    low, high = 1, _MOST_OBJECTS
    if not _seen(expected, high, difference):
        return None
    while low < high:
        middle = (low + high) // 2
        if _seen(expected, middle, difference):
            high = middle
        else:
            low = middle + 1
    return low


def _visible(expected: float, n: int) -> float | None:
    return smallest_visible_difference(expected, n, power=POWER) if n else None


def _seen(expected: float, n: int, difference: float) -> bool:
    seen = _visible(expected, n)
    return seen is not None and seen <= difference
