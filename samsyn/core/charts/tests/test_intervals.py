import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import IntervalRow, Mark, interval_plot
from samsyn.core.charts.tests.factories import (
    TITLE,
    agreement,
    elements,
    some_intervals,
    words_of,
)


def test_offices_stand_in_alphabetical_order_whatever_their_values():
    names = [row[0] for row in some_intervals().rows]
    assert names == [
        "Aneby", "Eksjö", "Gislaved", "Habo–Mullsjö", "Jönköping", "Nässjö",
        "Sävsjö", "Tranås", "Vaggeryd", "Vetlanda", "Värnamo",
    ]  # fmt: skip


def test_measures_keep_their_own_order():
    assert [row[0] for row in agreement().rows] == ["Rå överensstämmelse", "Krippendorffs alfa"]


def test_every_value_has_its_interval_and_its_count():
    chart = interval_plot(
        "i", TITLE, [IntervalRow("Aneby", (Mark(0.25, 0.05, 0.7, "1 av 4"),))], series=["Andel"]
    )
    assert chart.rows == (("Aneby", "25\u00a0% (1 av 4)", "5–70\u00a0%"),)
    assert {"25\u00a0%", "[5–70\u00a0%]", "1 av 4"} <= set(words_of(chart.wide))


def test_the_whisker_reaches_from_end_to_end_of_the_interval():
    chart = interval_plot("i", TITLE, [IntervalRow("X", (Mark(0.5, 0, 1),))], series=["Andel"])
    grid = [float(e.get("x1")) for e in elements(chart.wide, "line", stroke=colours.LINE_WEAK)]
    whisker = elements(chart.wide, "line", stroke_width="2")[0]
    assert float(whisker.get("x1")) == min(grid)
    assert float(whisker.get("x2")) == max(grid)


def test_before_is_hollow_and_after_filled_so_that_colour_is_not_needed():
    fills = [e.get("fill") for e in elements(agreement().wide, "circle")]
    assert set(fills) == {colours.WHITE, colours.SERIES[0]}
    assert fills[0::2].count(colours.WHITE) == fills[1::2].count(colours.SERIES[0]) == 3


def test_agreement_below_chance_has_room_left_of_zero():
    words = words_of(agreement().narrow)
    assert "−0,5" in words
    assert "[−0,22 till 0,68]" in words


def test_the_reference_line_is_dashed_and_named():
    svg = some_intervals().wide
    assert "Länet 39\u00a0%" in words_of(svg)
    assert len(elements(svg, "line", stroke_dasharray="5 3")) == 1


def test_an_office_without_a_value_says_why():
    row = next(row for row in some_intervals().rows if row[0] == "Sävsjö")
    assert row == ("Sävsjö", "inga objekt", "")
    assert "inga objekt" in words_of(some_intervals().narrow)


def test_a_value_outside_its_interval_is_refused():
    with pytest.raises(ValueError, match="interval"):
        Mark(0.9, 0.1, 0.5)


@pytest.mark.parametrize("series", [[], ["a", "b", "c"], ["a", "b"]])
def test_series_and_marks_must_agree(series):
    with pytest.raises(ValueError, match="one or two"):
        interval_plot("i", TITLE, [IntervalRow("X", (Mark(0.5, 0, 1),))], series=series)
