"""What a figure becomes of its components, and what is asked about a number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.indicators.codes import IntervalKind, Missing, Part
from samsyn.indicators.rules import (
    Bounds,
    Reported,
    check_number,
    check_ratio,
    interval_of,
    nearest,
    worked,
)

BOUNDS = Bounds(decimals=1, lowest=Decimal(0), highest=Decimal(1000), jump_percent=30)


def parts(top: object, bottom: object) -> dict[str, Reported | None]:
    def one(value: object) -> Reported | None:
        if value is None:
            return None
        return Reported(None, value) if isinstance(value, str) else Reported(Decimal(str(value)))

    return {Part.NUMERATOR: one(top), Part.DENOMINATOR: one(bottom)}


@pytest.mark.parametrize(
    ("top", "bottom", "value", "missing"),
    [
        (100, 3, "33.333", ""),
        (0, 3, "0.000", ""),
        (5, 0, None, Missing.NOT_APPLICABLE),
        (None, 3, None, Missing.DROPOUT),
        ("secrecy", None, None, Missing.SECRECY),
        ("not_applicable", 3, None, Missing.NOT_APPLICABLE),
        ("not_applicable", "dropout", None, Missing.DROPOUT),
    ],
)
def test_a_figure_is_worked_out_or_has_a_reason(top, bottom, value, missing) -> None:
    found = worked(parts(top, bottom), Decimal(1))
    assert found.value == (None if value is None else Decimal(value))
    assert found.missing == missing


def test_what_is_secret_keeps_its_components_secret() -> None:
    found = worked(parts("secrecy", 3), Decimal(1))
    assert (found.numerator, found.denominator) == (None, None)


def test_a_multiplier_makes_it_per_ten_thousand() -> None:
    assert worked(parts(3, 20000), Decimal(10000)).value == Decimal("1.5")


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_the_quotient_is_rounded_once_and_half_up(top: int, bottom: int) -> None:
    found = worked(parts(top, bottom), Decimal(1)).value
    assert found is not None
    assert abs(found - Decimal(top) / Decimal(bottom)) <= Decimal("0.0005")


@pytest.mark.parametrize(
    ("value", "last_year", "codes"),
    [
        ("50", "50", []),
        ("65", "50", []),
        ("65.1", "50", ["jump"]),
        ("34.9", "50", ["jump"]),
        ("1", "0", ["jump_from_zero"]),
        ("50", None, []),
        ("-1", "50", ["too_low"]),
        ("1001", "50", ["too_high"]),
        ("50.25", "50", ["too_many_decimals"]),
    ],
)
def test_numbers_are_checked_against_bounds_and_last_year(value, last_year, codes) -> None:
    before = None if last_year is None else Decimal(last_year)
    found = check_number(Decimal(value), BOUNDS, last_year=before)
    assert [one.code for one in found] == codes


def test_an_outlier_against_the_own_history_is_asked_about() -> None:
    history = [Decimal(n) for n in (100, 101, 99, 100, 102)]
    found = check_number(Decimal(120), BOUNDS, last_year=Decimal(102), history=history)
    assert [one.code for one in found] == ["outlier"]


def test_a_part_is_no_larger_than_its_whole() -> None:
    assert [f.code for f in check_ratio(IntervalKind.SHARE, Decimal(132), Decimal(130))] == [
        "part_over_whole"
    ]
    assert check_ratio(IntervalKind.COUNT, Decimal(132), Decimal(130)) == []
    assert [f.code for f in check_ratio(IntervalKind.COUNT, Decimal(1), Decimal(0))] == [
        "zero_denominator"
    ]


def test_an_interval_needs_counts() -> None:
    count = interval_of(IntervalKind.COUNT, Decimal(100), Decimal(2), Decimal(1))
    assert count == pytest.approx((40.7, 60.8), abs=0.05)
    share = interval_of(IntervalKind.SHARE, Decimal(5), Decimal(10), Decimal(100))
    assert share == pytest.approx((23.7, 76.3), abs=0.05)
    assert interval_of(IntervalKind.COUNT, Decimal("1.5"), Decimal(2), Decimal(1)) is None
    assert interval_of(IntervalKind.NONE, Decimal(1), Decimal(2), Decimal(1)) is None
    assert interval_of(IntervalKind.COUNT, None, Decimal(2), Decimal(1)) is None


def test_the_nearest_codes_are_named() -> None:
    assert nearest("anebi", ["varnamo", "aneby", "eksjo"])[0] == "aneby"
    assert nearest("zzz", ["aneby"]) == []
