"""Numbers, days and differences, from values alone."""

from dataclasses import dataclass
from datetime import date

import pytest

from samsyn.guidance.rules import (
    in_force_on,
    is_edition_number,
    months_after,
    next_numbers,
    number_order,
    numbers_of,
    word_changes,
)


@dataclass(frozen=True)
class Dated:
    in_force_from: date


OLD, NEW = Dated(date(2018, 6, 1)), Dated(date(2024, 6, 13))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 5, 31), None),
        (date(2018, 6, 1), OLD),
        (date(2024, 6, 12), OLD),
        (date(2024, 6, 13), NEW),
        (date(2026, 1, 1), NEW),
    ],
)
def test_the_edition_in_force_on_a_day(day, expected):
    assert in_force_on([NEW, OLD], day) is expected


def test_nothing_is_in_force_from_the_day_a_document_ended():
    assert in_force_on([OLD], date(2020, 1, 1), date(2020, 1, 1)) is None
    assert in_force_on([OLD], date(2019, 12, 31), date(2020, 1, 1)) is OLD


@pytest.mark.parametrize("written", ["3.1", "1.0", "12.10"])
def test_a_number_of_an_edition(written):
    assert is_edition_number(written)


@pytest.mark.parametrize("written", ["3", "0.1", "3.1.2", "v3.1", "", "3,1"])
def test_not_a_number_of_an_edition(written):
    assert not is_edition_number(written)


def test_the_tenth_small_change_comes_after_the_ninth():
    assert number_order("3.10") > number_order("3.9")
    assert next_numbers("3.9") == ("3.10", "4.0")
    assert next_numbers(None) == ("1.0", "1.0")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 24, date(2028, 11, 23)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_later_or_the_last_day_of_the_month(day, months, expected):
    assert months_after(day, months) == expected


def test_a_replaced_sentence_reads_as_one_change():
    pieces = word_changes(
        "Volymen samlas upp. Bedöms från fall till fall.",
        "Volymen samlas upp. Räknas som invallad.",
    )
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "Volymen samlas upp. "),
        ("out", "Bedöms från fall till fall"),
        ("in", "Räknas som invallad"),
        ("same", "."),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "nytt"), ("gammalt", ""), ("a b c", "a c"), ("lika", "lika"), ("", "")],
)
def test_what_is_left_and_put_in_makes_the_new_text(before, after):
    pieces = word_changes(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "out").split() == after.split()
    assert "".join(piece.text for piece in pieces if piece.kind != "in").split() == before.split()


def test_clauses_are_numbered_by_chapter():
    places = numbers_of(["Syfte", "Grunder", "Grunder", "Egenkontroll"])
    assert [place.number for place in places] == ["1.1", "2.1", "2.2", "3.1"]
    assert [place.is_first for place in places] == [True, True, False, True]
