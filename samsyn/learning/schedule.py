"""What is done every hour and every day without anybody asking: offers that ended, reminders, erasing, follow-up."""

from datetime import timedelta

from samsyn.core.clock.interface import localtime, now, today
from samsyn.learning.actions.attending import erase_needs
from samsyn.learning.actions.moving import follow_moves
from samsyn.learning.actions.registering import pass_on_ended_offers
from samsyn.learning.codes import Attendance, EventState, Seat
from samsyn.learning.letters import write_about_event
from samsyn.learning.models import Event
from samsyn.learning.queries import open_events_to_come
from samsyn.learning.rules import FOLLOW_UP_AFTER, NEEDS_KEPT_DAYS, REMINDER_DAYS

WRITE_FOR = timedelta(
    days=14
)  # a worker that stood still for a while catches up, but nobody gets old letters


def every_hour() -> int:
    """Passes on seats that nobody took in time, or that the release date set free."""
    events = Event.objects.filter(
        state=EventState.OPEN, starts_at__gt=now(), registrations__seat__in=[Seat.WAITING, Seat.OFFERED]
    )  # fmt: skip
    return sum(pass_on_ended_offers(by=None, event=event) for event in events.distinct())


def every_day() -> int:
    """Follows people who moved, reminds, asks for evaluations and follow-ups, erases needs. Each letter goes once."""
    moved = sum(follow_moves(by=None, event=event) for event in open_events_to_come())
    return moved + remind() + ask_afterwards() + erase_old_needs()


def remind() -> int:
    """A week and a day before, to all who have a seat."""
    written = 0
    for event in Event.objects.filter(state=EventState.OPEN, starts_at__gt=now()):
        if (localtime(event.starts_at).date() - today()).days in REMINDER_DAYS:
            for row in event.registrations.filter(seat=Seat.CONFIRMED):
                left = (localtime(event.starts_at).date() - today()).days
                write_about_event(event, row, "reminder", occasion=f"{left}")
                written += 1
    return written


def ask_afterwards() -> int:
    """The day after: evaluate. After three months: did practice change?"""
    written = 0
    for code, after, answered in (
        ("evaluate", timedelta(), "has_evaluated"),
        ("follow_up", FOLLOW_UP_AFTER, "has_followed_up"),
    ):
        latest = now() - after
        held = Event.objects.filter(
            state=EventState.OPEN, ends_at__lte=latest, ends_at__gt=latest - WRITE_FOR
        )
        for event in held:
            rows = event.registrations.filter(attendance=Attendance.ATTENDED, **{answered: False})
            for row in rows:
                write_about_event(event, row, code)
                written += 1
    return written


def erase_old_needs() -> int:
    """Food and access needs of events that ended a week ago."""
    ended = Event.objects.filter(
        asks_needs=True, needs_erased_at=None, ends_at__lte=now() - timedelta(days=NEEDS_KEPT_DAYS)
    )
    return sum(erase_needs(by=None, event=event) for event in ended)
