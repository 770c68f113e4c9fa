"""Share of deviation and coverage, as values that carry all they rest on.

Share = deficient / assessed = A / (A + UA). Not checked (EK) and not applicable (EA) stand
beside, never inside. A share of nothing is undefined, not zero.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

__all__ = ["Coverage", "Interval", "Share", "Standardised", "pooled", "standardised", "wilson"]


@dataclass(frozen=True)
class Interval:
    """Lower and upper end, both between 0 and 1."""

    low: float
    high: float


def wilson(successes: int, n: int, *, level: float = 0.95) -> Interval | None:
    """Wilson's score interval (Wilson 1927, JASA 22, 209-212); None when n is 0.

    ValueError unless 0 <= successes <= n and 0 < level < 1.
    """
    if not 0 <= successes <= n or not 0 < level < 1:
        raise ValueError(f"no such share: {successes} of {n} at level {level}")
    if n == 0:
        return None
    z2 = _z(level) ** 2
    centre = (successes + z2 / 2) / (n + z2)
    half = sqrt(z2 * (successes * (n - successes) / n + z2 / 4)) / (n + z2)
    # The ends are 0 and 1 exactly in theory; the clamp removes what binary floats add.
    low = 0.0 if successes == 0 else max(centre - half, 0.0)
    high = 1.0 if successes == n else min(centre + half, 1.0)
    return Interval(low, high)


@dataclass(frozen=True)
class Share:
    """Answers to one question: deviation (A) and none (UA), with EK and EA beside."""

    deviating: int
    compliant: int
    not_checked: int = 0
    not_applicable: int = 0

    def __post_init__(self) -> None:
        if min(self.deviating, self.compliant, self.not_checked, self.not_applicable) < 0:
            raise ValueError(f"negative count: {self}")

    @classmethod
    def from_counts(cls, counts: Mapping[str, int]) -> "Share":
        """From answer code to count, by the ready choice list UA / A / EK / EA; others ignored."""
        return cls(*(counts.get(code, 0) for code in ("A", "UA", "EK", "EA")))

    @property
    def numerator(self) -> int:
        return self.deviating

    @property
    def denominator(self) -> int:
        """n: objects where the question was assessed."""
        return self.deviating + self.compliant

    @property
    def answered(self) -> int:
        """All objects with an answer, assessed or not."""
        return self.denominator + self.not_checked + self.not_applicable

    @property
    def value(self) -> Fraction | None:
        """The share, exact; None when nothing was assessed."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def not_checked_share(self) -> Fraction | None:
        """EK among the objects where the question applied; None when it never did."""
        applied = self.denominator + self.not_checked
        return Fraction(self.not_checked, applied) if applied else None

    def interval(self, level: float = 0.95) -> Interval | None:
        """Wilson's interval; None when nothing was assessed."""
        return wilson(self.numerator, self.denominator, level=level)

    def __add__(self, other: "Share") -> "Share":
        return Share(
            self.deviating + other.deviating,
            self.compliant + other.compliant,
            self.not_checked + other.not_checked,
            self.not_applicable + other.not_applicable,
        )


@dataclass(frozen=True)
class Coverage:
    """What a result covers: offices taking part of all, objects done of planned.

    ``objects_planned`` is None when nobody planned.
    """

    offices: int
    offices_in_all: int
    objects: int
    objects_planned: int | None

    def __post_init__(self) -> None:
        if not 0 <= self.offices <= self.offices_in_all:
            raise ValueError(f"{self.offices} offices of {self.offices_in_all}")
        if self.objects < 0 or (self.objects_planned or 0) < 0:
            raise ValueError(f"negative count: {self}")

    @property
    def office_share(self) -> Fraction | None:
        return Fraction(self.offices, self.offices_in_all) if self.offices_in_all else None

    @property
    def object_share(self) -> Fraction | None:
        """May pass 1: some offices do more than they planned."""
        return Fraction(self.objects, self.objects_planned) if self.objects_planned else None


def pooled(shares: Iterable[Share]) -> Share:
    """All answers in one pot: the share of the visited objects, led by whoever visited most."""
    return sum(shares, Share(0, 0))


@dataclass(frozen=True)
class Standardised:
    """A share made up of strata, each with the weight it has in the whole.

    ``left_out``: positions of strata with a weight but nothing assessed; the others' weights are
    scaled up, and ``weight_covered`` (0-1) says how much of the whole the figure stands on.
    """

    value: float
    interval: Interval
    left_out: tuple[int, ...]
    weight_covered: Fraction


def standardised(
    shares: Sequence[Share], weights: Sequence[int], *, level: float = 0.95
) -> Standardised | None:
    """Direct standardisation: the strata's shares weighted by, say, objects in the register.

    The interval combines the strata's Wilson intervals by MOVER (Zou and Donner 2008, Statistics
    in Medicine 27, 1693-1702); with one stratum it is Wilson's own. None when no stratum with
    weight was assessed. ValueError for unequal lengths or negative weights.
    """
    if len(shares) != len(weights) or any(weight < 0 for weight in weights):
        raise ValueError("one weight, not negative, for each share")
    used = [(s, w) for s, w in zip(shares, weights, strict=True) if w and s.denominator]
    total = sum(w for _, w in used)
    if not total:
        return None
    value = below = above = 0.0
    for share, weight in used:
        part = weight / total
        point = share.numerator / share.denominator
        ends = share.interval(level) or Interval(point, point)
        value += part * point
        below += (part * (point - ends.low)) ** 2
        above += (part * (ends.high - point)) ** 2
    return Standardised(
        value=value,
        interval=Interval(max(value - sqrt(below), 0.0), min(value + sqrt(above), 1.0)),
        left_out=tuple(i for i, s in enumerate(shares) if weights[i] and not s.denominator),
        weight_covered=Fraction(total, sum(weights)),
    )


@lru_cache(maxsize=16)
def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)
