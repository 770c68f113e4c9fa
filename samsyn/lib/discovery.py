"""Which of many comparisons to believe: control of the false-discovery rate.

Benjamini and Hochberg (1995, JRSS B 57, 289-300), a few lines here since scipy.stats takes a second to load. Each office's p
value is the exact binomial against the county's share, twice the smaller tail, as the funnel's limits count.
"""

from collections.abc import Sequence

import numpy as np

from samsyn.lib.rates import Share

__all__ = ["believed", "p_value"]


def p_value(share: Share, county: float) -> float | None:
    """Chance of a result at least this far out on its side, doubled; None when nothing assessed."""
    from scipy.special import bdtr, bdtrc  # noqa: PLC0415

    n, count = share.denominator, share.numerator
    if not n:
        return None
    if not 0 <= county <= 1:
        raise ValueError(f"no such share: {county}")
    if county in (0, 1):
        return 1.0 if count == county * n else 0.0
    at_most = float(bdtr(count, n, county))
    at_least = 1.0 if count == 0 else float(bdtrc(count - 1, n, county))
    return min(2 * min(at_most, at_least), 1.0)


def believed(p_values: Sequence[float | None], *, rate: float = 0.05) -> list[bool]:
    """True where the difference stands when at most ``rate`` of those standing may be false.

    Comparisons that could not be made (None) never stand and do not count among the many.
    """
    made = np.array([p for p in p_values if p is not None])
    ordered = np.sort(made)
    under = np.flatnonzero(ordered <= rate * np.arange(1, len(made) + 1) / max(len(made), 1))
    largest = ordered[under[-1]] if len(under) else -1.0
    return [p is not None and bool(p <= largest) for p in p_values]
