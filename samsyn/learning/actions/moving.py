"""People who change office, or leave, between registration and event: whose the seat is then, and who is told."""

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import today
from samsyn.learning.codes import ACTIVE
from samsyn.learning.letters import write_about_event, write_to_office
from samsyn.learning.models import Event, Registration
from samsyn.learning.seating import room_of, take_turn
from samsyn.organisations.interface import Actor, Office, current_memberships


@transaction.atomic
def follow_moves(*, by: Actor | None, event: Event) -> int:
    """Gives the seats of people who have moved their right office. Returns how many had moved.

    A seat follows her to the new office once seats are for all. While each office has its own number, and when she has
    left the county, it stays with the office it was given to: those who speak for it are told, and hand it over or cancel.
    """
    event = take_turn(event)
    moved = [row for row in _with_office(event) if not _works_in(event, row)]
    for registration in moved:
        office = _office_now(event, registration)
        if office is not None and not room_of(event).shares_fairly(today()):
            _follow(by, event, registration, office)
        else:
            write_to_office(registration, "left_behind")
    return len(moved)


def _with_office(event: Event) -> list[Registration]:
    rows = event.registrations.filter(
        seat__in=ACTIVE, office__isnull=False, person__isnull=False
    ).select_related("office", "person__user")
    return list(rows)


def _works_in(event: Event, registration: Registration) -> bool:
    held = current_memberships(event.collaboration).filter(person=registration.person)
    return held.filter(office=registration.office).exists()


def _office_now(event: Event, registration: Registration) -> Office | None:
    held = current_memberships(event.collaboration).filter(
        person=registration.person, office__isnull=False
    )
    first = held.select_related("office").order_by("starts", "pk").first()
    return first.office if first is not None else None


def _follow(by: Actor | None, event: Event, registration: Registration, office: Office) -> None:
    write_to_office(registration, "followed")
    registration.office, registration.organisation = office, office.name
    registration.save(update_fields=["office", "organisation"])
    record(
        by=by.user_id if by else None,
        verb="learning.office_followed",
        obj=registration,
        collaboration_id=event.collaboration_id,
        details={"office": office.pk},
    )
    write_about_event(event, registration, "followed", occasion=f"office:{office.pk}")
