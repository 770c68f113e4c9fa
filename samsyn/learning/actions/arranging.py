"""Making, opening, moving and calling off events."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.core.files.interface import FileKind, remove_stored, store_upload
from samsyn.learning.codes import ACTIVE, EventState, Phase
from samsyn.learning.letters import write_about_event, write_to_lecturer
from samsyn.learning.models import Event, Lecturer, Material, Session
from samsyn.learning.refusals import Refused
from samsyn.learning.searching import index_event
from samsyn.learning.seating import offer_free_seats, take_turn
from samsyn.learning.telling import tell_opened
from samsyn.organisations.interface import Actor, Collaboration, Person

# What a person needs to be told of, and what makes the calendar's invitation a new one.
TOLD = frozenset({"title", "starts_at", "ends_at", "place", "video_link"})
CHANGEABLE = TOLD | {
    "kind", "summary", "series", "target_group", "prior_knowledge", "areas", "hours", "recording", "price", "seats",
    "seats_per_office", "released_on", "last_day", "late_from", "hours_to_answer", "questions", "asks_needs",
    "is_public", "takes_guests", "own_questions", "network",
}  # fmt: skip


@transaction.atomic
def make_event(
    *, by: Actor, collaboration: Collaboration, slug: str, is_example: bool = False, **values: Any
) -> Event:
    """A new event as a draft; nobody sees it until it is opened."""
    unknown = values.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"Not fields of an event: {sorted(unknown)}")
    if Event.objects.filter(collaboration=collaboration, slug=slug).exists():
        raise Refused("slug_taken", {"field": "slug"})
    _check_times(values["starts_at"], values["ends_at"])
    event = Event.objects.create(
        collaboration=collaboration,
        slug=slug,
        uid=f"{secrets.token_hex(16)}@{collaboration.host or 'samsyn'}",
        is_example=is_example,
        made_by_id=by.user_id,
        **values,
    )
    _record(by, "learning.made", event)
    return event


@transaction.atomic
def open_event(*, by: Actor, event: Event) -> Event:
    """Opens the registration."""
    event = take_turn(event)
    if event.state != EventState.DRAFT:
        raise Refused("not_draft")
    event.state = EventState.OPEN
    event.save(update_fields=["state"])
    _record(by, "learning.opened", event)
    index_event(event)
    tell_opened(event)
    return event


@transaction.atomic
def change_event(*, by: Actor, event: Event, values: Mapping[str, Any]) -> Event:
    """Changes an event. Everyone registered is told of a new time or place; more seats go to the waiting list.

    Fewer seats than are held take nobody's seat: no more are given until the number is below again.
    """
    event = take_turn(event)
    if event.state == EventState.CANCELLED:
        raise Refused("called_off")
    unknown = values.keys() - CHANGEABLE
    if unknown:
        raise TypeError(f"Not fields of an event: {sorted(unknown)}")
    _check_times(values.get("starts_at", event.starts_at), values.get("ends_at", event.ends_at))
    before = snapshot(event)
    told = sorted(name for name in TOLD & values.keys() if getattr(event, name) != values[name])
    shift = values.get("starts_at", event.starts_at) - event.starts_at
    for name, value in values.items():
        setattr(event, name, value)
    if told:
        event.sequence += 1
    event.save()
    if shift:
        for session in event.sessions.all():
            session.starts_at += shift
            session.ends_at += shift
            session.save(update_fields=["starts_at", "ends_at"])
    _record(by, "learning.changed", event, before=before)
    if told and event.state == EventState.OPEN:
        for registration in event.registrations.filter(seat__in=ACTIVE):
            write_about_event(event, registration, "changed", told=told)
    offer_free_seats(event)
    index_event(event)
    return event


@transaction.atomic
def call_off(*, by: Actor, event: Event, reason: str) -> Event:
    """Calls the event off. Everyone who has or waits for a seat is told, and calendars take it away."""
    event = take_turn(event)
    if event.state == EventState.CANCELLED:
        return event
    if not reason.strip():
        raise Refused("reason_needed", {"field": "reason"})
    if event.starts_at <= now():
        raise Refused("has_started")
    event.state = EventState.CANCELLED
    event.cancelled_reason = reason.strip()
    event.sequence += 1
    event.save(update_fields=["state", "cancelled_reason", "sequence"])
    _record(by, "learning.called_off", event, reason=reason.strip())
    index_event(event)
    for registration in event.registrations.filter(seat__in=ACTIVE):
        write_about_event(event, registration, "called_off")
    return event


@transaction.atomic
def add_lecturer(
    *,
    by: Actor,
    event: Event,
    name: str,
    organisation: str = "",
    person: Person | None = None,
    asked: str = "",
) -> Lecturer:
    """Somebody who teaches, and what we ask of her."""
    lecturer = Lecturer.objects.create(
        event=event, name=name, organisation=organisation, person=person, asked=asked
    )
    _record(by, "learning.lecturer_added", event)
    write_to_lecturer(lecturer, "asked")
    return lecturer


@transaction.atomic
def change_lecturer(*, by: Actor, lecturer: Lecturer, asked: str) -> Lecturer:
    """What we ask of her, in new words; she is told."""
    lecturer.asked = asked.strip()
    lecturer.save(update_fields=["asked"])
    _record(by, "learning.lecturer_changed", lecturer.event)
    write_to_lecturer(lecturer, "asked", occasion=f"{now():%Y%m%d%H%M%S}")
    return lecturer


@transaction.atomic
def remove_lecturer(*, by: Actor, lecturer: Lecturer) -> None:
    """She does not teach at the event. Her agreement is forgotten, the programme's sessions stay without her."""
    event, agreement = lecturer.event, lecturer.agreement
    lecturer.delete()
    if agreement is not None:
        remove_stored(agreement)
    _record(by, "learning.lecturer_removed", event)


