import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import Series, line_chart, small_multiples, trend
from samsyn.core.charts.tests.factories import (
    TITLE,
    YEARS,
    elements,
    multiples,
    some_lines,
    words_of,
)


def pieces(svg, colour=colours.VATTEN):
    return [e.get("points").split() for e in elements(svg, "polyline", stroke=colour)]


def boxes(svg):
    return elements(svg, "rect", stroke_dasharray="3 2")


def test_a_missing_year_breaks_the_line_and_gets_a_dashed_box():
    chart = line_chart("l", TITLE, [Series("X", {2018: 1, 2019: 2, 2020: "–", 2021: 3, 2022: 4})])
    assert [len(piece) for piece in pieces(chart.wide)] == [2, 2]
    assert len(boxes(chart.wide)) == 1
    assert "–" in words_of(chart.wide)


def test_a_year_that_nobody_mentions_is_missing_too():
    chart = line_chart("l", TITLE, [Series("X", {2018: 1, 2020: 3})])
    assert chart.columns == ("Kontor", "2018", "2019", "2020")
    assert chart.rows[0] == ("X", "1", "– bortfall", "3")
    assert pieces(chart.wide) == []
    assert len(boxes(chart.wide)) == 1


@pytest.mark.parametrize(
    ("code", "reason"),
    [("–", "bortfall"), (".", "ej tillämplig"), ("..", "sekretess"), ("?", "saknas i källan")],
)
def test_every_code_is_explained_in_the_table_and_in_words(code, reason):
    chart = small_multiples("s", TITLE, [Series("X", {2020: 1, 2021: code})])
    assert chart.rows[0][2] == f"{code} {reason}"
    assert reason in chart.description


def test_small_drawings_share_one_scale():
    low, high = Series("Låg", {2020: 1, 2021: 1}), Series("Hög", {2020: 100, 2021: 100})
    svg = small_multiples("s", TITLE, [low, high]).wide
    first, second = pieces(svg)  # Hög, Låg
    top, bottom = float(first[0].split(",")[1]), float(second[0].split(",")[1])
    assert bottom - top > 40


def test_they_stand_in_alphabetical_order():
    chart = small_multiples("s", TITLE, [Series("Ölmstad", {2020: 9}), Series("Aneby", {2020: 1})])
    assert [row[0] for row in chart.rows] == ["Aneby", "Ölmstad"]


def test_the_band_is_behind_every_one_and_in_the_table():
    chart = multiples()
    assert len(elements(chart.wide, "polygon", fill=colours.LINE)) == len(YEARS)
    assert chart.rows[-2:] == (
        ("Bandets nedre", "143", "163", "162", "165"),
        ("Bandets övre", "154", "172", "163", "178"),
    )


def test_the_first_and_last_values_are_written():
    words = words_of(
        small_multiples("s", TITLE, [Series("X", {2018: 170, 2019: 171, 2020: 226})]).wide
    )
    assert {"170", "226"} <= set(words)
    assert "171" not in words


def test_lines_are_named_at_their_ends_and_missing_years_stand_below_with_the_name():
    words = words_of(some_lines().wide)
    assert words.count("Värnamo") == 2
    assert words.count("?") == 3


def test_an_office_that_never_reported_has_boxes_only():
    chart = line_chart("l", TITLE, [Series("X", {2020: "–", 2021: "–"})])
    assert pieces(chart.wide) == []
    assert len(boxes(chart.wide)) == 2


@pytest.mark.parametrize("number", [0, 6])
def test_no_line_and_more_than_five_are_refused(number):
    with pytest.raises(ValueError, match="one to five"):
        line_chart("l", TITLE, [Series(str(i), {2020: 1}) for i in range(number)])


def test_nothing_to_draw_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        small_multiples("s", TITLE, [])


def test_decimals_are_the_callers():
    chart = line_chart("l", TITLE, [Series("X", {2020: 1.25, 2021: 2})], decimals=1)
    assert chart.rows[0] == ("X", "1,3", "2,0")


def test_a_trend_is_low_starts_at_zero_and_writes_its_ends():
    chart = trend("t", TITLE, Series("Länet", {2022: 83, 2023: 82, 2024: 84}))
    assert {"83", "84"} <= set(words_of(chart.narrow)) and "82" not in words_of(chart.narrow)
    (line,) = pieces(chart.narrow)
    heights = [float(point.split(",")[1]) for point in line]
    # Two hundredths of its height apart, not the whole of it: zero keeps a small change small.
    assert max(heights) - min(heights) < 3
    assert chart.rows == (("Länet", "83", "82", "84"),)


def test_a_trend_without_a_value_is_refused_and_a_missing_year_is_seen():
    with pytest.raises(ValueError, match="nothing"):
        trend("t", TITLE, Series("Länet", {2022: "–"}))
    chart = trend("t", TITLE, Series("Länet", {2022: 5, 2023: "–", 2024: 0}))
    assert len(boxes(chart.narrow)) == 1
