"""Decisions from values alone: what a figure becomes of its components, and what must be asked about a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rapidfuzz import process

from samsyn.indicators.codes import IntervalKind, Missing, Part, ReportState
from samsyn.lib.rates import wilson
from samsyn.lib.rounding import exact, round_half_up
from samsyn.lib.series import byar, is_outlier

# Words of addresses, and the API's table of all key figures.
RESERVED_KEYS = frozenset(
    {"insamling", "kontor", "definitioner", "export", "nytt", "diagram", "nyckeltal"}
)
# The reason that weighs most is the one shown when several components are missing.
_WEIGHT = (Missing.SECRECY, Missing.DROPOUT, Missing.NOT_IN_SOURCE, Missing.NOT_APPLICABLE)
# Places kept when a quotient is stored; it is rounded to the definition's decimals only where it is shown.
STORED_DECIMALS = 3
TREND_NEEDS = 5  # fewer yearly values than this carry no statement about a trend


@dataclass(frozen=True, slots=True)
class Reported:
    """A raw number as an office reported it: a value, or why there is none."""

    value: Decimal | None
    missing: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Worked:
    """A figure worked out of its components."""

    value: Decimal | None
    missing: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def worked(parts: Mapping[str, Reported | None], multiplier: Decimal) -> Worked:
    """The figure: numerator / denominator × multiplier, or the single value. Not reported at all is a dropout."""
    given = {part: one or Reported(None, Missing.DROPOUT) for part, one in parts.items()}
    absent = {one.missing or Missing.DROPOUT for one in given.values() if one.value is None}
    numerator = given[Part.NUMERATOR].value if Part.NUMERATOR in given else None
    denominator = given[Part.DENOMINATOR].value if Part.DENOMINATOR in given else None
    if Missing.SECRECY in absent:
        return Worked(None, Missing.SECRECY)
    if absent:
        reason = next(code for code in _WEIGHT if code in absent)
        return Worked(None, reason, numerator, denominator)
    if Part.VALUE in given:
        value = given[Part.VALUE].value
        assert value is not None
        return Worked(round_half_up(value, STORED_DECIMALS), "")
    assert numerator is not None
    assert denominator is not None
    if denominator == 0:
        return Worked(None, Missing.NOT_APPLICABLE, numerator, denominator)
    quotient = exact(numerator) / exact(denominator) * exact(multiplier)
    return Worked(round_half_up(quotient, STORED_DECIMALS), "", numerator, denominator)


def interval_of(
    kind: str, numerator: Decimal | None, denominator: Decimal | None, multiplier: Decimal
) -> tuple[float, float] | None:
    """The 95 % interval of a ratio in its own unit; None where none applies (no counts, or no numbers)."""
    if numerator is None or not denominator or numerator != int(numerator) or numerator < 0:
        return None
    if kind == IntervalKind.COUNT:
        ends = byar(int(numerator))
        scale = float(multiplier) / float(denominator)
        return ends.low * scale, ends.high * scale
    if (
        kind == IntervalKind.SHARE
        and denominator == int(denominator)
        and numerator <= denominator
        and (found := wilson(int(numerator), int(denominator)))
    ):
        return found.low * float(multiplier), found.high * float(multiplier)
    return None


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a raw number may be."""

    decimals: int
    lowest: Decimal
    highest: Decimal | None
    jump_percent: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a number: `stops` may not be saved as it is, `asks` demands a comment."""

    code: str
    stops: bool
    params: dict[str, Any] = field(default_factory=dict)


def check_number(
    value: Decimal, bounds: Bounds, *, last_year: Decimal | None, history: Sequence[Decimal] = ()
) -> list[Finding]:
    """What is wrong with a number, or must be explained: bounds, decimals, jump since last year, own history."""
    if value < bounds.lowest:
        return [Finding("too_low", True, {"lowest": bounds.lowest})]
    if bounds.highest is not None and value > bounds.highest:
        return [Finding("too_high", True, {"highest": bounds.highest})]
    if round_half_up(value, bounds.decimals) != value:
        return [Finding("too_many_decimals", True, {"decimals": bounds.decimals})]
    found = []
    if jump := _jump(value, last_year, bounds.jump_percent):
        found.append(jump)
    if is_outlier(value, history):
        found.append(Finding("outlier", False, {"low": min(history), "high": max(history)}))
    return found


def _jump(value: Decimal, last_year: Decimal | None, most: int) -> Finding | None:
    if last_year is None or last_year == value:
        return None
    if last_year == 0:
        return Finding("jump_from_zero", False)
    percent = abs(exact(value) - exact(last_year)) * 100 / abs(exact(last_year))
    if percent <= most:
        return None
    shown = {"percent": int(round_half_up(percent)), "last_year": last_year}
    return Finding("jump", False, shown)


def check_ratio(
    interval: str, numerator: Decimal | None, denominator: Decimal | None
) -> list[Finding]:
    """What two numbers say together: nothing can be divided by zero, and a part is no larger than its whole."""
    if numerator is None or denominator is None:
        return []
    if denominator == 0 and numerator != 0:
        return [Finding("zero_denominator", True)]
    if interval == IntervalKind.SHARE and numerator > denominator:
        return [Finding("part_over_whole", True)]
    return []


def may_sign(state: str) -> bool:
    """Whether a report can be signed off: begun, or asked back."""
    return state in {ReportState.STARTED, ReportState.RETURNED}


def may_edit(state: str) -> bool:
    """Whether the office can change its numbers: not once it has signed off."""
    return may_sign(state)


def nearest(wrong: str, known: Sequence[str], most: int = 3) -> list[str]:
    """The known codes most like a wrong one, the nearest first."""
    return [name for name, *_ in process.extract(wrong, known, limit=most, score_cutoff=50)]
