"""Rounding as the published figures do it, and mean and median over those that reported.

Python's own ``round()`` rounds half to even and works on binary floats, so 162.5 becomes 162 where
the collaboration's published figure is 163. All published rounding goes through here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from math import isfinite

__all__ = ["Number", "Summary", "exact", "mean", "median", "round_half_up", "summarise"]

Number = int | float | Decimal | Fraction


@lru_cache(maxsize=1 << 16, typed=True)
def exact(value: Number) -> Fraction:
    """The number as it was written: 0.15 is 15/100, not the nearest binary float.

    Kept, since the same published values are asked for on every page. Raises ValueError for infinities and NaN.
    """
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"not a finite number: {value!r}")
        return Fraction(repr(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return Fraction(value)


def round_half_up(value: Number, decimals: int = 0) -> Decimal:
    """Round to ``decimals`` places; a half goes away from zero (2.5 -> 3, -2.5 -> -3).

    ``decimals`` may be negative (-3 rounds to thousands). The result keeps its places: 4 with
    one decimal is Decimal("4.0").
    """
    scaled = exact(value) * Fraction(10) ** decimals
    units = (abs(scaled.numerator) * 2 + scaled.denominator) // (2 * scaled.denominator)
    signed = -units if scaled < 0 else units
    return (
        Decimal(signed)
        .scaleb(-decimals)
        .quantize(Decimal(1).scaleb(-max(decimals, 0)), rounding=ROUND_HALF_UP)
    )


def mean(values: Mapping[str, Number | None], decimals: int = 0) -> Decimal | None:
    """Unweighted mean over the reporters, rounded half up; None when nobody reported.

    ``values`` is reporter -> value, with None for one that did not report.
    """
    reported = _reported(values)
    return round_half_up(sum(reported, Fraction()) / len(reported), decimals) if reported else None


def median(values: Mapping[str, Number | None], decimals: int = 0) -> Decimal | None:
    """Median over the reporters (mean of the middle two), rounded half up; None when nobody did."""
    reported = sorted(_reported(values))
    if not reported:
        return None
    half = len(reported) // 2
    middle = reported[half] if len(reported) % 2 else (reported[half - 1] + reported[half]) / 2
    return round_half_up(middle, decimals)


@dataclass(frozen=True)
class Summary:
    """Mean and median of one year, with those they rest on: a mean never stands alone."""

    mean: Decimal | None
    median: Decimal | None
    reporters: tuple[str, ...]
    missing: tuple[str, ...]


def summarise(values: Mapping[str, Number | None], decimals: int = 0) -> Summary:
    """Mean, median, who reported and who did not, names in the order given."""
    return Summary(
        mean=mean(values, decimals),
        median=median(values, decimals),
        reporters=tuple(name for name, value in values.items() if value is not None),
        missing=tuple(name for name, value in values.items() if value is None),
    )


def _reported(values: Mapping[str, Number | None]) -> list[Fraction]:
    return [exact(value) for value in values.values() if value is not None]
