import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import ProgressRow, progress_bars
from samsyn.core.charts.tests.factories import TITLE, elements, some_progress, words_of


def done(svg):
    return [float(e.get("width")) for e in elements(svg, "rect", fill=colours.PROGRESS)]


def tracks(svg):
    return [float(e.get("width")) + 1 for e in elements(svg, "rect", fill=colours.TRACK)]


def ticks(svg):
    return [float(e.get("x1")) for e in elements(svg, "line", stroke=colours.TEXT)]


def test_the_bar_is_as_long_as_the_offices_own_plan():
    svg = progress_bars("p", TITLE, [ProgressRow("A", 2, 10), ProgressRow("B", 5, 20)]).wide
    small, large = tracks(svg)
    assert large == pytest.approx(2 * small)
    assert done(svg) == pytest.approx([small / 5, large / 4])


def test_the_tick_shows_even_pace_in_each_plan():
    svg = progress_bars("p", TITLE, [ProgressRow("A", 0, 10)], passed=0.5).narrow
    assert ticks(svg) == pytest.approx([tracks(svg)[0] / 2])


def test_without_a_period_there_is_no_tick():
    assert ticks(progress_bars("p", TITLE, [ProgressRow("A", 1, 10)]).wide) == []


def test_offices_are_alphabetical_and_never_ranked():
    assert [row[0] for row in some_progress().rows] == [
        "Aneby",
        "Gnosjö",
        "Jönköping",
        "Sävsjö",
        "Värnamo",
    ]


def test_more_done_than_planned_stays_inside_the_drawing():
    svg = progress_bars("p", TITLE, [ProgressRow("A", 30, 10)]).wide
    assert done(svg)[0] <= 640
    assert tracks(svg)[0] == pytest.approx(done(svg)[0] / 3, rel=0.001)


def test_an_office_that_takes_no_part_has_its_reason_instead_of_a_bar():
    chart = progress_bars("p", TITLE, [ProgressRow("Gnosjö", absent="Deltar inte")])
    assert "Deltar inte" in words_of(chart.wide)
    assert done(chart.wide) == []
    assert chart.rows == (("Gnosjö", "", "", "Deltar inte"),)


def test_where_an_office_stands_is_a_word_and_not_a_colour():
    svg = some_progress().wide
    assert {"Klar", "I fas", "Ej påbörjad"} <= set(words_of(svg))
    assert {e.get("fill") for e in elements(svg, "rect")} == {colours.PROGRESS, colours.TRACK}


def test_no_plan_at_all_can_be_drawn():
    assert tracks(progress_bars("p", TITLE, [ProgressRow("A", 0, 0)]).wide) == [0 + 1]


def test_negative_counts_are_refused():
    with pytest.raises(ValueError, match="negative"):
        ProgressRow("A", -1, 2)
