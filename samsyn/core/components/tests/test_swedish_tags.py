"""Filters write in the reader's language, and nothing for nothing."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.template import Context, Template
from django.utils import translation

NARROW, HARD = "\u202f", "\u00a0"


def written(source, **values):
    return Template("{% load swedish %}" + source).render(Context(values, autoescape=False))


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ v|number }}", 1038, f"1{NARROW}038"),
        ("{{ v|number:1 }}", 4, "4,0"),
        ("{{ v|number }}", None, ""),
        ("{{ v|percent }}", Fraction(32, 100), f"32{HARD}%"),
        ("{{ v|percent }}", None, ""),
        ("{{ v|share:11 }}", 8, "8 av 11"),
        ("{{ v|share:117 }}", 84, f"72{HARD}%"),
        ("{{ v|share:0 }}", 0, "–"),
        ("{{ v|of:117 }}", 84, "84 av 117"),
        ("{{ v|longdate }}", date(2026, 11, 23), "23 november 2026"),
        ("{{ v|shortdate }}", date(2026, 11, 23), "23 nov"),
        ("{{ v|shortdate }}", date(2025, 11, 23), "23 nov 2025"),
        ("{{ v|longdate }}{{ v|shortdate }}{{ v|weekday }}{{ v|week }}{{ v|clock }}", None, ""),
        ("{{ v|weekday }}", date(2026, 11, 23), "måndag"),
        ("{{ v|week }}", date(2026, 11, 23), f"vecka{HARD}48"),
        ("{{ v|joined }}", ["Aneby", "Eksjö", "Tranås"], "Aneby, Eksjö och Tranås"),
    ],
)
def test_in_swedish(source, value, text):
    assert written(source, v=value) == text


def test_a_moment_is_said_in_the_time_and_on_the_day_of_stockholm():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert written("{{ v|longdate }} {{ v|clock }}", v=late) == "23 november 2026 0.30"


def test_a_period_needs_both_its_days():
    days = {"a": date(2026, 9, 1), "b": date(2026, 12, 11)}
    assert written("{% period a b %}", **days) == "1 sep – 11 dec 2026"
    assert written("{% period a b %}", a=None, b=days["b"]) == ""


def test_in_english():
    with translation.override("en"):
        assert written("{{ v|share:11 }}", v=8) == "8 of 11"
