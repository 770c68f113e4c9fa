"""The common calendar's entries in order, and a month of them as weeks."""

from calendar import Calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samsyn.core.clock.interface import localtime, today
from samsyn.core.registry.interface import CalendarEntry, calendar_entries
from samsyn.organisations.interface import Actor

LONG = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month's table."""

    day: date
    is_in_month: bool
    is_today: bool
    entries: tuple[CalendarEntry, ...]


def day_of(moment: date | datetime) -> date:
    """The day on the clock on the wall in Stockholm."""
    return localtime(moment).date() if isinstance(moment, datetime) else moment


def entries_of(
    collaboration_id: int, actor: Actor | None, *, first: date | None = None
) -> list[CalendarEntry]:
    """What every package has in the calendar from a day on, in order; visitors get only what is public."""
    found = (
        entry
        for provider in calendar_entries.providers()
        for entry in provider(collaboration_id, actor, first)
        if actor is not None or entry.audience == "public"
    )
    return sorted(found, key=lambda entry: (day_of(entry.starts), entry.title))


def month_as_typed(text: str, day: date) -> date:
    """The first day of the month written as 2027-01; this month when it is not one."""
    try:
        return datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007  # a month has no time zone
    except ValueError:
        return day.replace(day=1)


def weeks_of(first: date, entries: Sequence[CalendarEntry]) -> list[tuple[int, list[Day]]]:
    """The month's weeks, Monday first, each with its number and seven days."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return [
        (days[0].isocalendar().week, [_day(day, first, entries) for day in days]) for days in weeks
    ]


def _day(day: date, first: date, entries: Iterable[CalendarEntry]) -> Day:
    on_it = tuple(entry for entry in entries if _is_on(entry, day))
    return Day(day, day.month == first.month, day == today(), on_it)


def _is_on(entry: CalendarEntry, day: date) -> bool:
    """Whether it is drawn that day: what lasts for weeks only on its first and last day."""
    first, last = day_of(entry.starts), day_of(entry.ends or entry.starts)
    if last - first > LONG:
        return day in (first, last)
    return first <= day <= last
