"""The functions of forms one by one, and values as XPath has them."""

import math
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from samsyn.lib.xform.functions import (
    FUNCTIONS,
    ExpressionTimeout,
    days_by_the_clock,
    days_of,
    evaluation_time,
    half_up,
    number_of,
    text_of,
)
from samsyn.lib.xform.tests.parity.table import MOMENT

ROOT = etree.fromstring(
    "<data><a>3</a><b/><c>a b</c><d>2026-01-31</d><r><x>1</x></r><r><x>2</x></r></data>"
)


def call(name, *arguments):
    return FUNCTIONS[name](None, *arguments)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"),
        (3.0, "3"),
        (-3.0, "-3"),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        (1e21, "1" + "0" * 21),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
        (True, "true"),
        (False, "false"),
        ([], ""),
        (ROOT.xpath("a|b"), "3"),
        (7, "7"),
    ],
)
def test_values_as_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [("3", 3), (" 2.5 ", 2.5), (True, 1), (False, 0), (ROOT.xpath("a"), 3), ("1970-01-02", 1)],
)
def test_values_as_numbers(value, number):
    assert number_of(value) == number


@pytest.mark.parametrize("value", ["", "x", "1_0", [], "2026-02-30", "2026-13-01", "26-01-01"])
def test_what_is_no_number(value):
    assert math.isnan(number_of(value))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1970-01-01", 0),
        ("1969-12-31", -1),
        ("2000-03-01", 11017),
        ("1970-01-01T06:00:00", 0.25),
        ("1970-01-01T12:00", 0.5),
    ],
)
def test_dates_are_days_since_1970(text, days):
    assert days_of(text) == days


def test_by_the_clock_a_day_in_winter_begins_an_hour_before_greenwich():
    with evaluation_time(MOMENT), days_by_the_clock():
        assert days_of("1970-01-02") == pytest.approx(1 - 1 / 24)
        assert days_of("2026-03-30") - days_of("2026-03-28") == pytest.approx(2 - 1 / 24)
    assert days_of("1970-01-02") == 1


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (2.5, 0, 3),
        (-2.5, 0, -3),
        (2.4999, 0, 2),
        (0.5, 0, 1),
        (1.25, 1, 1.3),
        (1250, -2, 1300),
        (0, 2, 0),
        (0.49999999999999994, 0, 0),
    ],
)
def test_rounding(value, places, rounded):
    assert half_up(value, places) == rounded


@pytest.mark.parametrize(
    ("value", "places"), [(math.nan, 0), (1.0, math.nan), (1.0, 400), (1e308, 300), (1.0, -400)]
)
def test_rounding_what_cannot_be_rounded_is_no_number_and_no_crash(value, places):
    try:
        assert math.isnan(half_up(value, places))
    except OverflowError:
        assert places == 400


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_rounding_moves_at_most_a_half_and_mirrors_at_nought(value):
    assert abs(half_up(value) - value) <= 0.5
    assert half_up(-value) == -half_up(value)


def test_the_clock_is_the_one_given():
    with evaluation_time(datetime(2026, 11, 23, 14, 30, tzinfo=UTC)):
        assert call("today") == "2026-11-23"
        assert call("now") == "2026-11-23T14:30:00"
    assert call("today") == "1970-01-01"


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("selected", ("a b", "b"), True),
        ("selected", ("aa b", "a"), False),
        ("selected", ([], "a"), False),
        ("selected-at", ("a b", 1.0), "b"),
        ("selected-at", ("a b", 5.0), ""),
        ("selected-at", ("a b", -1.0), ""),
        ("selected-at", ("a b", math.nan), "a"),
        ("count-selected", (" a  b ",), 2),
        ("count-selected", ("",), 0),
        ("coalesce", ("", "x"), "x"),
        ("coalesce", (ROOT.xpath("b"), 0.0), "0"),
        ("if", (True, "a", "b"), "a"),
        ("if", ([], "a", "b"), "b"),
        ("if", ("", 1.0, 2.0), 2.0),
        ("if", (math.nan, "a", "b"), "b"),
        ("samsyn-concat", ("a", 1.0, ROOT.xpath("r/x"), True), "a112true"),
        ("join", (", ", ROOT.xpath("r/x")), "1, 2"),
        ("samsyn-sum", (ROOT.xpath("r/x"),), 3),
        ("min", (ROOT.xpath("r/x"),), 1),
        ("max", (1.0, "7", ROOT.xpath("a")), 7),
        ("count-non-empty", (ROOT.xpath("a|b|c"),), 2),
        ("substr", ("abcde", 1.0, 3.0), "bc"),
        ("substr", ("abcde", -2.0), "de"),
        ("substr", ("abcde", math.nan), "abcde"),
        ("samsyn-position", (ROOT.xpath("r[2]"),), 2),
        ("indexed-repeat", (ROOT.xpath("r/x"), ROOT.xpath("r"), 9.0), []),
        ("int", (-2.7,), -2),
        ("int", ("x",), math.nan),
        ("pow", (2.0, 0.5), math.sqrt(2)),
        ("pow", (-1.0, 0.5), math.nan),
        ("pow", (10.0, 999.0), math.nan),
        ("sqrt", (-1.0,), math.nan),
        ("boolean-from-string", ("TRUE",), True),
        ("boolean-from-string", ("ja",), False),
        ("date", ("x",), ""),
        ("date", (20480.5,), "2026-01-27"),
        ("format-date", ("2026-03-05", "%d/%m %y, %Z"), "05/03 26, %Z"),
        ("format-date-time", ("2026-03-05T07:08:09", "%H.%M:%S %h"), "07.08:09 7"),
        ("format-date", ("", "%Y"), ""),
    ],
)
def test_each_function(name, arguments, result):
    assert (
        call(name, *arguments) == pytest.approx(result, nan_ok=True)
        if isinstance(result, float)
        else call(name, *arguments) == result
    )


def test_the_round_of_an_answer_is_found_by_number():
    (node,) = call("indexed-repeat", ROOT.xpath("r/x"), ROOT.xpath("r"), 2.0)
    assert node.text == "2"


def test_a_pattern_fits_the_whole_text_and_its_letters_are_those_of_a_to_z():
    assert call("regex", "abc", "[a-c]+")
    assert not call("regex", "abcd", "[a-c]+")
    assert not call("regex", "abc\n", "abc$")
    assert not call("regex", "å", r"\w")


def test_a_text_too_long_for_a_pattern_is_not_tried():
    with pytest.raises(ExpressionTimeout):
        call("regex", "a" * 2001, "a+")


def test_a_pattern_that_would_run_for_ever_is_given_up_at_once():
    started = time.perf_counter()
    with pytest.raises(ExpressionTimeout):
        call("regex", "a" * 2000, "(a|aa)+b")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("pattern", ["[", "(?P<a", "a{2,1}", "*"])
def test_what_is_no_pattern_is_not_tried(pattern):
    with pytest.raises(ExpressionTimeout):
        call("regex", "a", pattern)
