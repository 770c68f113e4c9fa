"""How the house writes numbers, dates and lists (ui.md, section on microcopy)."""

from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import babel.dates
import babel.numbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib import swedish
from samsyn.lib.swedish import NumberRefused, parse_number, swedish_order

TODAY = date(2026, 11, 23)
NARROW, HARD = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1038, None, f"1{NARROW}038"),
        (362715, None, f"362{NARROW}715"),
        (1_000_000, None, f"1{NARROW}000{NARROW}000"),
        (999, None, "999"),
        (0.54, None, "0,54"),
        (Decimal("4.0"), None, "4,0"),
        (4, 1, "4,0"),
        (1037.5, 0, f"1{NARROW}038"),
        (Fraction(33, 15), 1, "2,2"),
        (-12.5, None, "\u221212,5"),
        (-0.04, 1, "0,0"),
        (Decimal("1E+3"), None, f"1{NARROW}000"),
        (Fraction(1, 8), None, "0,125"),
    ],
)
def test_numbers_have_a_comma_and_a_narrow_hard_space(value, decimals, expected):
    assert swedish.format_number(value, decimals) == expected


def test_a_number_without_end_must_say_its_decimals():
    with pytest.raises(ValueError, match="how many decimals"):
        swedish.format_number(Fraction(1, 3))
    with pytest.raises(ValueError, match="not a finite"):
        swedish.format_number(Decimal("NaN"))


def test_english_numbers():
    assert swedish.format_number(1038.5, language="en") == "1,038.5"
    assert swedish.format_percent(18, 25, language="en") == "72%"
    assert swedish.format_count_of(8, 11, language="en") == "8 of 11"


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (84, 117, f"72{HARD}%"),
        (1, 8, f"13{HARD}%"),  # 12.5 goes up
        (720, 999, f"72{HARD}%"),
        (725, 1000, f"72,5{HARD}%"),
        (0, 40, f"0{HARD}%"),
    ],
)
def test_percent_has_decimals_only_from_a_thousand(numerator, denominator, expected):
    assert swedish.format_percent(numerator, denominator) == expected


def test_a_share_of_few_is_written_as_a_count():
    assert swedish.format_share(8, 11) == "8 av 11"
    assert swedish.format_share(8, 11, with_percent=True) == f"8 av 11, 73{HARD}%"
    assert swedish.format_share(19, 19) == "19 av 19"
    assert swedish.format_share(10, 20) == f"50{HARD}%"
    assert swedish.format_share(10, 20, with_percent=True) == f"50{HARD}%"


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 0), (3, 2), (-1, 5)])
def test_what_is_no_share_is_refused(numerator, denominator):
    for write in (swedish.format_percent, swedish.format_share):
        with pytest.raises(ValueError, match="not a share"):
            write(numerator, denominator)


def test_intervals():
    assert swedish.format_interval(0.54, 0.84) == "0,54–0,84"
    assert swedish.format_interval(-0.1, 0.84, 2) == "\u22120,10 till 0,84"
    assert swedish.format_interval(-0.1, 0.84, 2, language="en") == "\u22120.10 to 0.84"
    assert swedish.format_percent_interval(0.5449, 0.84) == f"54–84{HARD}%"
    assert swedish.format_percent_interval(0.1, 0.9, language="en") == "10–90%"


def test_dates():
    assert swedish.format_date(TODAY) == "23 november 2026"
    assert swedish.format_date(TODAY, language="en") == "23 November 2026"
    assert swedish.format_date(TODAY, short=True) == "23 nov"
    assert swedish.format_date(date(2026, 3, 1), short=True) == "1 mars"


def test_the_year_stands_there_unless_it_is_this_year():
    last_year = date(2025, 12, 1)
    assert swedish.format_date(last_year, short=True, today=TODAY) == "1 dec 2025"
    assert swedish.format_date(TODAY, short=True, today=TODAY) == "23 nov"
    assert swedish.format_date(TODAY, today=TODAY) == "23 november"
    assert swedish.format_date(last_year, today=TODAY) == "1 december 2025"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2026, 9, 1), date(2026, 12, 11), "1 sep – 11 dec 2026"),
        (date(2026, 12, 1), date(2026, 12, 11), "1–11 dec 2026"),
        (date(2026, 11, 1), date(2027, 2, 5), "1 nov 2026 – 5 feb 2027"),
        (date(2025, 12, 1), date(2026, 12, 1), "1 dec 2025 – 1 dec 2026"),
        (TODAY, TODAY, "23 nov 2026"),
    ],
)
def test_periods(start, end, expected):
    assert swedish.format_period(start, end) == expected


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        swedish.format_period(date(2026, 2, 1), date(2026, 1, 1))


def test_decisions_times_and_weeks():
    assert swedish.format_decision(date(2026, 6, 11), 14) == f"2026-06-11 §{HARD}14"
    assert swedish.format_time(time(9, 5)) == "9.05"
    assert swedish.format_times(time(9), time(12)) == "9.00–12.00"
    assert swedish.format_times(time(9), time(12), language="en") == "9:00–12:00"
    assert swedish.format_week(TODAY) == f"vecka{HARD}48"
    assert swedish.format_week(date(2027, 1, 1)) == f"vecka{HARD}53"
    assert swedish.format_weekday(TODAY) == "måndag"
    assert swedish.format_weekday(date(2026, 11, 29), language="en") == "Sunday"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["Aneby"], "Aneby"),
        (["Aneby", "Eksjö"], "Aneby och Eksjö"),
        (["a", "b", "c"], "a, b och c"),
    ],
)
def test_lists(items, expected):
    assert swedish.join_list(items) == expected


