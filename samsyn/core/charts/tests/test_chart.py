"""What every chart keeps, whatever it shows."""

import re

import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import AnswerRow, Week, answer_bars, week_columns
from samsyn.core.charts.tests.factories import ALL, SVG, TITLE, root_of, texts_of, words_of
from samsyn.lib.rates import Share

# The narrowest container that the page shows each drawing in, in CSS pixels.
NARROWEST = {"wide": 480, "narrow": 288}


@pytest.fixture(params=ALL)
def chart(request):
    return ALL[request.param]()


@pytest.fixture(params=["wide", "narrow"])
def svg(request, chart):
    return getattr(chart, request.param)


def test_it_is_one_picture_with_a_name_and_every_value_in_words(chart, svg):
    root = root_of(svg)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title.text == TITLE
    assert desc.text == chart.description
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (
        title.get("id"),
        desc.get("id"),
    )
    for row in chart.rows:
        for cell in row:
            assert cell in desc.text


def test_the_table_below_has_a_heading_for_every_cell(chart):
    assert all(len(row) == len(chart.columns) for row in chart.rows)
    assert chart.rows


def test_both_widths_stand_on_the_page_and_css_chooses_one(chart):
    assert re.findall(r'<svg [^>]*?class="([^"]*)"', chart.html) == ["chart-wide", "chart-narrow"]
    assert chart.html.startswith('<div class="chart">')
    assert root_of(chart.wide).get("viewBox").startswith("0 0 640 ")
    assert root_of(chart.narrow).get("viewBox").startswith("0 0 330 ")


def test_no_id_is_used_twice_and_every_reference_is_met(chart):
    ids = re.findall(r'\bid="([^"]*)"', chart.html)
    assert len(ids) == len(set(ids))
    referred = re.findall(r"url\(#([^)]*)\)", chart.html)
    referred += re.findall(r'aria-(?:labelledby|describedby)="([^"]*)"', chart.html)
    assert set(referred) <= set(ids)


def test_nothing_needs_inline_styles_or_scripts(svg):
    for element in root_of(svg).iter():
        assert element.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}a", f"{SVG}image"}
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_no_text_is_smaller_than_12_pixels_on_the_narrowest_page(svg):
    root = root_of(svg)
    name = root.get("class").removeprefix("chart-")
    pixel = NARROWEST[name] / float(root.get("viewBox").split()[2])
    smallest = min(text.size for text in texts_of(svg)) * pixel
    # The map's longest names take 12 units on a phone; the tile holds no more, and the list repeats them.
    assert smallest >= (10.4 if "karta" in svg else 12)


def test_everything_written_lies_inside_the_drawing(svg):
    width, height = map(float, root_of(svg).get("viewBox").split()[2:])
    for text in texts_of(svg):
        assert text.left >= -1, text
        assert text.right <= width * 1.01 + 1, text
        assert text.size * 0.6 <= text.baseline <= height, text


def test_no_text_covers_another(svg):
    texts = texts_of(svg)
    covering = [
        (one.text, two.text)
        for place, one in enumerate(texts)
        for two in texts[place + 1 :]
        if one.overlaps(two)
    ]
    assert covering == []


def test_the_same_values_give_the_same_drawing(request, chart):
    again = ALL[request.node.callspec.params["chart"]]()
    assert again == chart


def test_numbers_have_a_decimal_comma_for_people_and_a_point_for_machines():
    chart = ALL["agreement"]()
    assert "0,67" in words_of(chart.wide)
    assert "0,67" in chart.description
    assert not re.search(r'\s(?:x|y|cx|cy|width|height)="[^"]*,', chart.wide)


def test_hostile_text_is_only_text():
    label = "</text><script>alert(1)</script>\"'&\x00\x0b"
    chart = answer_bars("svar", label, [AnswerRow(label, Share(1, 2))])
    for svg in (chart.wide, chart.narrow):
        root = root_of(svg)
        assert not list(root.iter(f"{SVG}script"))
        assert root.find(f"{SVG}title").text.startswith("</text><script>")
    assert "<script" not in chart.html


@pytest.mark.parametrize("key", ["", "Svar", "1a", 'a"b', "a b", "å"])
def test_a_key_that_is_no_id_is_refused(key):
    with pytest.raises(ValueError, match="key"):
        week_columns(key, TITLE, [Week(1, 1)])


def test_english_has_a_point_and_english_words():
    chart = answer_bars("svar", "x", [AnswerRow("1", Share(1, 2))], language="en")
    assert chart.columns[0] == "Question"
    assert chart.rows[0][-1] == "33%"


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    """WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_text_can_be_read_on_what_lies_behind_it():
    grounds = (colours.WHITE, colours.BAND_95, colours.BAND_998)
    for text in (colours.TEXT, colours.WEAK, colours.VATTEN):
        assert min(contrast(text, ground) for ground in grounds) >= 4.5
    for fill in (colours.DEVIATION, colours.COMPLIANT):
        assert contrast(colours.WHITE, fill) >= 4.5
    for fill, text in colours.STEPS:
        assert contrast(text, fill) >= 4.5
    assert contrast(colours.LAKE_TEXT, colours.LAKE) >= 4.5


def test_marks_stand_out_from_the_page():
    for mark in (*colours.SERIES, colours.EDGE, colours.CONTROL, colours.PROGRESS):
        assert contrast(mark, colours.WHITE) >= 3


def test_what_is_written_uses_only_text_colours(svg):
    allowed = {colours.TEXT, colours.WEAK, colours.VATTEN, colours.WHITE, colours.LAKE_TEXT}
    allowed |= {text for _, text in colours.STEPS}
    assert {text.fill for text in texts_of(svg)} <= allowed
