"""The seats of an event while its turn is held: read, given and offered."""

from collections import Counter

from django.db import connection
from django.db.transaction import TransactionManagementError

from samsyn.core.clock.interface import now, today
from samsyn.core.rows.interface import Prepared
from samsyn.learning.codes import HOLDING, Seat
from samsyn.learning.letters import write_about_seat
from samsyn.learning.models import Event, Registration
from samsyn.learning.rules import Room, Waiting, gets_seat, next_in_line, offer_ends

# How many hold a seat, whether somebody waits, and the last number in the order, in one question that three indexes answer:
# everybody who registers waits for it while the turn is held.
STANDING = """
SELECT (SELECT COUNT(*) FROM learning_registration WHERE event_id = %s AND seat IN (%s, %s)),
       EXISTS (SELECT 1 FROM learning_registration WHERE event_id = %s AND seat = %s),
       (SELECT COALESCE(MAX("order"), 0) FROM learning_registration WHERE event_id = %s)
"""


_LOCKED = Prepared(lambda pk: Event.objects.select_for_update().filter(pk=pk).order_by(), pk=-1)


def take_turn(event: Event) -> Event:
    """The event as it reads now, its row locked until the transaction ends: seats are given one person at a time.

    PostgreSQL locks the row; an SQLite transaction of ours begins with the write lock (IMMEDIATE) and holds it.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("a turn lasts as long as a transaction")
    locked = _LOCKED.rows(pk=event.pk)[0]
    locked.collaboration = event.collaboration
    return locked


def decide_seat(event: Event, office_id: int | None) -> tuple[bool, int]:
    """Whether somebody who comes now gets a seat, and her number in the order; the caller holds the turn."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [event.pk, *HOLDING, event.pk, Seat.WAITING, event.pk])
        held, waits, last = cursor.fetchone()
    day = today()
    if held >= event.seats:
        seated = False
    elif waits or event.seats_per_office is not None:
        seated = gets_seat(room_of(event), waiting_of(event), office_id=office_id, day=day)
    else:
        seated = True
    return seated, last + 1


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