def test_a_list_in_english():
    assert swedish.join_list(["a", "b", "c"], language="en") == "a, b and c"


def test_a_count_keeps_its_noun():
    assert swedish.counted(1, "fråga", "frågor") == f"1{HARD}fråga"
    assert swedish.counted(0, "fråga", "frågor") == f"0{HARD}frågor"
    assert swedish.counted(1038, "objekt", "objekt") == f"1{NARROW}038{HARD}objekt"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("1 038", "1038"),
        (f"1{NARROW}038", "1038"),
        (f"362{HARD}715,5", "362715.5"),
        ("4,0", "4.0"),
        ("4.0", "4.0"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("-5", "-5"),
        ("\u22125,5", "-5.5"),
        ("+3", "3"),
        ("1,038", "1.038"),  # the comma is the decimal comma, always
        ("007", "7"),
    ],
)
def test_numbers_are_read_as_typed(typed, expected):
    assert str(parse_number(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("tolv", "not_a_number"),
        ("12 st", "not_a_number"),
        ("1e5", "not_a_number"),
        ("NaN", "not_a_number"),
        ("--5", "not_a_number"),
        ("1,2,3", "not_a_number"),
        ("1,", "not_a_number"),
        ("1. 5", "not_a_number"),
        (",5", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("١٢", "not_a_number"),
        ("=1+1", "not_a_number"),
        ("1.038", "ambiguous_point"),
        ("12.345.678", "ambiguous_point"),
        ("1.038,5", "mixed_separators"),
        ("1,038.5", "mixed_separators"),
        ("1 03 8", "bad_grouping"),
        ("1038 000", "bad_grouping"),
    ],
)
def test_doubtful_numbers_are_refused_with_a_code(typed, code):
    with pytest.raises(NumberRefused) as refused:
        parse_number(typed)
    assert refused.value.code == code
    assert refused.value.text == typed


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_what_we_write_we_can_read(number):
    assert parse_number(swedish.format_number(number)) == number


@given(st.text(max_size=12))
def test_anything_typed_is_a_number_or_is_refused(typed):
    try:
        assert parse_number(typed).is_finite()
    except NumberRefused as refused:
        assert refused.text == typed


# Against Babel, whose data come from Unicode's CLDR


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("month", range(1, 13))
def test_names_of_months_and_days_are_those_of_cldr(language, month):
    day = date(2026, month, month)
    assert swedish.format_date(day, language=language) == babel.dates.format_date(
        day, "d MMMM y", locale=language
    )
    assert swedish.format_weekday(day, language=language) == babel.dates.format_date(
        day, "EEEE", locale=language
    )
    # CLDR ends its short Swedish months with a full stop; the house does not.
    short = babel.dates.format_date(day, "d MMM", locale=language).replace(".", "")
    assert swedish.format_date(day, short=True, language=language) == short


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_grouped_as_in_cldr(number):
    cldr = babel.numbers.format_decimal(number, locale="sv")
    cldr = cldr.replace(HARD, NARROW).replace("-", "\u2212")
    assert swedish.format_number(number) == cldr
    english = babel.numbers.format_decimal(number, locale="en").replace("-", "\u2212")
    assert swedish.format_number(number, language="en") == english


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 800))
def test_a_period_always_names_its_last_day_and_year(start, days):
    end = start + timedelta(days=days)
    text = swedish.format_period(start, end)
    assert text.endswith(f"{swedish.format_date(end, short=True)} {end.year}")
    assert str(start.day) in text
    assert start.year == end.year or str(start.year) in text


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_never_says_more_decimals_than_it_holds(share):
    numerator, denominator = share
    text = swedish.format_share(numerator, denominator)
    if denominator < 20:
        assert text == f"{numerator} av {denominator}"
        return
    assert text.endswith(f"{HARD}%")
    assert ("," in text) == (denominator >= 1000)
    said = float(text[:-2].replace(",", "."))
    half_a_unit = 0.5 if denominator < 1000 else 0.05
    assert abs(said - 100 * numerator / denominator) <= half_a_unit + 1e-9


def test_a_ring_a_umlaut_and_o_umlaut_come_last_in_that_order():
    names = ["Öland", "Ängelholm", "Åmål", "Zinkgruvan", "aneby", "Borås"]
    assert sorted(names, key=swedish_order) == [
        "aneby",
        "Borås",
        "Zinkgruvan",
        "Åmål",
        "Ängelholm",
        "Öland",
    ]


def test_accents_of_other_languages_sort_with_their_letter():
    names = ["Årsta", "Ørsted", "Edsbyn", "Évian", "Efraim", "Ängby"]
    assert sorted(names, key=swedish_order) == [
        "Edsbyn",
        "Efraim",
        "Évian",
        "Årsta",
        "Ängby",
        "Ørsted",
    ]
