"""Funnel limits that allow for offices differing a little for reasons nobody measured.

Additive model of Spiegelhalter (2005, Quality and Safety in Health Care 14, 347-351): each office's
true share lies around the county's with standard deviation tau on the arcsine scale, where a share
of n has standard error 1 / (2 sqrt n) whatever the share. tau is the moment estimate from z values
winsorised at 10 % in each end, so that one strange office does not widen the limits it is held to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, ceil, pi, sin, sqrt
from statistics import NormalDist

import numpy as np

from samsyn.lib.funnel import WARNING, Limits
from samsyn.lib.rates import Share, pooled

__all__ = ["OverDispersion", "over_dispersion", "wider_limits"]

FEWEST_OFFICES = 5
_WINSORISED = 0.1


@dataclass(frozen=True)
class OverDispersion:
    """``phi``: mean squared winsorised z (1 when chance explains all). ``tau``: spread between
    offices on the arcsine scale, 0 when none is seen. ``offices``: those it rests on.
    """

    phi: float
    tau: float
    offices: int


def over_dispersion(shares: Iterable[Share]) -> OverDispersion | None:
    """How much more the offices differ than chance; None below five offices, or when all are
    0 or all 100 %: nothing can be told then, and the plain limits hold.
    """
    used = [share for share in shares if share.denominator]
    county = pooled(used)
    if len(used) < FEWEST_OFFICES or county.numerator in (0, county.denominator):
        return None
    n = np.array([share.denominator for share in used], dtype=float)
    share = np.array([one.numerator for one in used]) / n
    centre = asin(sqrt(county.numerator / county.denominator))
    z = (np.arcsin(np.sqrt(share)) - centre) * 2 * np.sqrt(n)
    # Whole offices are moved, rounded up, so that the most extreme never counts in full.
    ordered = np.sort(z)
    cut = ceil(_WINSORISED * len(z))
    z = np.clip(z, ordered[cut], ordered[-1 - cut])
    phi = float(np.mean(z**2))
    weight = 4 * n
    spare = float(weight.sum() - (weight**2).sum() / weight.sum())
    tau2 = max(len(used) * phi - (len(used) - 1), 0.0) / spare
    return OverDispersion(phi=phi, tau=sqrt(tau2), offices=len(used))


def wider_limits(county: float, n: int, tau: float, *, level: float = WARNING) -> Limits:
    """Limits at n assessed when offices truly spread by tau; with tau 0 the normal limits.

    ValueError for n < 1, tau < 0, or a share or level outside 0-1.
    """
    if n < 1 or tau < 0 or not 0 <= county <= 1 or not 0 < level < 1:
        raise ValueError(f"no limits at share {county}, n {n}, tau {tau}, level {level}")
    centre = asin(sqrt(county))
    half = NormalDist().inv_cdf((1 + level) / 2) * sqrt(1 / (4 * n) + tau**2)
    low, high = max(centre - half, 0.0), min(centre + half, pi / 2)
    return Limits(n, n * sin(low) ** 2, n * sin(high) ** 2)
