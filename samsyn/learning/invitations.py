"""Events as iCalendar: invitations that come by mail, and feeds that a calendar subscribes to.

RFC 5545 and 5546: a registration keeps its UID for good and its SEQUENCE only grows, so Outlook and phones change and
take away what they hold. Times stand in Europe/Stockholm with the time zone's own rules beside them.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, vCalAddress, vText
from icalendar import Event as Entry

from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import CalendarEntry
from samsyn.learning.models import Event, Registration

STOCKHOLM = ZoneInfo("Europe/Stockholm")
REQUEST, CANCEL = "REQUEST", "CANCEL"


def uid_of(registration: Registration, event: Event) -> str:
    """The stable name of one person's entry in her calendar."""
    return f"{registration.pk}-{event.uid}"


def invitation(event: Event, registration: Registration, *, url: str, method: str) -> str:
    """The invitation of one registration, or (CANCEL) what takes it away."""
    calendar = _calendar(method=method)
    entry = Entry()
    entry.add("uid", uid_of(registration, event))
    entry.add("sequence", event.sequence + registration.sequence)
    entry.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    _describe(entry, event, url=url, with_link=method == REQUEST)
    organiser = vCalAddress(f"MAILTO:{event.collaboration.contact_email or 'noreply@samsyn'}")
    organiser.params["CN"] = vText(event.collaboration.name)
    entry["organizer"] = organiser
    attendee = vCalAddress(f"MAILTO:{registration.email}")
    attendee.params["CN"] = vText(registration.name)
    attendee.params["PARTSTAT"] = vText("DECLINED" if method == CANCEL else "ACCEPTED")
    entry.add("attendee", attendee, encode=False)
    if method == REQUEST:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", timedelta(hours=-24))
        entry.add_component(alarm)
    calendar.add_component(entry)
    return _text(calendar)


def feed(
    name: str,
    entries: Iterable[CalendarEntry],
    mine: Iterable[tuple[Event, Registration]] = (),
    *,
    site: str,
) -> str:
    """A calendar to subscribe to: what is in the common calendar, and a person's own events as she is registered."""
    calendar = _calendar(name=name)
    for event, registration in mine:
        entry = Entry()
        entry.add("uid", uid_of(registration, event))
        entry.add("sequence", event.sequence + registration.sequence)
        entry.add("status", "CANCELLED" if event.state == "cancelled" else "CONFIRMED")
        _describe(entry, event, url=f"{site}/kurser/{event.slug}/", with_link=True)
        calendar.add_component(entry)
    for found in entries:
        calendar.add_component(_entry_of(found, site))
    return _text(calendar)


def _entry_of(found: CalendarEntry, site: str) -> Entry:
    entry = Entry()
    entry.add("uid", f"{found.uid}@samsyn")
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


def _describe(entry: Entry, event: Event, *, url: str, with_link: bool) -> None:
    title = f"{event.title} (exempeldata)" if event.is_example else event.title
    entry.add("summary", title)
    entry.add("dtstamp", now())
    entry.add("dtstart", _when(event.starts_at))
    entry.add("dtend", _when(event.ends_at))
    entry.add("location", event.place or (event.video_link if with_link else ""))
    link = f"\n{event.video_link}" if event.video_link and with_link else ""
    entry.add("description", f"{event.summary}\n{url}{link}".strip())
    entry.add("url", url)


def _when(value: date | datetime) -> date | datetime:
    return value.astimezone(STOCKHOLM) if isinstance(value, datetime) else value


def _calendar(*, name: str = "", method: str = "") -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Samsyn//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if method:
        calendar.add("method", method)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(hours=4), {"VALUE": "DURATION"})
        calendar["x-published-ttl"] = "PT4H"
    return calendar


def _text(calendar: Calendar) -> str:
    calendar.add_missing_timezones()
    return str(calendar.to_ical().decode())
