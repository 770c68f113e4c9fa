"""Registering, waiting, answering an offer, cancelling and swapping. All of it while the event's turn is held."""

import secrets
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.core.rows.interface import insert_row, write_turn
from samsyn.learning.codes import ACTIVE, Seat
from samsyn.learning.letters import write_about_seat
from samsyn.learning.models import Event, Needs, Registration
from samsyn.learning.refusals import Refused
from samsyn.learning.rules import is_late, refusal_to_register
from samsyn.learning.seating import decide_seat, offer_free_seats, take_turn
from samsyn.organisations.interface import Actor, Office, Person


def register(
    *,
    by: Actor | None,
    event: Event,
    person: Person | None = None,
    office: Office | None = None,
    name: str = "",
    email: str = "",
    organisation: str = "",
    answers: Mapping[str, str] | None = None,
    food: str = "",
    access: str = "",
) -> Registration:
    """A seat, or a place in the waiting list in the order people came.

    `person` for members (the office is hers that day); name and e-mail for a guest where guests may come. Registering
    the same person twice gives the registration that is there. The caller has checked who may register whom.
    """
    if person is not None:
        name, email = person.name, person.user.email
    asked = Registration(
        person=person,
        office=office,
        name=name.strip(),
        email=email.strip().lower(),
        organisation=organisation.strip() or (office.name if office else ""),
        answers=dict(answers or {}),
        key=secrets.token_urlsafe(32),
        registered_by_id=by.user_id if by else None,
    )
    with write_turn(), transaction.atomic():
        event = take_turn(event)
        found = _take_place(event, asked, by_member=by is not None)
        if found is not None:
            return found
        if event.asks_needs and (food.strip() or access.strip()):
            Needs.objects.create(registration=asked, food=food.strip(), access=access.strip())
        _record(by, "learning.registered", asked)
        write_about_seat(event, asked, "confirmed" if asked.seat == Seat.CONFIRMED else "waiting")
    return asked


def _take_place(event: Event, asked: Registration, *, by_member: bool) -> Registration | None:
    """Stores her seat or place in line; or the registration that she has already. Raises Refused."""
    if asked.person_id is None and not (by_member or event.takes_guests):
        raise Refused("no_guests")
    code = refusal_to_register(
        state=event.state, last_day=event.last_day, starts_at=event.starts_at, moment=now(), day=today(),
    )  # fmt: skip
    if not code:
        seated, asked.order = decide_seat(event, asked.office_id)
        asked.event, asked.seat = event, Seat.CONFIRMED if seated else Seat.WAITING
        # One statement: who is registered already is known by the constraint that lets nobody in twice.
        if insert_row(asked, ignore_conflicts=True):
            return None
    found = event.registrations.filter(
        Q(email=asked.email) | Q(person__isnull=False, person_id=asked.person_id), seat__in=ACTIVE
    ).first()
    if found is not None and asked.person_id is not None:
        return found
    raise Refused("already_registered" if found is not None else code)


@transaction.atomic
def answer_offer(*, by: Actor | None, registration: Registration, accept: bool) -> Registration:
    """Takes or leaves an offered seat. What is left goes to the next in line."""
    event, registration = _held(registration)
    if registration.seat == Seat.CONFIRMED and accept:
        return registration
    if registration.seat != Seat.OFFERED:
        raise Refused("no_offer")
    if registration.offered_until is not None and registration.offered_until <= now():
        raise Refused("offer_ended")
    if accept:
        registration.seat = Seat.CONFIRMED
        registration.offered_until = None
        registration.save(update_fields=["seat", "offered_until"])
        _record(by, "learning.took_offer", registration)
        write_about_seat(event, registration, "confirmed")
    else:
        _leave(event, registration)
        _record(by, "learning.cancelled", registration)
        offer_free_seats(event)
    return registration


@transaction.atomic
def cancel(*, by: Actor | None, registration: Registration) -> Registration:
    """Gives the seat or the place in the list back; what becomes free is offered to the next."""
    event, registration = _held(registration)
    if registration.seat == Seat.CANCELLED:
        return registration
    if event.starts_at <= now():
        raise Refused("has_started")
    had_seat = registration.seat == Seat.CONFIRMED
    registration.is_late = had_seat and is_late(event.late_from, today())
    _leave(event, registration)
    _record(by, "learning.cancelled", registration)
    write_about_seat(event, registration, "cancelled" if had_seat else "left_list")
    offer_free_seats(event)
    return registration


@transaction.atomic
def swap(*, by: Actor, registration: Registration, person: Person) -> Registration:
    """A colleague of the same office takes the seat over; the place in the order stays. The caller checks the office."""
    event, registration = _held(registration)
    if registration.seat not in ACTIVE or event.starts_at <= now():
        raise Refused("no_seat_to_swap")
    if event.registrations.filter(seat__in=ACTIVE, email=person.user.email.lower()).exists():
        raise Refused("already_registered")
    write_about_seat(event, registration, "swapped_away")
    Needs.objects.filter(registration=registration).delete()
    registration.person = person
    registration.name, registration.email = person.name, person.user.email.lower()
    registration.answers, registration.key = {}, secrets.token_urlsafe(32)
    registration.save(update_fields=["person", "name", "email", "answers", "key"])
    _record(by, "learning.swapped", registration)
    code = {Seat.CONFIRMED: "confirmed", Seat.OFFERED: "offered"}.get(
        Seat(registration.seat), "waiting"
    )
    write_about_seat(event, registration, code)
    return registration


@transaction.atomic
def change_details(
    *,
    by: Actor,
    registration: Registration,
    answers: Mapping[str, str],
    food: str = "",
    access: str = "",
) -> Registration:
    """Her own answers and needs, for example when somebody else registered her. The seat is not touched."""
    if registration.seat not in ACTIVE:
        raise Refused("no_seat_to_swap")
    if registration.event.starts_at <= now():
        raise Refused("has_started")
    registration.answers = dict(answers)
    registration.save(update_fields=["answers"])
    Needs.objects.filter(registration=registration).delete()
    if registration.event.asks_needs and (food.strip() or access.strip()):
        Needs.objects.create(registration=registration, food=food.strip(), access=access.strip())
    _record(by, "learning.details_changed", registration)
    return registration


@transaction.atomic
def pass_on_ended_offers(*, by: Actor | None, event: Event) -> int:
    """Takes back offers nobody answered in time and offers all that is free to the next. Returns how many offers."""
    event = take_turn(event)
    ended = event.registrations.filter(seat=Seat.OFFERED, offered_until__lte=now())
    for registration in ended:
        _leave(event, registration)
        _record(by, "learning.offer_ended", registration)
        write_about_seat(event, registration, "offer_ended")
    return offer_free_seats(event)


def _held(registration: Registration) -> tuple[Event, Registration]:
    """The event with its turn, and the registration as it reads now that the turn is held."""
    event = take_turn(registration.event)
    return event, event.registrations.get(pk=registration.pk)


def _leave(event: Event, registration: Registration) -> None:
    registration.seat = Seat.CANCELLED
    registration.offered_until = None
    registration.cancelled_at = now()
    registration.sequence += 1
    registration.save(
        update_fields=["seat", "offered_until", "cancelled_at", "is_late", "sequence"]
    )
    Needs.objects.filter(registration=registration).delete()


def _record(by: Actor | None, verb: str, registration: Registration) -> None:
    record(
        by=by.user_id if by else None,
        verb=verb,
        obj=registration,
        collaboration_id=registration.event.collaboration_id,
        details={"seat": str(registration.seat)},
    )
