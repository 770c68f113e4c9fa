"""What a planned number of objects can show, before anybody has driven anywhere."""

import pytest

from samsyn.lib.design import calculate, objects_needed
from samsyn.lib.funnel import smallest_visible_difference
from samsyn.lib.rates import wilson

COUNTY = {"Aneby": 5, "Eksjö": 8, "Jönköping": 24, "Gnosjö": 0, "Värnamo": 14}


def test_each_office_gets_the_difference_its_own_objects_can_show():
    found = calculate(COUNTY, questions=10, expected=0.39)
    by_name = {one.office: one.difference for one in found.offices}
    assert by_name["Jönköping"] == smallest_visible_difference(0.39, 24)
    assert by_name["Jönköping"] < by_name["Värnamo"] < by_name["Eksjö"]
    assert by_name["Gnosjö"] is None


def test_the_county_gets_the_interval_its_share_would_have():
    found = calculate(COUNTY, questions=10, expected=0.4)
    assert found.objects == 51
    assert found.county == wilson(20, 51)


def test_false_alarms_count_offices_with_objects_times_questions():
    found = calculate(COUNTY, questions=10)
    assert found.alarms.comparisons == 4 * 10
    assert 0 < found.alarms.expected <= found.alarms.nominal == pytest.approx(2.0)


def test_pooling_campaigns_shows_smaller_differences():
    found = calculate(COUNTY, questions=10, pooled=3)
    assert found.typical_planned == 8
    assert found.pooled_difference < found.typical_difference
    assert found.pooled_difference == smallest_visible_difference(0.3, 24)


def test_a_small_campaign_is_warned_for_and_a_large_is_not():
    assert calculate(COUNTY, questions=10).sees_little
    assert not calculate(dict.fromkeys(COUNTY, 60), questions=10).sees_little


def test_nothing_planned_shows_nothing():
    found = calculate({"Aneby": 0}, questions=4)
    assert (found.objects, found.county, found.typical_difference) == (0, None, None)
    assert found.sees_little
    assert found.alarms.comparisons == 0


def test_objects_needed_see_the_difference_and_far_fewer_do_not():
    n = objects_needed(0.3, 0.2)
    assert smallest_visible_difference(0.3, n) <= 0.2
    assert smallest_visible_difference(0.3, n // 2) > 0.2


@pytest.mark.parametrize("bad", [(0.3, 0), (0.9, 0.2), (0.3, 0.001)])
def test_what_no_number_of_objects_shows_has_no_answer(bad):
    assert objects_needed(*bad) is None


def test_impossible_plans_are_refused():
    with pytest.raises(ValueError, match="not negative"):
        calculate({"Aneby": -1}, questions=1)
    with pytest.raises(ValueError, match="no such share"):
        calculate(COUNTY, questions=1, expected=1.0)