@transaction.atomic
def keep_agreement(*, by: Actor, lecturer: Lecturer, name: str, content: bytes) -> Lecturer:
    """The agreement with a lecturer as a file, in place of the one before; raises FileRefused."""
    before = lecturer.agreement
    lecturer.agreement = store_upload(
        name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id
    )
    lecturer.save(update_fields=["agreement"])
    if before is not None:
        remove_stored(before)
    _record(by, "learning.agreement_kept", lecturer.event)
    if by.pk != lecturer.person_id:
        write_to_lecturer(lecturer, "agreement", occasion=str(lecturer.agreement_id))
    return lecturer


@transaction.atomic
def set_programme(*, by: Actor, event: Event, sessions: list[dict[str, Any]]) -> None:
    """The programme, in place of the one that was there."""
    for row in sessions:
        _check_times(row["starts_at"], row["ends_at"])
    event.sessions.all().delete()
    Session.objects.bulk_create(Session(event=event, **row) for row in sessions)
    _record(by, "learning.programme_set", event)
    index_event(event)


@transaction.atomic
def add_material(
    *, by: Actor, event: Event, title: str, name: str, content: bytes, phase: str = Phase.BEFORE
) -> Material:
    """A file to read before or after; raises FileRefused."""
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    material = Material.objects.create(event=event, title=title, phase=phase, file=stored)
    _record(by, "learning.material_added", event)
    return material


@transaction.atomic
def remove_material(*, by: Actor, material: Material) -> None:
    """Takes a file away."""
    event, stored = material.event, material.file
    material.delete()
    remove_stored(stored)
    _record(by, "learning.material_removed", event)


def _check_times(starts_at: Any, ends_at: Any) -> None:
    if ends_at <= starts_at:
        raise Refused("ends_before_start", {"field": "ends_at"})


def _record(by: Actor, verb: str, event: Event, **more: Any) -> None:
    record(by=by.user_id, verb=verb, obj=event, collaboration_id=event.collaboration_id, **more)
