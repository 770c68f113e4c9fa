"""How uncertain a measure is when both the questions and the officers could have been others.

Each is left out one at a time (jackknife, Tukey 1958; Miller 1974, Biometrika 61, 1-15), and the two variances are added.
What is chance in a single answer is then counted twice, which makes the interval a little too wide rather than too narrow.
Degrees of freedom after Satterthwaite (1946, Biometrics Bulletin 2, 110-114).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.student import half_width_factor

__all__ = ["FEWEST", "Spread", "of_difference", "of_ratio", "spread_of"]

Floats = NDArray[np.float64]
Ends = tuple[float, float]

FEWEST = 3  # questions, and officers: of two the spread says nothing
_MOST_DEGREES = 1000.0


@dataclass(frozen=True)
class Spread:
    """The parts of a measure, and their covariance from each kind of thing that was left out."""

    parts: Floats
    covariances: tuple[Floats, ...]
    sizes: tuple[int, ...]

    def along(self, direction: Floats, level: float) -> tuple[float, float]:
        """Variance of a weighted sum of the parts, and how many standard errors an interval of it reaches."""
        variances = [max(float(direction @ one @ direction), 0.0) for one in self.covariances]
        total = sum(variances)
        if total < 1e-20:
            return 0.0, 0.0
        lost = sum(v**2 / (n - 1) for v, n in zip(variances, self.sizes, strict=True))
        return total, half_width_factor(level, min(total**2 / lost, _MOST_DEGREES))


def spread_of(whole: Floats, without: Sequence[Floats]) -> Spread | None:
    """From the parts of a measure and, for each kind, the parts with one left out (parts x things left out).

    None where one of a kind is all there is to it: too few, or a part that is not defined without one of them.
    """
    sizes = tuple(one.shape[1] for one in without)
    if min(sizes) < FEWEST or not all(np.isfinite(one).all() for one in (whole, *without)):
        return None
    covariances = []
    for left, size in zip(without, sizes, strict=True):
        pseudo = size * whole[:, None] - (size - 1) * left
        covariances.append(np.atleast_2d(np.cov(pseudo)) / size)
    return Spread(whole, tuple(covariances), sizes)


def of_difference(spread: Spread, direction: Floats, value: float, level: float) -> Ends | None:
    """Value plus and minus Student's t times its standard error; None when nothing varies."""
    variance, factor = spread.along(direction, level)
    half = factor * sqrt(variance)
    return (value - half, value + half) if half else None


def of_ratio(spread: Spread, over: int, under: int, level: float) -> Ends | None:
    """1 minus the ratio of two parts, after Fieller (1954, JRSS B 16, 175-185); ends may be infinite.

    A ratio of two small numbers is skewed; plus and minus a standard error would then miss too often on one side.
    """
    above, below = float(spread.parts[over]), float(spread.parts[under])
    direction = np.zeros(len(spread.parts))
    direction[over], direction[under] = 1, -above / below
    variance, factor = spread.along(direction, level)
    if not variance:
        return None
    covariance: Floats = factor**2 * np.sum(spread.covariances, axis=0)
    a = below**2 - covariance[under, under]
    b = above * below - covariance[over, under]
    root = b**2 - a * (above**2 - covariance[over, over])
    if a <= 0 or root < 0:
        return -np.inf, 1.0
    return 1 - (b + sqrt(root)) / a, 1 - (b - sqrt(root)) / a
