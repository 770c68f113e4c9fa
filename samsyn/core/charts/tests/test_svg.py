"""The writer itself: what it lets through, and how it writes numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from samsyn.core.charts.svg import Drawing, checked_key, number


def drawn(draw, title="Titel", description="Beskrivning"):
    drawing = Drawing("d", 100, 16)
    drawing.height = 50
    draw(drawing)
    return drawing.svg(title=title, description=description, classes="chart-wide")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "1"),
        (1.0, "1"),
        (0.5, "0.5"),
        (1 / 3, "0.33"),
        (-2.5, "-2.5"),
        (1e6, "1000000"),
        (0.001, "0"),
    ],
)
def test_numbers_are_short_and_have_a_point(value, written):
    assert number(value) == written


def test_attributes_without_a_value_are_left_out():
    svg = drawn(lambda d: d.rect(0, 0, 1, 1, fill=None, stroke="#000000"))
    assert "fill=" not in svg
    assert 'stroke="#000000"' in svg


def test_names_with_a_hyphen_are_written_so():
    svg = drawn(lambda d: d.line((0, 0), (1, 1), stroke_dasharray="3 3"))
    assert 'stroke-dasharray="3 3"' in svg


def test_a_rectangle_is_never_turned_inside_out():
    assert 'width="0"' in drawn(lambda d: d.rect(0, 0, -3, 5))


def test_the_hatch_is_defined_once_however_often_it_is_used():
    def draw(drawing):
        for x in range(3):
            drawing.rect(x, 0, 1, 1, fill=drawing.hatch())

    svg = drawn(draw)
    assert svg.count("<pattern") == 1
    assert svg.count("url(#d-ek)") == 3


def test_a_halo_lies_behind_the_letters():
    svg = drawn(lambda d: d.text((0, 0), "Aneby", halo=True))
    assert 'paint-order="stroke"' in svg


def test_no_typeface_is_fetched_and_the_families_are_quoted():
    root = etree.fromstring(drawn(lambda d: None))
    families = [name.strip() for name in root.get("font-family").split(",")]
    # A name with a word that starts with a digit is invalid unless quoted, and the whole list is lost.
    assert all(name.startswith("'") for name in families[:-1])
    assert families[-1] == "sans-serif"


@given(st.text(), st.text())
def test_any_text_gives_well_formed_xml_with_the_same_text(words, title):
    svg = drawn(lambda d: d.text((0, 0), words), title=title)
    shown = etree.fromstring(svg.encode()).find("{*}text")
    if not any(ord(c) < 32 or ord(c) in (0xFFFE, 0xFFFF) for c in words):
        assert (shown.text or "") == words


def test_half_a_letter_does_not_stop_the_page():
    drawn(lambda d: d.text((0, 0), "\ud800")).encode()


@given(st.text(max_size=20))
def test_any_attribute_stays_one_attribute(words):
    root = etree.fromstring(drawn(lambda d: d.rect(0, 0, 1, 1, fill=words)).encode())
    assert set(root.find("{*}rect").attrib) == {"x", "y", "width", "height", "fill"}


def test_a_good_key_is_given_back():
    assert checked_key("fraga-6") == "fraga-6"
