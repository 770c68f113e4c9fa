"""Do the offices differ? Binomial control limits around the county's share, and a plain conclusion.

Limits at 95 and 99.8 % after Spiegelhalter (2005, Statistics in Medicine 24, 1185-1202): an office
lies outside when its result would be that far out in at most 2.5 % (0.1 %) of cases on its side if
it really had the county's share. The county's share includes the office itself.

Two methods. ``exact`` (used unless said otherwise) never gives more false alarms than promised and
is cautious for small n; its lines are jagged. ``interpolated`` is Spiegelhalter's smoothing between
counts (his appendix A.1.1), with false alarms about as promised on average over many n.

Binomial variation only: differences in what was visited widen the real spread. An additive
over-dispersion term belongs in ``limits`` and changes nothing else here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import comb, lgamma
from statistics import median_low
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.rates import Share, pooled

__all__ = [
    "ACTION",
    "WARNING",
    "Code",
    "Conclusion",
    "FalseAlarms",
    "Limits",
    "Method",
    "Place",
    "Point",
    "chance_outside",
    "conclude",
    "false_alarms",
    "limits",
    "limits_up_to",
    "smallest_visible_difference",
]

WARNING, ACTION = 0.95, 0.998
# Above this chance, as many offices outside the 95 % limits is nothing unusual.
_UNUSUAL = 0.05
# A funnel's line has a corner for each n up to here; farther out they lie closer than a pixel.
_ALL_UP_TO = 100

Method = Literal["exact", "interpolated"]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Limits:
    """The range of counts inside the limits, at n assessed, within 0..n.

    For ``exact`` each end lies halfway between the last count inside and the first outside, so
    that no point falls on the line.
    """

    n: int
    low_count: float
    high_count: float

    @property
    def low(self) -> float:
        """As a share, to draw: a point below the line is outside."""
        return self.low_count / self.n

    @property
    def high(self) -> float:
        """As a share, to draw: a point above the line is outside."""
        return self.high_count / self.n

    @property
    def can_be_passed(self) -> bool:
        """Whether any result at all would lie outside."""
        return self.low_count > 0 or self.high_count < self.n

    def passed_by(self, count: int) -> bool:
        return not self.low_count <= count <= self.high_count


def limits(county: float, n: int, *, level: float = WARNING, method: Method = "exact") -> Limits:
    """Limits for an office with n assessed, around the county's share (0-1).

    ValueError for n < 1 or a share or level outside 0-1.
    """
    if n < 1 or not 0 <= county <= 1 or not 0 < level < 1:
        raise ValueError(f"no limits at share {county}, n {n}, level {level}")
    tail = (1 - level) / 2
    at_most, at_least = _tails(county, n)
    if method == "interpolated":
        low = _interpolated(at_most, tail)
        # Counted from the other end, so that both ends keep full precision.
        high = n - _interpolated(at_least[::-1], tail) - 1
        # With few objects and a share near 0 or 1 the formula passes the county's own line.
        return Limits(n, max(min(low, county * n), 0.0), min(max(high, county * n), n))
    low = max(int((at_most <= tail).sum()) - 0.5, 0.0)
    return Limits(n, low, min(n - int((at_least <= tail).sum()) + 0.5, n))


def limits_up_to(
    county: float,
    largest: int,
    *,
    level: float = WARNING,
    method: Method = "exact",
    sizes: Iterable[int] = (),
) -> list[Limits]:
    """Limits to draw the funnel up to n = largest: for every small n, then closer together than can be seen.

    Always for `sizes`, those of the offices: what lies outside is drawn outside.
    """
    sparse = range(_ALL_UP_TO + 1, largest, max(1, largest // _ALL_UP_TO))
    drawn = {*range(1, min(largest, _ALL_UP_TO) + 1), *sparse, largest, *sizes}
    return [limits(county, n, level=level, method=method) for n in sorted(drawn)]


def chance_outside(true_share: float, inside: Limits) -> float:
    """Chance that an office with this true share lands outside: a false alarm when the share is
    the county's own, else the power to see that it differs.
    """
    pmf = _pmf(true_share, inside.n)
    counts = np.arange(inside.n + 1)
    return float(pmf[(counts < inside.low_count) | (counts > inside.high_count)].sum())


@dataclass(frozen=True)
class FalseAlarms:
    """What chance alone puts outside when all offices are alike.

    ``nominal`` is comparisons x (1 - level); ``expected`` counts what the limits really give at
    these n, less than nominal for ``exact``; ``chance_of_any`` takes comparisons as independent.
    """

    comparisons: int
    nominal: float
    expected: float
    chance_of_any: float


def false_alarms(
    questions: Iterable[tuple[float, Sequence[int]]],
    *,
    level: float = WARNING,
    method: Method = "exact",
) -> FalseAlarms:
    """Over offices and questions: for each question the county's share and the offices' n."""
    chances = [
        chance_outside(county, limits(county, n, level=level, method=method))
        for county, sizes in questions
        for n in sizes
        if n > 0
    ]
    return _alarms(chances, level)


def _alarms(chances: Sequence[float], level: float) -> FalseAlarms:
    none = float(np.prod([1 - chance for chance in chances]))
    return FalseAlarms(len(chances), len(chances) * (1 - level), sum(chances), 1 - none)


def smallest_visible_difference(
    county: float,
    n: int,
    *,
    power: float = 0.8,
    level: float = WARNING,
    method: Method = "exact",
) -> float | None:
    """How far above the county's share an office must truly lie to land outside with this chance.

    As a share (0.35 = 35 percentage points); None when even an office with deviations everywhere
    would not be seen that often.
    """
    high = limits(county, n, level=level, method=method).high_count
    above = Limits(n, 0, high)
    if chance_outside(1.0, above) < power:
        return None
    seen, unseen = 1.0, county
    while seen - unseen > 1e-6:
        middle = (seen + unseen) / 2
        if chance_outside(middle, above) >= power:
            seen = middle
        else:
            unseen = middle
    return seen - county


class Place(StrEnum):
    """Where an office lies."""

    INSIDE = "inside"
    OUTSIDE_95 = "outside_95"
    OUTSIDE_998 = "outside_998"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True)
class Point:
    """One office in the funnel; ``high`` when its share lies above the county's."""

    office: str
    share: Share
    place: Place
    high: bool


