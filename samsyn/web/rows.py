"""Turns what other packages registered into rows that the components draw."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.components.interface import DateRow, TodoRow
from samsyn.core.registry.interface import CalendarEntry, WaitingItem
from samsyn.web.queries import day_of
from samsyn.web.rules import SOON_DAYS, days_left


def todo_row(item: WaitingItem, day: date, *, primary: bool = False) -> TodoRow:
    """One thing that waits; its deadline says how many days are left on `day`."""
    left = None if item.deadline is None else days_left(item.deadline, day)
    return TodoRow(
        title=item.title,
        detail=item.detail,
        url=item.url,
        button=item.button,
        icon=item.icon,
        deadline="" if item.deadline is None else _deadline(item.deadline, left or 0),
        soon=left is not None and left <= SOON_DAYS,
        primary=primary,
        exempeldata=item.exempeldata,
    )


def weeks_of(entries: Sequence[CalendarEntry], day: date) -> list[tuple[str, list[DateRow]]]:
    """The days by week, each week with its number; the week of `day` says so. What began earlier stands in it."""
    weeks: dict[tuple[int, int], list[DateRow]] = {}
    for entry in entries:
        year, week, _weekday = max(day_of(entry.starts), day).isocalendar()
        weeks.setdefault((year, week), []).append(date_row(entry))
    this = day.isocalendar()[:2]
    return [
        (
            (_("Week %(week)s, now") if week == this else _("Week %(week)s")) % {"week": week[1]},
            rows,
        )
        for week, rows in sorted(weeks.items())
    ]


def date_row(entry: CalendarEntry) -> DateRow:
    """One day of the calendar."""
    return DateRow(
        day=day_of(entry.starts),
        title=entry.title,
        detail=entry.detail,
        url=entry.url,
        exempeldata=entry.exempeldata,
    )


def _deadline(deadline: date, left: int) -> str:
    words = _("Last day %(day)s") % {"day": date_format(deadline, "j F Y")}
    if left < 0:
        return _("%(words)s, has passed") % {"words": words}
    days = ngettext("%(number)s day left", "%(number)s days left", left) % {"number": left}
    return f"{words}, {days}"
