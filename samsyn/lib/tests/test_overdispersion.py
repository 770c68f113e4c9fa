"""Limits widen when offices differ by more than chance, and stay when they do not."""

from math import asin, sqrt

import numpy as np
import pytest

from samsyn.lib.funnel import limits
from samsyn.lib.overdispersion import over_dispersion, wider_limits
from samsyn.lib.rates import Share


def offices(counts, n=40):
    return [Share(count, n - count) for count in counts]


def test_alike_offices_have_no_spread():
    found = over_dispersion(offices([12, 11, 13, 12, 12, 11, 13, 12]))
    assert found.tau == 0
    assert found.phi < 1


def test_the_moment_estimate_by_hand_where_all_have_the_same_n():
    # Ten offices of n = 100 in two camps, 16 and 36 %: nothing is cut by winsorising.
    found = over_dispersion(offices([16] * 5 + [36] * 5, n=100))
    centre = asin(sqrt(0.26))
    z = [(asin(sqrt(share)) - centre) * 20 for share in (0.16, 0.36)]
    phi = (z[0] ** 2 + z[1] ** 2) / 2
    assert found.phi == pytest.approx(phi)
    assert found.tau**2 == pytest.approx((10 * phi - 9) / (400 * 9))


def test_one_strange_office_does_not_widen_the_limits_it_is_held_to():
    found = over_dispersion(offices([12, 11, 13, 12, 12, 11, 13, 12, 11, 39]))
    assert found.tau < 0.15
    assert not wider_limits(0.3, 40, found.tau).low_count <= 39 <= 25


def test_much_of_the_true_spread_is_found_and_never_more_on_average():
    # Winsorising draws the estimate down: that is its price, and the docs page says so.
    rng = np.random.default_rng(7)
    found = []
    for _ in range(200):
        truth = np.sin(np.clip(asin(sqrt(0.3)) + rng.normal(0, 0.12, 30), 0, np.pi / 2)) ** 2
        found.append(over_dispersion(offices(rng.binomial(40, truth))).tau ** 2)
    assert 0.4 * 0.12**2 < np.mean(found) < 0.12**2


def test_wider_limits_hold_the_plain_ones_inside_them():
    for n in (40, 100, 200):
        plain, wide = limits(0.3, n, method="interpolated"), wider_limits(0.3, n, 0.1)
        assert wide.low < plain.low < 0.3 < plain.high < wide.high
        assert wider_limits(0.3, n, 0).high == pytest.approx(plain.high, abs=0.06)


def test_limits_stay_within_0_and_1():
    wide = wider_limits(0.02, 3, 1.5, level=0.998)
    assert wide.low == 0
    assert wide.high == 1


@pytest.mark.parametrize("counts", [[], [3], [0] * 8, [40] * 8, [3, 4, 5, 6]])
def test_too_few_or_all_alike_tells_nothing(counts):
    assert over_dispersion(offices(counts)) is None


def test_an_office_with_nothing_assessed_is_left_out():
    shares = offices([12, 11, 13, 12, 12])
    assert over_dispersion([*shares, Share(0, 0, 7)]) == over_dispersion(shares)


@pytest.mark.parametrize("bad", [(0.3, 0, 0), (0.3, 5, -1), (1.2, 5, 0)])
def test_impossible_numbers_are_refused(bad):
    with pytest.raises(ValueError, match="no limits"):
        wider_limits(*bad)
