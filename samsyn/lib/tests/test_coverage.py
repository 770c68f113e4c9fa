"""How often limits and intervals hold at county size: twelve offices of five to forty objects each.

Wilson and the funnel are exact sums over all counts; the rest are simulations with a fixed seed. The figures stand in
docs/methods.
"""

from itertools import product

import numpy as np
import pytest
from scipy.stats import binom

from samsyn.lib.funnel import ACTION, WARNING, chance_outside, limits
from samsyn.lib.mixed import mor_with_interval
from samsyn.lib.rates import Share, wilson
from samsyn.lib.shrinkage import fit_prior, shrink_each

OFFICES, SIZES = 12, range(5, 41)
TRUE_SHARES = np.linspace(0.05, 0.95, 37)


def test_wilsons_interval_covers_95_of_100_over_the_sizes_and_shares_of_a_county():
    covered = []
    for n in SIZES:
        ends = [wilson(count, n) for count in range(n + 1)]
        low, high = np.array([[end.low, end.high] for end in ends]).T
        for true in TRUE_SHARES:
            holds = (low <= true) & (true <= high)
            covered.append(binom.pmf(np.arange(n + 1), n, true)[holds].sum())
    assert np.mean(covered) == pytest.approx(0.954, abs=5e-4)
    assert min(covered) > 0.89  # at single sizes and shares it swings: counts are whole numbers


def test_exact_limits_hold_at_least_what_they_promise_and_97_6_of_100_in_a_county():
    inside = {
        level: [
            1 - chance_outside(county, limits(county, n, level=level))
            for n, county in product(SIZES, TRUE_SHARES)
        ]
        for level in (WARNING, ACTION)
    }
    assert min(inside[WARNING]) >= 0.95
    assert min(inside[ACTION]) >= 0.998
    # So few objects have no limits at just 95: a whole object more or less is several points.
    assert np.mean(inside[WARNING]) == pytest.approx(0.976, abs=5e-4)


@pytest.mark.proof
def test_shrunken_estimates_cover_at_county_size():
    dice, covered = np.random.default_rng(2014), {}
    for a, b in ((3, 7), (6, 14), (1, 4), (15, 35)):
        held = []
        for _ in range(1000):
            n = dice.integers(SIZES.start, SIZES.stop, OFFICES)
            true = dice.beta(a, b, OFFICES)
            shares = [
                Share(int(c), int(m - c)) for c, m in zip(dice.binomial(n, true), n, strict=True)
            ]
            prior = fit_prior(shares)
            if prior is not None:
                found = [one.interval for one in shrink_each(shares, prior)]
                held += [
                    one.low <= share <= one.high for one, share in zip(found, true, strict=True)
                ]
        covered[a, b] = np.mean(held)
    assert 0.93 <= np.mean(list(covered.values())) <= 0.97, covered
    assert all(0.92 <= share <= 0.97 for share in covered.values()), covered


@pytest.mark.proof
def test_the_median_odds_ratio_covers_at_county_size():
    dice, covered = np.random.default_rng(2014), {}
    offices = [list(range(OFFICES))]
    for sd in (0.5, 1.0):
        true, held = np.exp(np.sqrt(2) * sd * 0.6744898), []
        for _ in range(400):
            n = dice.integers(SIZES.start, SIZES.stop, OFFICES)
            share = 1 / (1 + np.exp(0.8 - sd * dice.normal(size=OFFICES)))
            found = mor_with_interval(dice.binomial(n, share), n, np.ones((OFFICES, 1)), offices)
            held.append(found.low <= true <= found.high)
        covered[sd] = np.mean(held)
    assert 0.93 <= np.mean(list(covered.values())) <= 0.97, covered
    assert all(0.92 <= share <= 0.98 for share in covered.values()), covered
