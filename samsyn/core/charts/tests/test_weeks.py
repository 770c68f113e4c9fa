import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import Week, week_columns
from samsyn.core.charts.tests.factories import TITLE, elements, some_weeks, words_of


def heights(svg, fill=colours.PROGRESS):
    return [float(e.get("height")) for e in elements(svg, "rect", fill=fill)]


def test_columns_start_at_zero_and_are_as_high_as_their_counts():
    chart = week_columns("v", TITLE, [Week(1, 5), Week(2, 10), Week(3, 0)])
    five, ten, none = heights(chart.wide)
    assert ten == pytest.approx(2 * five)
    assert none == 0


def test_what_coming_weeks_need_is_dashed_and_said_once():
    chart = some_weeks()
    for svg in (chart.wide, chart.narrow):
        assert len(elements(svg, "rect", stroke_dasharray="3 3")) == 3
        assert words_of(svg).count("11 behövs") == 1


def test_done_and_needed_are_two_columns_of_the_table():
    chart = week_columns("v", TITLE, [Week(47, 7), Week(48, 11, needed=True)])
    assert chart.columns == ("Vecka", "Gjorda", "Behövs")
    assert chart.rows == (("47", "7", ""), ("48", "", "11"))


def test_a_campaign_over_the_new_year_keeps_its_order():
    chart = week_columns("v", TITLE, [Week(52, 1), Week(1, 2)])
    assert [row[0] for row in chart.rows] == ["52", "1"]


def test_week_numbers_of_a_whole_year_do_not_run_together():
    words = words_of(week_columns("v", TITLE, [Week(n, 100 + n) for n in range(1, 53)]).narrow)
    assert "1" in words
    assert "2" not in words


def test_a_start_without_any_object_can_be_drawn():
    assert heights(week_columns("v", TITLE, [Week(1, 0), Week(2, 0)]).wide) == [0, 0]


def test_no_weeks_are_refused():
    with pytest.raises(ValueError, match="no weeks"):
        week_columns("v", TITLE, [])
