"""Checking in and noting attendance."""

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.learning.codes import Attendance, Seat
from samsyn.learning.models import Event, Needs, Registration
from samsyn.learning.refusals import Refused
from samsyn.organisations.interface import Actor


@transaction.atomic
def note_attendance(*, by: Actor, registration: Registration, attendance: str) -> Registration:
    """Whether somebody was there, was excused or was absent. Somebody from the waiting list who came gets a seat noted."""
    if registration.seat == Seat.CANCELLED:
        raise Refused("no_seat_to_swap")
    was = registration.attendance
    registration.attendance = Attendance(attendance)
    registration.checked_in_at = (
        (registration.checked_in_at or now()) if attendance == Attendance.ATTENDED else None
    )
    if attendance == Attendance.ATTENDED:
        registration.seat = Seat.CONFIRMED
        registration.offered_until = None
    registration.save(update_fields=["attendance", "checked_in_at", "seat", "offered_until"])
    record(
        by=by.user_id,
        verb="learning.attendance_noted",
        obj=registration,
        collaboration_id=registration.event.collaboration_id,
        details={"attendance": [was, str(attendance)]},
    )
    return registration


@transaction.atomic
def erase_needs(*, by: Actor | None, event: Event) -> int:
    """Erases what people needed to eat or to get in. Returns how many rows."""
    erased, _ = Needs.objects.filter(registration__event=event).delete()
    Event.objects.filter(pk=event.pk).update(needs_erased_at=now())
    record(
        by=by.user_id if by else None,
        verb="learning.needs_erased",
        obj=event,
        collaboration_id=event.collaboration_id,
        details={"rows": erased},
    )
    return erased
