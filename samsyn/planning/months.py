"""Months of an activity in words and as parts of a year."""

from datetime import date
from typing import Protocol

from django.utils import formats

MONTHS = range(1, 13)


class HasMonths(Protocol):
    """Anything with a first and a last month, 1 to 12."""

    first_month: int
    last_month: int


def month_name(month: int) -> str:
    """The month's name, such as april."""
    return formats.date_format(date(2000, month, 1), "F").lower()


def months_text(item: HasMonths) -> str:
    """The months in words: april–oktober, or mars."""
    first, last = month_name(item.first_month), month_name(item.last_month)
    return first if first == last else f"{first}–{last}"


def bar_of(item: HasMonths) -> tuple[float, float]:
    """Where the bar begins and how long it is, in percent of a year's width."""
    return (item.first_month - 1) * 100 / 12, (item.last_month - item.first_month + 1) * 100 / 12
