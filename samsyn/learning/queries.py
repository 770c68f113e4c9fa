"""Reading events and registrations, including what a person may see."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from samsyn.core.clock.interface import now
from samsyn.core.rows.interface import Prepared
from samsyn.learning.codes import ACTIVE, HOLDING, Attendance, EventState, Seat
from samsyn.learning.models import CalendarFeed, Event, Registration
from samsyn.network.interface import Area
from samsyn.organisations.interface import (
    Actor,
    Collaboration,
    Office,
    Permission,
    Person,
    members_of,
)


def events_seen_by(actor: Actor | None, collaboration: Collaboration) -> QuerySet[Event]:
    """The events a reader may know of: visitors the public ones, lecturers their own, members all that are open."""
    seen = _events_for(_reader(actor), collaboration.pk, actor.pk if actor else 0)
    return seen.select_related("collaboration")


def event_by_address(actor: Actor | None, collaboration: Collaboration, slug: str) -> Event | None:
    """The event of an address, if the reader may know of it: one that takes guests also by who was given the address."""
    person = actor.pk if actor else 0
    return _BY_ADDRESS[_reader(actor)].first(here=collaboration.pk, person=person, slug=slug)


def _reader(actor: Actor | None) -> str:
    if actor is None:
        return "visitor"
    if actor.may(Permission.RUN_COLLABORATION):
        return "organiser"
    return "member" if actor.may(Permission.SEE_MEMBER_PAGES) else "lecturer"


def _events_for(
    reader: str, here: int, person: int, *, by_address: bool = False
) -> QuerySet[Event]:
    events = Event.objects.filter(collaboration_id=here)
    if reader == "organiser":
        return events
    events = events.exclude(state=EventState.DRAFT)
    if reader == "member":
        return events
    shown = Q(is_public=True) | (Q(takes_guests=True) if by_address else Q())
    if reader == "lecturer":
        return events.filter(shown | Q(lecturers__person_id=person)).distinct()
    return events.filter(shown)


def _asked_by_address(reader: str) -> Prepared[Event]:
    return Prepared(
        lambda here, person, slug: _events_for(reader, here, person, by_address=True).filter(
            slug=slug
        ),
        here=-1, person=-2, slug="stand-in",
    )  # fmt: skip


_BY_ADDRESS = {
    reader: _asked_by_address(reader) for reader in ("visitor", "lecturer", "member", "organiser")
}


def public_events_to_come(collaboration: Collaboration, *, area: str = "") -> list[Event]:
    """Events that everyone may see and that are not over, the newest first; of one area when one is given."""
    found = events_seen_by(None, collaboration).filter(state=EventState.OPEN, ends_at__gte=now())
    # Asked here and not in the database: SQLite cannot look into a list of areas.
    return [one for one in found.order_by("-made_at", "-pk") if not area or area in one.areas]


def open_events_to_come() -> list[Event]:
    """Events of all collaborations that are open and have not begun."""
    found = Event.objects.filter(state=EventState.OPEN, starts_at__gt=now())
    return list(found.select_related("collaboration"))


def others_in_series(event: Event, actor: Actor | None) -> QuerySet[Event]:
    """The other events of the same series that the reader may know of, in order of time."""
    if not event.series:
        return Event.objects.none()
    seen = events_seen_by(actor, event.collaboration)
    return seen.filter(series__iexact=event.series).exclude(pk=event.pk).order_by("starts_at")


def cancelled_late(event: Event) -> QuerySet[Registration]:
    """Those who cancelled after the day from which cancelling is late."""
    return event.registrations.filter(seat=Seat.CANCELLED, is_late=True).order_by("cancelled_at")


def with_counts(events: QuerySet[Event]) -> QuerySet[Event]:
    """The events with how many hold a seat (`held`) and wait (`waits`)."""
    return events.annotate(
        held=Count("registrations", filter=Q(registrations__seat__in=HOLDING), distinct=True),
        waits=Count("registrations", filter=Q(registrations__seat=Seat.WAITING), distinct=True),
    )


def own_registration(event: Event, actor: Actor | None) -> Registration | None:
    """Her registration that holds or waits for a seat, whichever office she belongs to today."""
    if actor is None:
        return None
    return event.registrations.filter(person_id=actor.pk, seat__in=ACTIVE).first()


def own_events(person_id: int) -> list[tuple[Event, Registration]]:
    """The events a person has a seat at, also those called off, for her calendar."""
    rows = (
        Registration.objects.filter(person_id=person_id, seat=Seat.CONFIRMED)
        .select_related("event__collaboration")
        .order_by("event__starts_at")
    )
    return [(row.event, row) for row in rows]


def place_in_line(registration: Registration) -> int:
    """Her number in the waiting list, from 1."""
    earlier = Registration.objects.filter(
        event_id=registration.event_id, seat=Seat.WAITING, order__lt=registration.order
    )
    return earlier.count() + 1


def colleagues_to_register(event: Event, offices: Sequence[Office]) -> list[Person]:
    """People of the offices who are not registered yet."""
    taken = event.registrations.filter(seat__in=ACTIVE, person__isnull=False).values("person_id")
    people = members_of(event.collaboration).filter(
        memberships__office__in=offices, memberships__ends=None
    )
    return list(people.exclude(pk__in=taken).distinct().order_by("name"))


def office_of(person: Person, offices: Iterable[Office]) -> Office | None:
    """In which of the offices she works today."""
    wanted = {office.pk: office for office in offices}
    held = person.memberships.filter(office_id__in=wanted, ends=None).first()
    return wanted[held.office_id] if held is not None and held.office_id is not None else None


def participants_of(event: Event) -> QuerySet[Registration]:
    """Everybody who has, is offered or waits for a seat, in the order they came, with office and needs."""
    return (
        event.registrations.filter(seat__in=ACTIVE)
        .select_related("office", "person", "needs")
        .order_by("order")
    )


def is_over(event: Event) -> bool:
    """Whether the event has been held."""
    return event.state == EventState.OPEN and event.ends_at <= now()


def secret_hash(secret: str) -> str:
    """What is kept of a calendar address. The secret has 256 random bits, so a plain hash cannot be searched."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_owner(collaboration: Collaboration, secret: str) -> Person | None:
    """Whose calendar address it is, while it is open and she belongs to the collaboration."""
    feed = (
        CalendarFeed.objects.filter(
            secret_hash=secret_hash(secret), revoked_at=None, person__collaboration=collaboration
        )
        .select_related("person__user", "person__collaboration")
        .first()
    )
    return feed.person if feed is not None and feed.person.user.is_active else None


