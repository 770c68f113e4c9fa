"""Events as iCalendar: invitations that come by mail, and feeds that a calendar subscribes to."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Event as Entry

from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import REQUEST, Invitation
from samsyn.core.registry.interface import CalendarEntry
from samsyn.learning.models import Event, Registration
from samsyn.lib.calendars import STOCKHOLM, calendar_text, new_calendar


def uid_of(registration: Registration, event: Event) -> str:
    """The stable name of one person's entry in her calendar."""
    return f"{registration.pk}-{event.uid}"


def invitation(event: Event, registration: Registration, *, url: str, method: str) -> Invitation:
    """The invitation of one registration, or (CANCEL) what takes it away."""
    with_link = method == REQUEST
    return Invitation(
        uid=uid_of(registration, event),
        sequence=event.sequence + registration.sequence,
        method=method,
        title=_title(event),
        starts=event.starts_at,
        ends=event.ends_at,
        place=_place(event, with_link=with_link),
        description=_description(event, url=url, with_link=with_link),
        url=url,
        organiser=event.collaboration.contact_email or "noreply@samsyn",
        organiser_name=event.collaboration.name,
        attendee=registration.email,
        attendee_name=registration.name,
    )


def feed(
    name: str,
    entries: Iterable[CalendarEntry],
    mine: Iterable[tuple[Event, Registration]] = (),
    *,
    site: str,
) -> str:
    """A calendar to subscribe to: what is in the common calendar, and a person's own events as she is registered."""
    calendar = new_calendar(name=name)
    for event, registration in mine:
        calendar.add_component(_own_entry(event, registration, site))
    for found in entries:
        calendar.add_component(_entry_of(found, site))
    return calendar_text(calendar)


def _own_entry(event: Event, registration: Registration, site: str) -> Entry:
    url = f"{site}/kurser/{event.slug}/"
    entry = Entry()
    entry.add("uid", uid_of(registration, event))
    entry.add("sequence", event.sequence + registration.sequence)
    entry.add("status", "CANCELLED" if event.state == "cancelled" else "CONFIRMED")
    entry.add("summary", _title(event))
    entry.add("dtstamp", now())
    entry.add("dtstart", _when(event.starts_at))
    entry.add("dtend", _when(event.ends_at))
    entry.add("location", _place(event, with_link=True))
    entry.add("description", _description(event, url=url, with_link=True))
    entry.add("url", url)
    return entry


def _entry_of(found: CalendarEntry, site: str) -> Entry:
    entry = Entry()
    entry.add("uid", found.uid if "@" in found.uid else f"{found.uid}@samsyn")
    entry.add("summary", f"{found.title} (exempeldata)" if found.exempeldata else found.title)
    entry.add("dtstamp", now())
    entry.add("dtstart", _when(found.starts))
    if found.ends is not None:
        is_day = isinstance(found.ends, date) and not isinstance(found.ends, datetime)
        # The end of a whole day is the day after (RFC 5545, 3.6.1).
        entry.add("dtend", found.ends + timedelta(days=1) if is_day else _when(found.ends))
    entry.add("url", found.url if found.url.startswith("http") else site + found.url)
    if found.detail:
        entry.add("description", found.detail)
    return entry


def _title(event: Event) -> str:
    return f"{event.title} (exempeldata)" if event.is_example else event.title


def _place(event: Event, *, with_link: bool) -> str:
    return event.place or (event.video_link if with_link else "")


def _description(event: Event, *, url: str, with_link: bool) -> str:
    link = f"\n{event.video_link}" if event.video_link and with_link else ""
    return f"{event.summary}\n{url}{link}".strip()


def _when(value: date | datetime) -> date | datetime:
    return value.astimezone(STOCKHOLM) if isinstance(value, datetime) else value
