"""Published figures are rounded half up, over those that reported."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.rounding import exact, mean, median, round_half_up, summarise

# MSJ.13, registered food businesses per full-time equivalent, as published per office
# (miljosamverkan.miljobarometern.se/msj). Värnamo is missing from the source we could read.
MSJ13_2019 = {
    "Aneby": 173,
    "Eksjö": 171,
    "Gislaved": 181,
    "Gnosjö": 215,
    "Habo-Mullsjö": 187,
    "Jönköping": 113,
    "Nässjö": 134,
    "Sävsjö": 136,
    "Tranås": 123,
    "Vaggeryd": 145,
    "Vetlanda": 177,
}
MSJ13_2020 = {
    "Aneby": 162,
    "Eksjö": 226,
    "Gislaved": 175,
    "Gnosjö": 180,
    "Habo-Mullsjö": 164,
    "Jönköping": 134,
    "Nässjö": 127,
    "Sävsjö": 136,
    "Vaggeryd": 149,
    "Vetlanda": 186,
}
MSJ13_2021 = {
    "Aneby": 82,
    "Eksjö": 225,
    "Gislaved": 180,
    "Gnosjö": 176,
    "Habo-Mullsjö": 200,
    "Jönköping": 121,
    "Nässjö": 143,
    "Sävsjö": 151,
    "Vetlanda": 191,
}


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (162.5, 0, "163"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (0.15, 1, "0.2"),  # the binary float lies below 0.15; what was written decides
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (4, 1, "4.0"),
        (Decimal("15.05"), 1, "15.1"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(5, 2), 0, "3"),
        (0.4999999, 0, "0"),
        (1499, -3, "1000"),
        (1500, -3, "2000"),
        (0, 2, "0.00"),
    ],
)
def test_a_half_goes_away_from_zero(value, decimals, expected):
    assert str(round_half_up(value, decimals)) == expected


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")])
def test_what_is_no_number_is_refused(bad):
    with pytest.raises(ValueError, match="not a finite number"):
        round_half_up(bad)


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_rounding_moves_at_most_half_a_unit(thousandths, decimals):
    value = Fraction(thousandths, 1000)
    rounded = Fraction(round_half_up(value, decimals))
    assert abs(rounded - value) <= Fraction(1, 2 * 10**decimals)
    assert (rounded * 10**decimals).denominator == 1


def test_numbers_are_taken_as_written():
    assert exact(0.1) == Fraction(1, 10)
    assert exact(Decimal("0.30")) == Fraction(3, 10)


PUBLISHED = [  # year's values, the range Värnamo must lie in, published mean and median
    (MSJ13_2019, range(195, 207), (163, 172)),
    (MSJ13_2020, range(149, 160), (163, 162)),
    (MSJ13_2021, range(179, 186), (165, 178)),
]


@pytest.mark.parametrize(("values", "varnamo", "published"), PUBLISHED)
def test_the_published_mean_and_median_come_out_for_just_the_derived_range(
    values, varnamo, published
):
    consistent = [
        guess
        for guess in range(50, 400)
        if (mean(values | {"Värnamo": guess}), median(values | {"Värnamo": guess})) == published
    ]
    assert consistent == list(varnamo)


def test_pythons_own_round_gives_another_published_figure():
    two = {"Aneby": 162, "Eksjö": 163}
    assert round(162.5) == 162
    assert mean(two) == median(two) == 163


def test_one_that_did_not_report_is_not_a_zero():
    values = {"Aneby": None, "Eksjö": 10, "Gislaved": 20}
    assert mean(values) == 15
    assert median(values) == 15


def test_nobody_reported_gives_nothing():
    assert mean({}) is None
    assert median({"Aneby": None}) is None


def test_the_mean_of_floats_is_exact():
    assert mean({"a": 0.1, "b": 0.2}, 2) == Decimal("0.15")
    assert mean({"a": 0.1, "b": 0.2}, 1) == Decimal("0.2")


def test_a_summary_names_who_it_rests_on():
    summary = summarise({"Aneby": None, "Eksjö": 4, "Gislaved": 5}, 1)
    assert summary.mean == Decimal("4.5")
    assert summary.median == Decimal("4.5")
    assert summary.reporters == ("Eksjö", "Gislaved")
    assert summary.missing == ("Aneby",)
