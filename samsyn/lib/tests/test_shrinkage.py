"""An office's few objects weigh little, many weigh much; the closed form and the fit agree."""

import numpy as np
import pytest
from scipy.stats import beta

from samsyn.lib.rates import Share
from samsyn.lib.shrinkage import Prior, fit_prior, shrink, shrink_each


def test_the_closed_form_of_beta_and_binomial():
    # Beta(2, 8) and 6 of 10: Beta(8, 12), mean 0.4, half of it the office's own.
    found = shrink(Share(6, 4), Prior.known(2, 8))
    assert found.value == pytest.approx(0.4)
    assert found.own_part == pytest.approx(0.5)
    assert found.interval.low == pytest.approx(beta(8, 12).ppf(0.025))
    assert found.interval.high == pytest.approx(beta(8, 12).ppf(0.975))


def test_a_uniform_prior_is_the_rule_of_succession():
    assert shrink(Share(0, 3), Prior.known(1, 1)).value == pytest.approx(1 / 5)


def test_nothing_assessed_gives_the_county_and_nothing_of_its_own():
    found = shrink(Share(0, 0), Prior.known(3, 7))
    assert (found.value, found.own_part) == (pytest.approx(0.3), 0)


def test_many_offices_tell_how_much_they_spread():
    rng = np.random.default_rng(3)
    truth = rng.beta(6, 14, 400)
    found = fit_prior([Share(int(c), 30 - int(c)) for c in rng.binomial(30, truth)])
    assert found.mean == pytest.approx(0.3, abs=0.02)
    # The county weighs as 20 objects: an office with 20 of its own is half its own result.
    assert shrink(Share(10, 10), found).own_part == pytest.approx(0.5, abs=0.06)


def test_with_one_object_each_only_the_county_share_can_be_known():
    # Bernoulli counts hold nothing of the spread: the estimate stays near the county and is unsure.
    found = fit_prior([Share(1, 0)] * 3 + [Share(0, 1)] * 7)
    assert found.mean == pytest.approx(0.3, abs=0.05)
    one = shrink(Share(1, 0), found)
    assert one.interval.high - one.interval.low > 0.4


def test_offices_alike_are_drawn_most_of_the_way_to_the_county():
    one = shrink(Share(8, 12), fit_prior([Share(6, 14)] * 8))
    assert one.value == pytest.approx(0.3, abs=0.02)
    assert one.own_part < 0.25


def test_all_at_once_is_each_by_itself():
    shares = [Share(1, 9), Share(3, 7), Share(9, 3), Share(0, 0)]
    prior = fit_prior(shares)
    for share, found in zip(shares, shrink_each(shares, prior), strict=True):
        assert found.value == pytest.approx(shrink(share, prior).value)
        assert found.interval.high == pytest.approx(shrink(share, prior).interval.high)


def test_estimates_lie_between_the_own_result_and_the_county():
    shares = [Share(1, 9), Share(3, 7), Share(9, 3), Share(2, 18), Share(20, 20)]
    prior = fit_prior(shares)
    for share in shares:
        low, high = sorted([float(share.value), prior.mean])
        assert low <= shrink(share, prior).value <= high


@pytest.mark.parametrize("shares", [[], [Share(1, 2)] * 2, [Share(0, 9)] * 5, [Share(9, 0)] * 5])
def test_too_few_or_all_alike_has_no_spread_to_fit(shares):
    assert fit_prior(shares) is None
