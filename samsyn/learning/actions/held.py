"""Entering an event that was held outside Samsyn, so that competence and statistics are whole from the first day."""

import secrets
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.learning.actions.arranging import make_event
from samsyn.learning.codes import Attendance, EventState, Seat
from samsyn.learning.models import Event, Registration
from samsyn.learning.refusals import Refused
from samsyn.learning.searching import index_event
from samsyn.organisations.interface import Actor, Collaboration, Office, Person


@transaction.atomic
def record_held_event(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    attended: Iterable[tuple[Person, Office | None]],
    is_example: bool = False,
    **values: Any,
) -> Event:
    """An event that is over, with those who were there. No letters are sent. `Refused("not_over")` for one to come."""
    if values["ends_at"] > now():
        raise Refused("not_over", {"field": "ends_at"})
    event = make_event(
        by=by, collaboration=collaboration, slug=slug, is_example=is_example, **values
    )
    event.state = EventState.OPEN
    event.save(update_fields=["state"])
    Registration.objects.bulk_create(
        _was_there(by, event, person, office, order)
        for order, (person, office) in enumerate(attended, start=1)
    )
    index_event(event)
    record(
        by=by.user_id, verb="learning.held_recorded", obj=event, collaboration_id=collaboration.pk
    )
    return event


def _was_there(
    by: Actor, event: Event, person: Person, office: Office | None, order: int
) -> Registration:
    return Registration(
        event=event,
        person=person,
        office=office,
        name=person.name,
        email=person.user.email.lower(),
        organisation=office.name if office else "",
        seat=Seat.CONFIRMED,
        order=order,
        attendance=Attendance.ATTENDED,
        key=secrets.token_urlsafe(32),
        registered_by_id=by.user_id,
        registered_at=event.starts_at,
    )
