"""Which of many comparisons to believe: control of the false-discovery rate.

Benjamini and Hochberg (1995, JRSS B 57, 289-300), as scipy computes it. Each office's p value is
the exact binomial against the county's share, twice the smaller tail, as the funnel's limits count.
"""

from collections.abc import Sequence

from samsyn.lib.funnel import limits
from samsyn.lib.rates import Share

__all__ = ["believed", "p_value"]


def p_value(share: Share, county: float) -> float | None:
    """Chance of a result at least this far out on its side, doubled; None when nothing assessed."""
    from scipy.special import bdtr, bdtrc  # noqa: PLC0415

    n, count = share.denominator, share.numerator
    if not n:
        return None
    limits(county, n)  # refuses a share outside 0-1 in the same words as the funnel
    if county in (0, 1):
        return 1.0 if count == county * n else 0.0
    at_most = float(bdtr(count, n, county))
    at_least = 1.0 if count == 0 else float(bdtrc(count - 1, n, county))
    return min(2 * min(at_most, at_least), 1.0)


def believed(p_values: Sequence[float | None], *, rate: float = 0.05) -> list[bool]:
    """True where the difference stands when at most ``rate`` of those standing may be false.

    Comparisons that could not be made (None) never stand and do not count among the many.
    """
    from scipy.stats import false_discovery_control  # noqa: PLC0415

    made = [p for p in p_values if p is not None]
    if not made:
        return [False] * len(p_values)
    adjusted = iter(false_discovery_control(made))
    return [p is not None and bool(next(adjusted) <= rate) for p in p_values]