class Code(StrEnum):
    """The plain conclusion; the sentences for each are written where they are shown."""

    NOTHING_ASSESSED = "nothing_assessed"
    ONE_OFFICE = "one_office"  # nobody to compare with
    ALL_ALIKE = "all_alike"  # the county's share is 0 or 100 %
    TOO_FEW = "too_few"  # at these n no result at all could lie outside
    INSIDE = "inside"
    MAY_BE_CHANCE = "may_be_chance"  # some outside 95 %, no more than chance gives
    MORE_THAN_CHANCE = "more_than_chance"  # none outside 99.8 %, but unusually many outside 95 %
    DIFFERS = "differs"  # at least one outside 99.8 %


@dataclass(frozen=True)
class Conclusion:
    """The conclusion and all that its sentences need.

    ``chance``: that at least as many land outside 95 % when all are alike (1 when none did).
    ``alarms``: what to expect at 95 % in this question. ``typical_n``: the offices' median n, and
    ``visible_difference`` what can be seen there at 80 % power (share, or None).
    """

    code: Code
    county: Share
    points: tuple[Point, ...]
    chance: float
    alarms: FalseAlarms
    typical_n: int
    visible_difference: float | None

    def offices(self, *places: Place) -> tuple[str, ...]:
        """Names of the offices in these places, in the order given."""
        return tuple(point.office for point in self.points if point.place in places)


def conclude(shares: Mapping[str, Share], *, method: Method = "exact") -> Conclusion:
    """Compare offices in one question, from office to its share of deviation."""
    county = pooled(shares.values())
    sizes = [share.denominator for share in shares.values() if share.denominator]
    rate = float(county.value or 0)
    # All that holds for an n is worked out once: many offices make many pages of binomials.
    at = {n: _at(rate, n, method) for n in sorted(set(sizes))}
    points = tuple(_point(name, share, rate, at) for name, share in shares.items())
    outside = [p for p in points if p.place in (Place.OUTSIDE_95, Place.OUTSIDE_998)]
    chances = [at[n].chance for n in sizes]
    chance = _at_least(len(outside), chances)
    typical = median_low(sizes) if sizes else 0
    return Conclusion(
        code=_code(county, points, [at[n].warning for n in sizes], chance),
        county=county,
        points=points,
        chance=chance,
        alarms=_alarms(chances, WARNING),
        typical_n=typical,
        visible_difference=(
            smallest_visible_difference(rate, typical, method=method) if typical else None
        ),
    )


