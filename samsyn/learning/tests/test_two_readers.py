"""Our calendars are read by two libraries that know nothing of each other: icalendar (Python) and ical.js (Thunderbird's)."""

import json
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from samsyn.core.mail.interface import Mail, invitation_of
from samsyn.learning.actions.arranging import call_off, change_event
from samsyn.learning.tests.factories import Course, make_course
from scripts.node import program_dir

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import ICAL from 'ical.js';
const whole = new ICAL.Component(ICAL.parse(await new Response(process.stdin).text()));
for (const zone of whole.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const events = whole.getAllSubcomponents('vevent').map((part) => {
  const event = new ICAL.Event(part);
  return {
    uid: event.uid, sequence: event.sequence ?? 0, title: event.summary, status: part.getFirstPropertyValue('status'),
    starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid, alarms: part.getAllSubcomponents('valarm').length,
  };
});
console.log(JSON.stringify({ method: whole.getFirstPropertyValue('method'), events }));
"""


def by_ical_js(text: str) -> dict[str, Any]:
    done = subprocess.run(
        [program_dir() / "node", "--input-type=module", "-e", SCRIPT], input=text, cwd=ROOT,
        capture_output=True, text=True, check=True, timeout=60, env={"TZ": "Asia/Tokyo"},
    )  # fmt: skip
    return json.loads(done.stdout)


def by_icalendar(text: str) -> dict[str, Any]:
    whole = Calendar.from_ical(text)
    method = whole.get("method")
    return {
        "method": str(method) if method else None,
        "events": [
            {
                "uid": str(one["uid"]), "sequence": int(one.get("sequence", 0)), "title": str(one["summary"]),
                "status": str(one["status"]) if "status" in one else None,
                "starts": _utc(one.decoded("dtstart")), "ends": _utc(one.decoded("dtend")),
                "zone": one["dtstart"].params["TZID"], "alarms": len(one.walk("VALARM")),
            }
            for one in whole.walk("VEVENT")
        ],
    }  # fmt: skip


def _utc(moment: Any) -> str:
    return (moment - moment.utcoffset()).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def agreed(text: str) -> dict[str, Any]:
    """What both read, when it is the same."""
    first, second = by_icalendar(text), by_ical_js(text)
    assert first == second
    return first


def test_both_read_an_invitation_moved_into_summer_time_and_taken_away(course: Course) -> None:
    course.registers("anna")
    summer = course.event.starts_at + timedelta(days=210)
    change_event(
        by=course.coordinator, event=course.event,
        values={"starts_at": summer, "ends_at": summer + timedelta(hours=6), "title": "Hygien; på Å, i juli"},
    )  # fmt: skip
    call_off(by=course.coordinator, event=course.event, reason="Sjukdom")
    read = [agreed(invitation_of(mail)) for mail in Mail.objects.order_by("pk")]
    assert [one["method"] for one in read] == ["REQUEST", "REQUEST", "CANCEL"]
    events = [one["events"][0] for one in read]
    assert len({event["uid"] for event in events}) == 1
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert [event["status"] for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert events[1]["title"] == "Hygien; på Å, i juli"
    assert events[1]["starts"] == f"{summer:%Y-%m-%dT%H:%M:%S}.000Z"
    assert [event["alarms"] for event in events] == [1, 1, 0]
    assert {event["zone"] for event in events} == {"Europe/Stockholm"}


def test_both_read_everyones_feed_and_the_file_of_one_event(world) -> None:
    make_course(world, is_public=True)
    client = world.client()
    feed = agreed(client.get("/kalender/alla.ics").content.decode())
    file = agreed(client.get("/kurser/hygien/kalender.ics").content.decode())
    assert feed["events"] == file["events"]
    assert feed["events"][0]["title"] == "Hygienlokaler"
