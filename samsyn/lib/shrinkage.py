"""What an office's share most likely is, given its own few objects and all the others'.

Beta-binomial empirical Bayes: true shares spread as Beta(a, b), fitted by maximum likelihood to all
offices' counts; an office's estimate is then (a + count) / (a + b + n) (Gelman et al., Bayesian Data
Analysis, 3rd ed., section 5.3). Its interval takes a and b as known, so it is a little too narrow
with few offices: it is drawn beside Wilson's, never in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samsyn.lib.rates import Interval, Share

__all__ = ["Prior", "Shrunken", "fit_prior", "shrink"]

FEWEST_OFFICES = 3
# Above this many objects' worth of weight offices are taken as alike: the likelihood is flat there.
MOST_WEIGHT = 10_000.0
_LEAST_WEIGHT = 0.1


@dataclass(frozen=True)
class Prior:
    """Beta(``a``, ``b``): ``a + b`` is the weight of the county, counted in objects."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)

    @property
    def weight(self) -> float:
        return self.a + self.b

    @property
    def offices_alike(self) -> bool:
        """Whether no difference between offices could be seen at all."""
        return self.weight >= MOST_WEIGHT * 0.99


@dataclass(frozen=True)
class Shrunken:
    """The estimate (0-1), its interval, and how much of it (0-1) is the office's own result."""

    value: float
    interval: Interval
    own_part: float


def fit_prior(shares: Sequence[Share]) -> Prior | None:
    """The spread of true shares; None below three offices, or when all are 0 or all 100 %."""
    # Loaded when first used: 50 MB that only a process computing comparisons should carry.
    from scipy.optimize import minimize  # noqa: PLC0415
    from scipy.special import betaln  # noqa: PLC0415

    used = [share for share in shares if share.denominator]
    count = np.array([share.numerator for share in used], dtype=float)
    n = np.array([share.denominator for share in used], dtype=float)
    if len(used) < FEWEST_OFFICES or count.sum() in (0, n.sum()):
        return None

    def unlikely(at: NDArray[np.float64]) -> float:
        mean, weight = 1 / (1 + np.exp(-at[0])), np.exp(at[1])
        a, b = mean * weight, (1 - mean) * weight
        return -float((betaln(a + count, b + n - count) - betaln(a, b)).sum())

    pooled = count.sum() / n.sum()
    middle = float(np.log(pooled / (1 - pooled)))
    bounds = [(middle - 4, middle + 4), (np.log(_LEAST_WEIGHT), np.log(MOST_WEIGHT))]
    # The likelihood may have a flat far end: the best of three starts.
    found = min(
        (
            minimize(unlikely, [middle, np.log(weight)], method="L-BFGS-B", bounds=bounds)
            for weight in (3, 30, MOST_WEIGHT)
        ),
        key=lambda result: float(result.fun),
    )
    mean, weight = 1 / (1 + np.exp(-found.x[0])), float(np.exp(found.x[1]))
    return Prior(float(mean) * weight, float(1 - mean) * weight)


def shrink(share: Share, prior: Prior, *, level: float = 0.95) -> Shrunken:
    """One office's estimate. An office with nothing assessed gets the county's, with own_part 0."""
    from scipy.special import betaincinv  # noqa: PLC0415

    a = prior.a + share.numerator
    b = prior.b + share.denominator - share.numerator
    tail = (1 - level) / 2
    return Shrunken(
        value=a / (a + b),
        interval=Interval(float(betaincinv(a, b, tail)), float(betaincinv(a, b, 1 - tail))),
        own_part=share.denominator / (share.denominator + prior.weight),
    )
