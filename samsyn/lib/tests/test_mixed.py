"""The mixed model gives what lme4 gives, and refuses where a number would mean nothing."""

from math import inf

import numpy as np
import pytest
from scipy.stats import norm

from samsyn.lib.mixed import Why, fit, mor_with_interval, refusal

# Lesnoff et al. 2004, Preventive Veterinary Medicine 64, 27-40 (R's lme4: cbpp):
# herd, incidence, size, period.
CBPP = np.array(
    """1,2,14,1 1,3,12,2 1,4,9,3 1,0,5,4 2,3,22,1 2,1,18,2 2,1,21,3 3,8,22,1 3,2,16,2 3,0,16,3
    3,2,20,4 4,2,10,1 4,0,10,2 4,2,9,3 4,0,6,4 5,5,18,1 5,0,25,2 5,0,24,3 5,1,4,4 6,3,17,1 6,0,17,2
    6,0,18,3 6,1,20,4 7,8,16,1 7,1,10,2 7,3,9,3 7,0,5,4 8,12,34,1 9,2,9,1 9,0,6,2 9,0,8,3 9,0,6,4
    10,1,22,1 10,1,22,2 10,0,18,3 10,2,22,4 11,0,25,1 11,5,27,2 11,3,22,3 11,1,22,4 12,2,10,1
    12,1,8,2 12,0,6,3 12,0,5,4 13,1,21,1 13,2,24,2 13,0,19,3 13,0,23,4 14,11,19,1 14,0,2,2 14,0,3,3
    14,0,2,4 15,1,19,1 15,1,15,2 15,1,15,3 15,0,15,4""".replace("\n", " ")
    .replace(",", " ")
    .split(),
    dtype=int,
).reshape(-1, 4)
HERD, COUNT, SIZE, PERIOD = CBPP.T
DESIGN = np.column_stack([np.ones(len(CBPP)), PERIOD == 2, PERIOD == 3, PERIOD == 4])


def test_cbpp_gives_what_lme4_publishes():
    found = fit(COUNT, SIZE, DESIGN, [list(HERD)])
    assert found.sds == pytest.approx([0.642070], abs=5e-4)
    # lme4 stops its own search within a thousandth; ours comes at least as low.
    assert found.fixed == pytest.approx([-1.398343, -0.991925, -1.128216, -1.579745], abs=1e-3)
    assert 184.05313 - 1e-3 < found.deviance <= 184.05313


def test_the_interval_of_the_median_odds_ratio_holds_it_and_lies_above_one():
    found = mor_with_interval(COUNT, SIZE, DESIGN, [list(HERD)])
    assert found.value == pytest.approx(np.exp(np.sqrt(2) * 0.642070 * 0.67449), rel=1e-3)
    assert 1.2 < found.low < found.value < found.high < 3.2


def test_a_nested_level_with_one_row_for_each_takes_nothing_when_offices_explain_all():
    rng = np.random.default_rng(1)
    office = np.repeat(np.arange(12), 6)
    officer = np.arange(72) // 2
    share = 1 / (1 + np.exp(-norm(0, 1.2).ppf((np.arange(12) + 0.5) / 12)[office]))
    count = rng.binomial(20, share)
    found = fit(count, np.full(72, 20), np.ones((72, 1)), [list(office), list(officer)])
    assert found.sds[0] == pytest.approx(1.2, abs=0.3)
    assert found.sds[1] < 0.25


def test_rows_of_one_object_give_the_same_as_rows_put_together():
    together = fit(COUNT, SIZE, np.ones((56, 1)), [list(HERD)])
    apart = [(h, i < c) for h, c, s in zip(HERD, COUNT, SIZE, strict=True) for i in range(s)]
    herd, ill = zip(*apart, strict=True)
    one_by_one = fit(np.array(ill), np.ones(len(ill)), np.ones((len(ill), 1)), [herd])
    assert one_by_one.fixed == pytest.approx(together.fixed, abs=1e-3)
    assert one_by_one.sds == pytest.approx(together.sds, abs=1e-3)


def test_offices_all_alike_give_an_odds_ratio_of_one():
    found = mor_with_interval([6] * 12, [20] * 12, np.ones((12, 1)), [list(range(12))])
    assert found.value == pytest.approx(1.0, abs=1e-6)
    assert found.low == 1.0
    assert found.high < inf


@pytest.mark.parametrize(
    ("groups", "count", "n", "why"),
    [
        ("AABB", [3, 4, 3, 4], [10] * 4, Why.TOO_FEW_GROUPS),
        ("ABCDEF", [1] * 6, [2] * 6, Why.TOO_FEW_OBJECTS),
        ("ABCDEF", [0, 0, 0, 0, 0, 1], [20] * 6, Why.TOO_FEW_EITHER),
        ("", [], [], Why.TOO_FEW_GROUPS),
        ("ABCDEF", [5] * 6, [10, 10, 0, 0, 10, 10], Why.TOO_FEW_GROUPS),
    ],
)
def test_too_little_data_is_refused_with_how_much_is_needed(groups, count, n, why):
    if why is Why.TOO_FEW_GROUPS and groups == "ABCDEF":
        count = [5, 5, 0, 0, 5, 5]
    refused = refusal(list(groups), count, n)
    assert refused.why is why
    assert refused.has < refused.needs


def test_enough_data_is_not_refused():
    assert refusal(list(HERD), COUNT, SIZE) is None


def test_counts_above_n_are_refused():
    with pytest.raises(ValueError, match="between 0 and n"):
        fit([3], [2], [[1]], [["a"]])
