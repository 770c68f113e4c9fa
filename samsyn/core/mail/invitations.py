"""An invitation that goes with a letter: kept as facts when the act is done, written as iCalendar when the letter leaves.

Whoever registers waits for the first and not for the second. RFC 5545 and 5546: an invitation keeps its UID for good and its
SEQUENCE only grows, so Outlook and phones change and take away what they hold.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Event, vCalAddress, vText

from samsyn.lib.calendars import STOCKHOLM, calendar_text, new_calendar

REQUEST, CANCEL = "REQUEST", "CANCEL"


@dataclass(frozen=True, slots=True)
class Invitation:
    """What one person's calendar takes in (REQUEST) or takes away (CANCEL)."""

    uid: str
    sequence: int
    method: str
    title: str
    starts: datetime
    ends: datetime
    place: str
    description: str
    url: str
    organiser: str
    organiser_name: str
    attendee: str
    attendee_name: str

    def as_json(self) -> str:
        """As the queue keeps it."""
        return json.dumps(asdict(self), default=datetime.isoformat, ensure_ascii=False)


def invitation_from_json(text: str) -> Invitation:
    """As the queue kept it."""
    values = json.loads(text)
    times = {name: datetime.fromisoformat(values[name]) for name in ("starts", "ends")}
    return Invitation(**{**values, **times})


def invitation_text(invitation: Invitation, *, made: datetime) -> str:
    """The iCalendar text; `made` is when the act was done."""
    calendar = new_calendar(method=invitation.method)
    entry = Event()
    cancels = invitation.method == CANCEL
    entry.add("uid", invitation.uid)
    entry.add("sequence", invitation.sequence)
    entry.add("status", "CANCELLED" if cancels else "CONFIRMED")
    entry.add("summary", invitation.title)
    entry.add("dtstamp", made)
    entry.add("dtstart", invitation.starts.astimezone(STOCKHOLM))
    entry.add("dtend", invitation.ends.astimezone(STOCKHOLM))
    entry.add("location", invitation.place)
    entry.add("description", invitation.description)
    entry.add("url", invitation.url)
    entry["organizer"] = _who(invitation.organiser, invitation.organiser_name)
    attendee = _who(invitation.attendee, invitation.attendee_name)
    attendee.params["PARTSTAT"] = vText("DECLINED" if cancels else "ACCEPTED")
    entry.add("attendee", attendee, encode=False)
    if not cancels:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", invitation.title)
        alarm.add("trigger", timedelta(hours=-24))
        entry.add_component(alarm)
    calendar.add_component(entry)
    return calendar_text(calendar)


def _who(email: str, name: str) -> vCalAddress:
    who = vCalAddress(f"MAILTO:{email}")
    who.params["CN"] = vText(name)
    return who
