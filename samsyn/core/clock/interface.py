"""The time now, in one place, so that tests and the demo county can say what day it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

__all__ = ["as_of", "localtime", "now", "today"]

_moment: ContextVar[datetime | None] = ContextVar("samsyn_moment", default=None)


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Inside, the clock stands at that moment: the demo county does last year's work with it, and nothing else should.

    ValueError for a moment without time zone.
    """
    if timezone.is_naive(moment):
        raise ValueError("a moment needs its time zone")
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


def now() -> datetime:
    """The moment now, with time zone."""
    return _moment.get() or timezone.now()


def localtime(moment: datetime | None = None) -> datetime:
    """The moment (now when left out) as the clock on the wall in Stockholm shows it."""
    return timezone.localtime(moment or now())


def today() -> date:
    """The date today in Stockholm."""
    return timezone.localdate(now())
