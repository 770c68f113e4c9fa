"""The calendar: list, month, filters, and feeds that other programs read."""

from datetime import date, datetime, timedelta
from email import message_from_bytes
from io import StringIO
from xml.etree import ElementTree

import pytest
from dateutil.tz import tzical
from django.utils import timezone
from icalendar import Calendar

from samsyn.core.clock.interface import today
from samsyn.core.mail.interface import Mail, invitation_of, retry_waiting
from samsyn.core.registry.interface import CalendarEntry, calendar_entries
from samsyn.learning.actions.arranging import change_event
from samsyn.learning.actions.registering import cancel
from samsyn.learning.models import CalendarFeed
from samsyn.learning.month import month_as_typed
from samsyn.learning.tests.factories import Course, make_course
from samsyn.lib.calendars import STOCKHOLM
from samsyn.organisations.interface import Role, end_membership
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def text(answer) -> str:
    return answer.content.decode()


def events_in(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_the_list_groups_by_month_and_keeps_what_is_members_own(world, monkeypatch) -> None:
    def days(pk, viewer, first):
        return [
            CalendarEntry("a", "Vinterträff", today() + timedelta(days=40), None, "/"),
            CalendarEntry(
                "b", "Länge", today() - timedelta(days=60), today(), "/", audience="public"
            ),
        ]

    monkeypatch.setattr(calendar_entries, "_providers", {"test.dates": days})
    member = text(world.client(world.person("eva", Role.OFFICER, world.aneby)).get("/kalender/"))
    assert (
        member.index("November 2026") < member.index("Januari 2027") < member.index("Vinterträff")
    )
    assert "September" not in member, "what began earlier stands in this month"
    assert "Vinterträff" not in text(world.client().get("/kalender/"))


def test_an_empty_calendar_says_what_fills_it(world, monkeypatch) -> None:
    monkeypatch.setattr(calendar_entries, "_providers", {})
    assert "när de har loggat in" in text(world.client().get("/kalender/"))


def test_a_month_shows_its_days_and_filters_hold(course: Course) -> None:
    client = course.world.client(course.officer("anna"))
    month = {"vy": "manad", "manad": "2026-12"}
    assert "Hygienlokaler" in text(client.get("/kalender/", month))
    assert "Hygienlokaler</a>" not in text(client.get("/kalender/", month | {"manad": "2027-03"}))
    assert "Hygienlokaler</a>" in text(client.get("/kalender/", month | {"omrade": "hygiene"}))
    assert "Hygienlokaler</a>" not in text(client.get("/kalender/", month | {"omrade": "noise"}))
    for bad in ({"manad": "2026-99", "vy": "x"}, {"omrade": "påhittat"}):
        assert client.get("/kalender/", bad).status_code == 200
    assert month_as_typed("nonsens", today()) == today().replace(day=1)


def test_an_invitation_keeps_its_name_grows_its_number_and_is_taken_away(course: Course) -> None:
    held = course.registers("anna")
    later = course.event.starts_at + timedelta(days=1)
    change_event(
        by=course.coordinator, event=course.event,
        values={"starts_at": later, "ends_at": later + timedelta(hours=6)},
    )  # fmt: skip
    cancel(by=course.coordinator, registration=held)
    sent = [Calendar.from_ical(invitation_of(mail)) for mail in Mail.objects.order_by("pk")]
    assert [str(one["method"]) for one in sent] == ["REQUEST", "REQUEST", "CANCEL"]
    events = [one.walk("VEVENT")[0] for one in sent]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [0, 1, 2]
    assert [str(event["status"]) for event in events][-1] == "CANCELLED"
    start = events[1].decoded("dtstart")
    assert start == later
    assert events[1]["dtstart"].params["TZID"] == "Europe/Stockholm"
    assert [str(zone["tzid"]) for zone in sent[0].walk("VTIMEZONE")] == ["Europe/Stockholm"]


def test_the_time_zone_that_goes_with_it_has_the_right_rules(course: Course) -> None:
    """Read by dateutil, which knows nothing of the library that wrote it."""
    course.registers("anna")
    written = invitation_of(Mail.objects.get())
    lines = written.replace("\r\n ", "").splitlines()
    assert "TZID:Europe/Stockholm" in lines
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]
    stockholm = tzical(StringIO("\r\n".join(zone))).get("Europe/Stockholm")
    for days in range(15 * 365):
        noon = datetime(2026, 1, 1, 12, tzinfo=STOCKHOLM) + timedelta(days=days)
        assert noon.replace(tzinfo=stockholm).utcoffset() == noon.utcoffset(), noon
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))


