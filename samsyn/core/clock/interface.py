"""The time now, in one place, so that tests and the demo county can say what day it is."""

from datetime import date, datetime

from django.utils import timezone

__all__ = ["localtime", "now", "today"]


def now() -> datetime:
    """The moment now, with time zone."""
    return timezone.now()


def localtime(moment: datetime | None = None) -> datetime:
    """The moment (now when left out) as the clock on the wall in Stockholm shows it."""
    return timezone.localtime(moment)


def today() -> date:
    """The date today in Stockholm."""
    return timezone.localdate()
