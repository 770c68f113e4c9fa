"""The share of deviation, its interval and what it covers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from samsyn.lib.rates import Coverage, Interval, Share, pooled, standardised, wilson

# Question 6 of screen 2: 31 A, 48 UA, 3 EK, 2 EA.
QUESTION_6 = Share(31, 48, 3, 2)

counts = st.integers(0, 300)


def test_not_checked_and_not_applicable_stand_beside():
    assert QUESTION_6.value == Fraction(31, 79)
    assert QUESTION_6.denominator == 79
    assert QUESTION_6.answered == 84
    assert (QUESTION_6.not_checked, QUESTION_6.not_applicable) == (3, 2)
    assert QUESTION_6.not_checked_share == Fraction(3, 82)


def test_a_share_of_nothing_is_undefined():
    nothing = Share(0, 0, 5, 7)
    assert nothing.value is None
    assert nothing.interval() is None
    assert nothing.answered == 12
    assert Share(0, 0, 0, 7).not_checked_share is None


def test_zero_deviations_of_some_is_zero_with_an_interval():
    none = Share(0, 10)
    assert none.value == 0
    assert none.interval().low == 0
    assert none.interval().high == pytest.approx(0.2775, abs=5e-5)


def test_a_share_is_made_from_answer_codes():
    assert Share.from_counts({"UA": 48, "A": 31, "EK": 3, "EA": 2, "other": 9}) == QUESTION_6
    assert Share.from_counts({}) == Share(0, 0)


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="negative"):
        Share(1, -1)


@given(counts, counts, st.sampled_from([0.8, 0.95, 0.998]))
def test_the_interval_agrees_with_statsmodels(deviating, compliant, level):
    n = deviating + compliant
    interval = wilson(deviating, n, level=level)
    if n == 0:
        assert interval is None
        return
    low, high = proportion_confint(deviating, n, alpha=1 - level, method="wilson")
    assert interval.low == pytest.approx(low, abs=1e-12)
    assert interval.high == pytest.approx(high, abs=1e-12)
    assert 0 <= interval.low <= deviating / n <= interval.high <= 1


@pytest.mark.parametrize(
    ("successes", "n", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1), (1, 2, 0)]
)
def test_what_is_no_share_has_no_interval(successes, n, level):
    with pytest.raises(ValueError, match="no such share"):
        wilson(successes, n, level=level)


def test_coverage():
    coverage = Coverage(offices=11, offices_in_all=12, objects=84, objects_planned=117)
    assert coverage.office_share == Fraction(11, 12)
    assert coverage.object_share == Fraction(84, 117)
    assert Coverage(1, 1, 9, 8).object_share > 1


def test_coverage_of_no_plan_is_undefined():
    assert Coverage(3, 12, 5, None).object_share is None
    assert Coverage(3, 12, 5, 0).object_share is None
    assert Coverage(0, 0, 0, None).office_share is None


@pytest.mark.parametrize("bad", [(13, 12, 1, 1), (-1, 12, 1, 1), (1, 12, -1, 1), (1, 12, 1, -1)])
def test_impossible_coverage_is_refused(bad):
    with pytest.raises(ValueError, match=r"of 12|negative"):
        Coverage(*bad)


# ECHA's REF-8: 78 % overall hid 95 % among mixtures and 25 % among articles.
MIXTURES, ARTICLES = Share(1876, 1974 - 1876), Share(164, 655 - 164)


def test_the_pool_follows_whoever_visited_most():
    assert pooled([MIXTURES, ARTICLES]).value == Fraction(2040, 2629)
    assert pooled([]).value is None
    assert pooled([QUESTION_6, QUESTION_6]) == Share(62, 96, 6, 4)


def test_a_standardised_share_gives_each_stratum_its_weight():
    even = standardised([MIXTURES, ARTICLES], [1, 1])
    assert even.value == pytest.approx((1876 / 1974 + 164 / 655) / 2)
    assert even.value < 0.61 < float(pooled([MIXTURES, ARTICLES]).value)
    assert even.interval.low < even.value < even.interval.high
    assert even.weight_covered == 1


@given(counts, counts, st.integers(1, 50))
def test_with_one_stratum_the_interval_is_wilsons(deviating, compliant, weight):
    share = Share(deviating, compliant)
    result = standardised([share], [weight])
    if share.denominator == 0:
        assert result is None
        return
    assert result.value == pytest.approx(float(share.value))
    assert result.interval.low == pytest.approx(share.interval().low, abs=1e-12)
    assert result.interval.high == pytest.approx(share.interval().high, abs=1e-12)


def test_weights_by_size_give_back_the_pool():
    result = standardised([MIXTURES, ARTICLES], [1974, 655])
    assert result.value == pytest.approx(float(pooled([MIXTURES, ARTICLES]).value))


def test_the_standardised_interval_holds_the_truth_as_often_as_it_says():
    # Exact coverage over all outcomes of two strata of 12 with shares 0.2 and 0.6.
    from scipy.stats import binom

    truth, held = 0.25 * 0.2 + 0.75 * 0.6, 0.0
    for first in range(13):
        for second in range(13):
            result = standardised([Share(first, 12 - first), Share(second, 12 - second)], [1, 3])
            if result.interval.low <= truth <= result.interval.high:
                held += binom.pmf(first, 12, 0.2) * binom.pmf(second, 12, 0.6)
    assert 0.93 <= held <= 0.97


def test_a_stratum_without_assessments_is_named():
    result = standardised([MIXTURES, Share(0, 0, 4), Share(0, 0)], [2, 1, 0])
    assert result.left_out == (1,)
    assert result.weight_covered == Fraction(2, 3)
    assert result.value == pytest.approx(1876 / 1974)


def test_nothing_with_weight_gives_nothing():
    assert standardised([MIXTURES], [0]) is None
    assert standardised([], []) is None


@pytest.mark.parametrize("weights", [[1], [1, -1]])
def test_each_share_needs_a_weight(weights):
    with pytest.raises(ValueError, match="one weight"):
        standardised([MIXTURES, ARTICLES], weights)


def test_an_interval_is_a_value():
    assert wilson(1, 2) == wilson(1, 2)
    assert isinstance(wilson(1, 2), Interval)


@given(counts, counts, counts, counts)
def test_what_was_not_assessed_never_moves_the_share(
    deviating, compliant, not_checked, not_applicable
):
    bare = Share(deviating, compliant)
    beside = Share(deviating, compliant, not_checked, not_applicable)
    assert beside.value == bare.value
    assert beside.interval() == bare.interval()
    assert beside.answered == bare.answered + not_checked + not_applicable


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=5))
def test_the_pool_lies_between_its_strata(pairs):
    shares = [Share(*pair) for pair in pairs]
    values = [share.value for share in shares if share.value is not None]
    whole = pooled(shares).value
    assert whole is None if not values else min(values) <= whole <= max(values)