def has_feed(person_id: int) -> bool:
    """Whether a calendar address of hers is open."""
    return CalendarFeed.objects.filter(person_id=person_id, revoked_at=None).exists()


@dataclass(frozen=True, slots=True)
class Learnt:
    """Courses that somebody, or an office, has attended: their number, hours, and hours per area."""

    courses: int
    hours: float
    areas: dict[str, float]


def learnt_by(**who: object) -> Learnt:
    """What those whom `who` picks out (a filter on registrations) have attended."""
    rows = Registration.objects.filter(attendance=Attendance.ATTENDED, **who).select_related(
        "event"
    )
    areas: dict[str, float] = {}
    for row in rows:
        for area in row.event.areas:
            areas[area] = areas.get(area, 0) + float(row.event.hours)
    return Learnt(len(rows), sum(float(row.event.hours) for row in rows), areas)


def offices_per_area(
    collaboration: Collaboration, offices: Sequence[Office]
) -> dict[str, list[Office]]:
    """For each area, the offices that have nobody who has attended a course in it: where the county is thin."""
    rows = Registration.objects.filter(
        attendance=Attendance.ATTENDED, event__collaboration=collaboration, office__in=offices
    ).values_list("office_id", "event__areas")
    covered: dict[str, set[int]] = {}
    for office_id, areas in rows:
        for area in areas:
            covered.setdefault(area, set()).add(office_id)
    return {
        area.value: [
            office for office in offices if office.pk not in covered.get(area.value, set())
        ]
        for area in Area
    }
