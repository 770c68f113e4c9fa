"""The seats of an event while its turn is held: read, given and offered."""

from collections import Counter

from samsyn.core.clock.interface import now, today
from samsyn.learning.codes import HOLDING, Seat
from samsyn.learning.letters import write_about_seat
from samsyn.learning.models import Event, Registration
from samsyn.learning.rules import Room, Waiting, next_in_line, offer_ends


def take_turn(event_id: int) -> Event:
    """The event with its row locked until the transaction ends: seats are given one person at a time.

    PostgreSQL locks the row; an SQLite transaction of ours begins with the write lock (IMMEDIATE) and holds it.
    """
    return (
        Event.objects.select_for_update(of=("self",))
        .select_related("collaboration")
        .get(pk=event_id)
    )


def room_of(event: Event) -> Room:
    """The seats and who holds them, an offered seat included."""
    offices = list(event.registrations.filter(seat__in=HOLDING).values_list("office_id", flat=True))
    return Room(
        seats=event.seats,
        per_office=event.seats_per_office,
        released_on=event.released_on,
        held=len(offices),
        held_by_office=dict(Counter(pk for pk in offices if pk is not None)),
    )


def waiting_of(event: Event) -> list[Waiting]:
    """The waiting list in the order people came."""
    rows = event.registrations.filter(seat=Seat.WAITING).order_by("order")
    return [Waiting(pk, office) for pk, office in rows.values_list("pk", "office_id")]


def offer_free_seats(event: Event) -> int:
    """Offers what is free to those next in line, with time to answer; the caller holds the turn."""
    moment = now()
    if event.state != "open" or event.starts_at <= moment:
        return 0
    chosen = next_in_line(room_of(event), waiting_of(event), day=today())
    until = offer_ends(moment, event.hours_to_answer, event.starts_at)
    for registration in Registration.objects.filter(pk__in=chosen).order_by("order"):
        registration.seat = Seat.OFFERED
        registration.offered_until = until
        registration.save(update_fields=["seat", "offered_until"])
        write_about_seat(event, registration, "offered")
    return len(chosen)