@dataclass(frozen=True)
class _At:
    """What holds for every office with the same n: both limits, and the chance to lie outside the inner one."""

    warning: Limits
    action: Limits
    chance: float


def _at(county: float, n: int, method: Method) -> _At:
    warning = limits(county, n, method=method)
    action = limits(county, n, level=ACTION, method=method)
    return _At(warning, action, chance_outside(county, warning))


def _code(county: Share, points: Sequence[Point], warning: Sequence[Limits], chance: float) -> Code:
    places = {point.place for point in points}
    if nothing := _nothing_to_compare(county, warning):
        return nothing
    if Place.OUTSIDE_998 in places:
        return Code.DIFFERS
    if Place.OUTSIDE_95 not in places:
        return Code.INSIDE
    return Code.MAY_BE_CHANCE if chance > _UNUSUAL else Code.MORE_THAN_CHANCE


def _nothing_to_compare(county: Share, warning: Sequence[Limits]) -> Code | None:
    if not county.denominator:
        return Code.NOTHING_ASSESSED
    if len(warning) == 1:
        return Code.ONE_OFFICE
    if county.numerator in (0, county.denominator):
        return Code.ALL_ALIKE
    return None if any(inside.can_be_passed for inside in warning) else Code.TOO_FEW


def _point(office: str, share: Share, county: float, at: Mapping[int, _At]) -> Point:
    n, count = share.denominator, share.numerator
    if not n:
        return Point(office, share, Place.NOT_ASSESSED, high=False)
    if at[n].action.passed_by(count):
        place = Place.OUTSIDE_998
    elif at[n].warning.passed_by(count):
        place = Place.OUTSIDE_95
    else:
        place = Place.INSIDE
    return Point(office, share, place, high=count > county * n)


def _interpolated(cumulative: Floats, tail: float) -> float:
    """Spiegelhalter's r - a: how far between two counts the tail is reached."""
    r = int(np.argmax(cumulative >= tail))
    below = float(cumulative[r - 1]) if r else 0.0
    return r - (float(cumulative[r]) - tail) / (float(cumulative[r]) - below)


def _at_least(number: int, chances: Sequence[float]) -> float:
    """Chance that at least so many of independent events happen (Poisson binomial)."""
    if number == 0:
        return 1.0
    happened = np.array([1.0])
    for chance in chances:
        happened = np.convolve(happened, [1 - chance, chance])
    return float(happened[number:].sum())


@lru_cache(maxsize=512)
def _tails(share: float, n: int) -> tuple[Floats, Floats]:
    """P(X <= x) and P(X >= x) for x = 0..n, each summed from its own small end."""
    pmf = _pmf(share, n)
    return np.cumsum(pmf), np.cumsum(pmf[::-1])[::-1]


@lru_cache(maxsize=64)
def _pmf(share: float, n: int) -> Floats:
    if share in (0, 1):
        certain = np.zeros(n + 1)
        certain[n if share else 0] = 1
        return certain
    x = np.arange(n + 1)
    pmf: Floats = np.exp(_log_choose(n) + x * np.log(share) + (n - x) * np.log1p(-share))
    return pmf


@lru_cache(maxsize=512)
def _log_choose(n: int) -> Floats:
    if n <= 60:  # exact whole numbers where a floating binomial coefficient still holds them
        return np.log([float(comb(n, x)) for x in range(n + 1)])
    logs = _log_factorials(1 << n.bit_length())[: n + 1]
    choose: Floats = logs[n] - logs - logs[::-1]
    return choose


@lru_cache(maxsize=32)
def _log_factorials(many: int) -> Floats:
    """The logarithms of 0!, 1! … up to so many: worked out once for all n below."""
    return np.array([lgamma(x + 1) for x in range(many)])
