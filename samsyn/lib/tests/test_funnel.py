"""Which offices fall outside, how often chance alone would put them there, and what to say."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PHStatsMethods import calculate_funnel_limits
from scipy.stats import binom

from samsyn.lib.funnel import (
    ACTION,
    WARNING,
    Code,
    Limits,
    Place,
    chance_outside,
    conclude,
    false_alarms,
    limits,
    limits_up_to,
    smallest_visible_difference,
)
from samsyn.lib.rates import Share

# Question 6 of screen 2, read off the drawing: deviations of assessed per office, 31 of 79 in all.
SCREEN_2 = {
    "Aneby": (1, 4),
    "Eksjö": (2, 6),
    "Gislaved": (3, 8),
    "Gnosjö": (0, 0),
    "Habo-Mullsjö": (1, 5),
    "Jönköping": (5, 15),
    "Nässjö": (4, 8),
    "Sävsjö": (0, 0),
    "Tranås": (1, 2),
    "Vaggeryd": (2, 7),
    "Vetlanda": (8, 11),
    "Värnamo": (4, 13),
}

sizes = st.integers(1, 120)
rates = st.floats(0.01, 0.99)


def shares(counts):
    return {name: Share(a, n - a) for name, (a, n) in counts.items()}


# Limits


@pytest.mark.parametrize(
    ("n", "true_share", "percent"),
    [
        (5, 0.5, 3),
        (5, 0.6, 8),
        (5, 0.8, 33),
        (10, 0.5, 17),
        (10, 0.6, 38),
        (10, 0.8, 88),
        (20, 0.5, 41),
        (20, 0.6, 76),
        (20, 0.8, 100),
        (40, 0.5, 68),
        (40, 0.6, 96),
        (40, 0.8, 100),
    ],
)
def test_how_often_an_office_is_seen_when_the_county_is_at_30_percent(n, true_share, percent):
    assert round(100 * chance_outside(true_share, limits(0.3, n))) == percent


@given(rates, sizes, st.sampled_from([WARNING, ACTION]))
def test_exact_limits_are_the_binomials_own(county, n, level):
    inside, tail = limits(county, n, level=level), (1 - level) / 2
    for count in range(n + 1):
        far_low = binom.cdf(count, n, county) <= tail
        far_high = binom.sf(count - 1, n, county) <= tail
        assert inside.passed_by(count) == (far_low or far_high)


@given(rates, sizes, st.sampled_from([WARNING, ACTION]))
def test_exact_limits_never_give_more_false_alarms_than_they_promise(county, n, level):
    inside = limits(county, n, level=level)
    counts = np.arange(n + 1)
    outside = (counts < inside.low_count) | (counts > inside.high_count)
    chance = chance_outside(county, inside)
    assert chance <= 1 - level + 1e-12
    assert chance == pytest.approx(binom.pmf(counts, n, county)[outside].sum(), abs=1e-10)


@given(rates, sizes)
def test_the_wider_limits_hold_the_narrower_ones(county, n):
    for method in ("exact", "interpolated"):
        narrow = limits(county, n, method=method)
        wide = limits(county, n, level=ACTION, method=method)
        assert wide.low <= narrow.low <= county <= narrow.high <= wide.high


@given(rates, sizes, st.sampled_from([WARNING, ACTION]))
def test_interpolated_limits_follow_spiegelhalters_formula(county, n, level):
    inside = limits(county, n, level=level, method="interpolated")
    ends = [((1 - level) / 2, inside.low, min), ((1 + level) / 2, inside.high, max)]
    for quantile, limit, keep_county_inside in ends:
        r = binom.ppf(quantile, n, county)
        back = (binom.cdf(r, n, county) - quantile) / binom.pmf(r, n, county)
        expected = keep_county_inside(min(max((r - back) / n, 0), 1), county)
        assert limit == pytest.approx(expected, abs=1e-6)


def test_interpolated_limits_are_those_drawn_on_screen_2():
    drawn = limits_up_to(31 / 79, 17, method="interpolated")
    assert drawn[0].high == pytest.approx(0.937, abs=0.002)
    assert drawn[10].high == pytest.approx(0.640, abs=0.002)
    assert drawn[16].high == pytest.approx(0.602, abs=0.002)
    assert drawn[16].low == pytest.approx(0.134, abs=0.002)


def test_a_funnel_narrows_as_n_grows():
    wide, narrow = limits(0.3, 10), limits(0.3, 1000)
    assert narrow.high - narrow.low < 0.06 < wide.high - wide.low
    assert [one.n for one in limits_up_to(0.3, 4)] == [1, 2, 3, 4]


def test_one_object_can_never_lie_outside():
    assert not limits(0.3, 1).can_be_passed
    assert not limits(0.3, 1).passed_by(1)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_where_the_county_is_all_alike_any_other_result_is_outside(share):
    inside = limits(share, 10)
    assert not inside.passed_by(int(share * 10))
    assert inside.passed_by(5)
    assert chance_outside(share, inside) == 0


@pytest.mark.parametrize(("county", "n", "level"), [(0.3, 0, 0.95), (1.1, 5, 0.95), (0.3, 5, 1)])
def test_impossible_limits_are_refused(county, n, level):
    with pytest.raises(ValueError, match="no limits"):
        limits(county, n, level=level)


def test_limits_hold_for_large_offices_too():
    inside = limits(0.3, 5000)
    assert inside.high_count == binom.ppf(0.975, 5000, 0.3) + 0.5
    assert inside.low_count == binom.ppf(0.025, 5000, 0.3) - 0.5


# False alarms


def test_13_offices_and_20_questions_give_13_false_alarms_at_95_percent():
    campaign = [(0.3, [10] * 13)] * 20
    warning = false_alarms(campaign)
    assert warning.comparisons == 260
    assert warning.nominal == pytest.approx(13)
    assert warning.chance_of_any > 0.9
    assert false_alarms(campaign, method="interpolated").chance_of_any > 0.999
    assert false_alarms(campaign, level=ACTION).nominal == pytest.approx(0.52)


def test_exact_limits_give_fewer_than_nominal():
    alarms = false_alarms([(0.3, [10] * 13)])
    assert alarms.expected == pytest.approx(13 * binom.sf(6, 10, 0.3))
    assert alarms.expected < alarms.nominal
    assert alarms.chance_of_any == pytest.approx(1 - (1 - binom.sf(6, 10, 0.3)) ** 13)


def test_offices_without_assessments_are_no_comparisons():
    assert false_alarms([(0.3, [10, 0, 0])]).comparisons == 1
    assert false_alarms([]).chance_of_any == 0


# What can be seen


@given(st.floats(0.05, 0.6), st.integers(10, 80))
def test_the_smallest_visible_difference_is_seen_in_80_percent_and_a_smaller_one_is_not(county, n):
    difference = smallest_visible_difference(county, n)
    high = int(limits(county, n).high_count)
    assert binom.sf(high, n, county + difference) == pytest.approx(0.8, abs=1e-3)


def test_more_objects_show_smaller_differences():
    found = [smallest_visible_difference(0.3, n) for n in (10, 20, 40, 100, 400)]
    assert all(later < earlier for earlier, later in pairwise(found))
    assert found[0] > 0.4
    assert found[-1] < 0.08


def test_with_a_few_objects_nothing_can_be_seen():
    assert smallest_visible_difference(0.3, 2) is None
    assert smallest_visible_difference(0.9, 5) is None


def test_screen_2_can_see_about_a_third():
    seen = smallest_visible_difference(31 / 79, 12, method="interpolated")
    assert seen == pytest.approx(0.34, abs=0.01)


# The conclusion


def test_screen_2_may_be_chance_by_its_own_interpolated_limits():
    result = conclude(shares(SCREEN_2), method="interpolated")
    assert result.code is Code.MAY_BE_CHANCE
    assert result.county == Share(31, 48)
    assert result.offices(Place.OUTSIDE_95) == ("Vetlanda",)
    assert len(result.offices(Place.INSIDE)) == 9
    assert result.offices(Place.NOT_ASSESSED) == ("Gnosjö", "Sävsjö")
    # "About every second campaign" puts at least one office outside by chance.
    assert result.chance == pytest.approx(0.56, abs=0.01)
    assert result.alarms.chance_of_any == pytest.approx(result.chance)


def test_screen_2_is_inside_by_the_more_cautious_exact_limits():
    assert binom.sf(7, 11, 31 / 79) == pytest.approx(0.0259, abs=1e-4)
    result = conclude(shares(SCREEN_2))
    assert result.code is Code.INSIDE
    assert result.chance == 1
    assert result.typical_n == 7


def test_an_office_far_out_differs():
    result = conclude(shares({"Aneby": (19, 20), "Eksjö": (5, 20), "Gislaved": (6, 20)}))
    assert result.code is Code.DIFFERS
    assert result.offices(Place.OUTSIDE_998) == ("Aneby",)
    assert [point.high for point in result.points] == [True, False, False]


def test_a_low_office_is_outside_on_the_low_side():
    result = conclude(shares({"Aneby": (0, 40), "Eksjö": (30, 40), "Gislaved": (28, 40)}))
    assert "Aneby" in result.offices(Place.OUTSIDE_998)
    assert not result.points[0].high


def test_unusually_many_slightly_outside_is_more_than_chance():
    offices = {f"hög {i}": (17, 24) for i in range(3)} | {f"låg {i}": (6, 24) for i in range(3)}
    result = conclude(shares(offices))
    assert result.offices(Place.OUTSIDE_998) == ()
    assert len(result.offices(Place.OUTSIDE_95)) == 6
    assert result.code is Code.MORE_THAN_CHANCE
    assert result.chance < 1e-6


def test_one_slightly_outside_of_many_may_be_chance():
    offices = {f"kontor {i}": (8, 20) for i in range(11)} | {"Vetlanda": (14, 20)}
    result = conclude(shares(offices))
    assert result.code is Code.MAY_BE_CHANCE
    assert result.offices(Place.OUTSIDE_95) == ("Vetlanda",)
    assert 0.05 < result.chance < 0.5


def test_the_chance_of_so_many_is_the_poisson_binomial():
    result = conclude(shares({"Aneby": (13, 20), "Eksjö": (7, 20), "Gislaved": (8, 20)}))
    rate = 28 / 60
    one = chance_outside(rate, limits(rate, 20))
    outside = len(result.offices(Place.OUTSIDE_95, Place.OUTSIDE_998))
    assert result.chance == pytest.approx(binom.sf(outside - 1, 3, one))


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({}, Code.NOTHING_ASSESSED),
        ({"Aneby": (0, 0)}, Code.NOTHING_ASSESSED),
        ({"Aneby": (3, 9), "Eksjö": (0, 0)}, Code.ONE_OFFICE),
        ({"Aneby": (0, 9), "Eksjö": (0, 9)}, Code.ALL_ALIKE),
        ({"Aneby": (9, 9), "Eksjö": (4, 4)}, Code.ALL_ALIKE),
        ({"Aneby": (1, 2), "Eksjö": (1, 3)}, Code.TOO_FEW),
        ({"Aneby": (9, 20), "Eksjö": (10, 20)}, Code.INSIDE),
    ],
)
def test_each_plain_case_has_its_code(counts, code):
    assert conclude(shares(counts)).code is code


def test_nothing_assessed_promises_nothing():
    result = conclude({})
    assert (result.typical_n, result.visible_difference) == (0, None)


def test_limits_are_drawn_as_shares():
    assert Limits(10, 1, 6).low == 0.1
    assert Limits(10, 1, 6).high == 0.6
    assert Limits(10, 0, 9.5).can_be_passed


@pytest.mark.parametrize(("deviating", "assessed"), [(31, 79), (300, 1000), (40, 400)])
def test_limits_are_close_to_those_of_phstatsmethods(deviating, assessed):
    """Theirs are Wilson's score at the county's share, ours exact: they differ by whole objects only."""
    offices = pd.DataFrame(
        {
            "deviating": [deviating // 2, deviating - deviating // 2],
            "assessed": [assessed // 4, assessed - assessed // 4],
        }
    )
    theirs = calculate_funnel_limits(
        offices, "deviating", "proportion", 100, denom_col="assessed", metadata=False
    )
    for row in theirs.to_dict("records"):
        n = int(row["Population"])
        for level, name, most in ((WARNING, "2s", 1.5), (ACTION, "3s", 2.1)):
            ours = limits(deviating / assessed, n, level=level)
            assert ours.low_count == pytest.approx(row[f"lower_{name}_limit"] * n / 100, abs=most)
            assert ours.high_count == pytest.approx(row[f"upper_{name}_limit"] * n / 100, abs=most)
