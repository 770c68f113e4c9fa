"""Filters that write numbers, dates and shares as the house does, in the reader's language."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction

from django import template
from django.utils import timezone

from samsyn.core.clock.interface import today
from samsyn.core.language.interface import reader_language
from samsyn.lib import swedish as words

register = template.Library()


def _day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter
def number(value: int | float | Fraction | None, decimals: int | None = None) -> str:
    """1 038 or 4,0; empty for nothing."""
    if value is None or value == "":
        return ""
    return words.format_number(value, decimals, language=reader_language())


@register.filter
def percent(share: Fraction | float | None) -> str:
    """A share from 0 to 1 as 32 %, rounded half up; empty for nothing."""
    if share is None:
        return ""
    exact = Fraction(share).limit_denominator(999)
    return words.format_percent(exact.numerator, exact.denominator, language=reader_language())


@register.filter
def share(part: int, whole: int) -> str:
    """{{ 8|share:11 }} is 8 av 11, {{ 84|share:117 }} is 72 %; of nothing a dash."""
    return words.format_share(part, whole, language=reader_language()) if whole else "–"


@register.filter
def of(part: int, whole: int) -> str:
    """{{ 8|of:11 }} is 8 av 11."""
    return words.format_count_of(part, whole, language=reader_language())


@register.filter
def longdate(value: date | datetime | None) -> str:
    """23 november 2026."""
    return words.format_date(_day(value), language=reader_language()) if value else ""


@register.filter
def shortdate(value: date | datetime | None) -> str:
    """23 nov; with the year when it is another than this one."""
    return (
        words.format_date(_day(value), short=True, today=today(), language=reader_language())
        if value
        else ""
    )


@register.filter
def clock(value: datetime | None) -> str:
    """9.05, as the clock on the wall in Stockholm."""
    return (
        words.format_time(timezone.localtime(value).time(), language=reader_language())
        if value
        else ""
    )


@register.filter
def weekday(value: date | None) -> str:
    """onsdag."""
    return words.format_weekday(_day(value), language=reader_language()) if value else ""


@register.filter
def week(value: date | datetime | None) -> str:
    """vecka 48."""
    return words.format_week(_day(value), language=reader_language()) if value else ""


@register.filter
def joined(values: Iterable[object]) -> str:
    """a, b och c."""
    return words.join_list([str(value) for value in values], language=reader_language())


@register.simple_tag
def period(start: date | None, end: date | None) -> str:
    """1 sep – 11 dec 2026; empty when a day is missing."""
    return words.format_period(start, end, language=reader_language()) if start and end else ""
