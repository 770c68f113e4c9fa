"""The demo's courses and meetings: one to come with a waiting list, others to come, and two that were held. All invented."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from samsyn.core.clock.interface import today
from samsyn.demo.plan import Demo
from samsyn.learning.interface import (
    Event,
    Lecturer,
    Registration,
    add_lecturer,
    add_material,
    certify,
    evaluate,
    follow_up,
    keep_agreement,
    make_event,
    open_event,
    record_held_event,
    register,
    set_programme,
)
from samsyn.network.interface import active_networks
from samsyn.organisations.interface import Actor, actor_of

COURSE_OFFICES = ("aneby", "eksjo", "gislaved", "habo-mullsjo", "jonkoping", "nassjo", "savsjo")
GRADES = ((8, 8, 9, 9), (7, 7, 9, 8), (9, 8, 9, 10), (8, 7, 8, 8), (6, 7, 8, 7), (9, 9, 10, 9))
PROGRAMME = (
    (9, "Reglerna för hygienlokaler"),
    (11, "Så bedömer vi lika: fyra fall"),
    (13, "Att skriva beslutet"),
)


def to_come(demo: Demo) -> None:
    """A course that is nearly full, an officers' meeting and an open webinar."""
    by = _actor(demo, "samordnare@exempel.se")
    course = _course(demo, by)
    for slug in COURSE_OFFICES:
        officer = _actor(demo, f"handlaggare.{slug}@exempel.se")
        register(
            by=officer, event=course, person=officer.person, office=officer.office,
            food="vegetarisk kost" if slug == "eksjo" else "",
        )  # fmt: skip
    meeting = _open(
        demo, by, slug="handlaggartraff-halsoskydd", kind="officers_meeting", title="Handläggarträff hälsoskydd",
        summary="Skolkampanjen vid halvtid: vad vi ser, vad vi bedömer olika och hur vi går vidare.", days=9, start=13,
        length=3, hours=3, place="Rådhuset, Nässjö", seats=30, areas=["schools", "indoor"], series="Handläggarträffar",
        network=active_networks(demo.county).get(slug="halsoskydd"),
    )  # fmt: skip
    officer = _actor(demo, "handlaggare.vetlanda@exempel.se")
    register(by=officer, event=meeting, person=officer.person, office=officer.office)
    _open(
        demo, by, slug="webbinarium-enskilda-avlopp", kind="webinar", title="Enskilda avlopp: vad gäller i ditt län?",
        summary="För dig som äger ett avlopp eller bygger ett. Handläggare från tre kontor svarar på frågor.", days=23,
        start=18, length=1, hours=0, place="", seats=200, areas=["sewage"], is_public=True, takes_guests=True,
        video_link="https://exempel.se/webbinarium",
    )  # fmt: skip


def held(demo: Demo) -> None:
    """A course in the spring with evaluation, follow-up and certificates, and a workshop in the autumn."""
    by = _actor(demo, "samordnare@exempel.se")
    spring = _held(
        demo, by, slug="kemikalier-i-verkstader", kind="course", title="Kemikalier i verkstäder", days=-160, hours=6,
        areas=["chemicals"], place="Länsstyrelsen, Jönköping",
        offices=("eksjo", "gislaved", "jonkoping", "nassjo", "tranas", "varnamo"),
    )  # fmt: skip
    _lecturer(demo, by, spring)
    for registration, grades in zip(_registrations(spring), GRADES, strict=True):
        words = ("overall", "expectation", "lecturer", "usefulness")
        evaluate(by=None, registration=registration, values=dict(zip(words, grades, strict=True)))
        follow_up(by=None, registration=registration, change="yes" if grades[3] > 8 else "partly", what="")  # fmt: skip
    certify(by=by, registration=_registrations(spring)[0])
    _held(
        demo, by, slug="workshop-skriva-beslut", kind="workshop", title="Workshop: skriva beslut som håller", days=-40,
        hours=3, areas=["law"], place="Region Jönköpings län", offices=("aneby", "vaggeryd", "vetlanda", "varnamo"),
    )  # fmt: skip


def _course(demo: Demo, by: Actor) -> Event:
    course = _open(
        demo, by, slug="hygienlokaler", kind="course", title="Tillsyn av hygienlokaler",
        summary="En dag om smittskydd, lokaler och egenkontroll hos dem som sticker, skär eller tatuerar.", days=30,
        start=9, length=7, hours=6, place="Länsstyrelsen, Jönköping", seats=6, seats_per_office=1, areas=["hygiene"],
        target_group="Handläggare i hälsoskydd", prior_knowledge="Du har gjort minst ett besök i en hygienlokal.",
        questions="Vilket fall vill du att vi tar upp?", asks_needs=True,
    )  # fmt: skip
    lecturer = _lecturer(demo, by, course)
    day = timezone.localtime(course.starts_at).date()
    set_programme(
        by=by,
        event=course,
        sessions=[
            {"starts_at": _at(day, hour), "ends_at": _at(day, hour + 2), "title": title, "lecturer": lecturer}
            for hour, title in PROGRAMME
        ],
    )  # fmt: skip
    add_material(
        by=by, event=course, title="Fall att läsa före kursen", name="fall.txt",
        content="Exempeldata. Fall 1: en tatuerare har bytt lokal utan att anmäla det.".encode(),
    )  # fmt: skip
    return course


def _open(
    demo: Demo, by: Actor, *, slug: str, days: int, start: int, length: int, **values: Any
) -> Event:
    day = today() + timedelta(days=days)
    event = make_event(
        by=by, collaboration=demo.county, slug=slug, is_example=True, starts_at=_at(day, start),
        ends_at=_at(day, start + length), last_day=day - timedelta(days=5), **values,
    )  # fmt: skip
    return open_event(by=by, event=event)


def _held(
    demo: Demo, by: Actor, *, slug: str, days: int, offices: tuple[str, ...], **values: Any
) -> Event:
    day = today() + timedelta(days=days)
    there = [_actor(demo, f"handlaggare.{office}@exempel.se") for office in offices]
    return record_held_event(
        by=by, collaboration=demo.county, slug=slug, is_example=True, starts_at=_at(day, 9), ends_at=_at(day, 16),
        last_day=day - timedelta(days=5), seats=20, attended=[(one.person, one.office) for one in there], **values,
    )  # fmt: skip


def _lecturer(demo: Demo, by: Actor, event: Event) -> Lecturer:
    person = demo.people["forelasare@exempel.se"]
    lecturer = add_lecturer(
        by=by, event=event, name=person.name, organisation="Ekstrand utbildning", person=person,
        asked="En dag med fyra fall ur verkligheten. Skicka bilderna en vecka före, så läser vi dem.",
    )  # fmt: skip
    agreement = f"Exempeldata. Avtal om {event.title}: arvode 12 000 kr, resa mot kvitto, materialet får delas."
    return keep_agreement(by=by, lecturer=lecturer, name="avtal.txt", content=agreement.encode())


def _registrations(event: Event) -> list[Registration]:
    return list(event.registrations.order_by("order"))


def _at(day: Any, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _actor(demo: Demo, email: str) -> Actor:
    return actor_of(demo.people[email])