def test_the_letter_carries_the_invitation_as_calendars_want_it(course: Course, mailoutbox) -> None:
    course.registers("anna")
    Mail.objects.update(attempts=1)
    assert retry_waiting() == 1
    message = message_from_bytes(mailoutbox[0].message().as_bytes())
    part = next(one for one in message.walk() if one.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    assert events_in(part.get_payload(decode=True))
    assert Mail.objects.get().calendar == "", "the text is not kept when it has left"


def test_a_persons_own_address_is_secret_and_can_be_closed(course: Course) -> None:
    world = course.world
    held = course.registers("anna")
    client = world.client(held.person)
    page = client.post("/kalender/adress/", {"what": "make"})
    path = "/kalender" + page.context["address"].split("/kalender")[1]
    assert path.split("/")[-1].removesuffix(".ics") not in CalendarFeed.objects.get().secret_hash
    events = events_in(world.client().get(path).content)
    assert [str(one["summary"]) for one in events] == ["Hygienlokaler"], (
        "once, as she is registered"
    )
    assert timezone.is_aware(events[0].decoded("dtstart"))
    other = world.client(host=world.other.host)
    assert other.get(path).status_code == 404
    client.post("/kalender/adress/", {"what": "make"})
    assert world.client().get(path).status_code == 404, "a new one closes the old"


def test_who_has_left_has_no_calendar(course: Course) -> None:
    held = course.registers("anna")
    page = course.world.client(held.person).post("/kalender/adress/", {"what": "make"})
    path = "/kalender" + page.context["address"].split("/kalender")[1]
    end_membership(by=None, membership=course.world.membership(held.person), reason="Slutar")
    assert course.world.client().get(path).status_code == 404


def test_everyones_feed_holds_public_events_by_area(world: World) -> None:
    course = make_course(world, is_public=True, video_link="https://video.exempel.se/rum")
    client = world.client()
    answer = client.get("/kalender/alla.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert [str(one["summary"]) for one in events_in(answer.content)] == ["Hygienlokaler"]
    assert b"video.exempel.se" not in answer.content
    assert len(events_in(client.get("/kalender/omrade/hygiene.ics").content)) == 1
    assert events_in(client.get("/kalender/omrade/noise.ics").content) == []
    assert client.get("/kalender/omrade/finns-inte.ics").status_code == 404
    change_event(by=course.coordinator, event=course.event, values={"is_public": False})
    assert events_in(client.get("/kalender/alla.ics").content) == []


def test_news_readers_get_public_events_by_area_and_no_cookie(world: World) -> None:
    make_course(world, is_public=True, summary="Om smittskydd.")
    client = world.client()
    for path in ("rss.xml", "atom.xml", "omrade/hygiene/rss.xml", "omrade/hygiene/atom.xml"):
        answer = client.get(f"/kalender/{path}")
        tree = ElementTree.fromstring(answer.content)
        assert tree.tag.rpartition("}")[2] == path.rpartition("/")[2].removesuffix(".xml").replace(
            "atom", "feed"
        )
        assert "Hygienlokaler" in text(answer)
        assert "/kurser/hygien/" in text(answer)
    assert "Hygienlokaler" not in text(client.get("/kalender/omrade/noise/atom.xml"))
    assert client.get("/kalender/omrade/finns-inte/rss.xml").status_code == 404
    for path in (
        "/kalender/",
        "/kalender/?omrade=hygiene",
        "/kurser/",
        "/kurser/hygien/",
        "/intyg/",
    ):
        assert not client.get(path).cookies, path


def test_a_members_event_is_in_no_news_reader(world: World) -> None:
    make_course(world)
    for path in ("rss.xml", "atom.xml"):
        assert "Hygienlokaler" not in text(world.client().get(f"/kalender/{path}"))
    assert world.client().get("/kurser/hygien/kalender.ics").status_code == 404


def test_what_is_over_is_not_asked_for(world, monkeypatch) -> None:
    asked = []

    def days(pk, viewer, first):
        asked.append(first)
        return []

    monkeypatch.setattr(calendar_entries, "_providers", {"test.dates": days})
    world.client().get("/kalender/")
    world.client().get("/kalender/?vy=manad&manad=2027-01")
    assert asked == [today(), date(2027, 1, 1)]
