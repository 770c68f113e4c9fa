"""After an event: anonymous answers, certificates; and the address of a person's own calendar."""

import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import localtime, now
from samsyn.learning.codes import Attendance
from samsyn.learning.models import (
    CalendarFeed,
    Certificate,
    Evaluation,
    Event,
    FollowUp,
    Registration,
)
from samsyn.learning.queries import secret_hash
from samsyn.learning.refusals import Refused
from samsyn.learning.rules import FOLLOW_UP_AFTER, certificate_number
from samsyn.organisations.interface import Actor, Person


@transaction.atomic
def evaluate(
    *,
    by: Actor | None,
    registration: Registration,
    values: Mapping[str, Any],
    own_answers: Mapping[str, str] | None = None,
) -> None:
    """An answer that nobody can lead back: kept under a random key, and the trail names nobody.

    `by` is known to the caller only, who has checked whose registration it is.
    """
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    _check_was_there(registration)
    if registration.has_evaluated:
        raise Refused("evaluated")
    Evaluation.objects.create(
        id=uuid.uuid4(),
        event_id=registration.event_id,
        own_answers=dict(own_answers or {}),
        **values,
    )
    Registration.objects.filter(pk=registration.pk).update(has_evaluated=True)
    _record_nobody("learning.evaluated", registration.event)


@transaction.atomic
def follow_up(*, by: Actor | None, registration: Registration, change: str, what: str) -> None:
    """What came of it after three months; anonymous as the evaluation."""
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    _check_was_there(registration)
    if registration.event.ends_at + FOLLOW_UP_AFTER > now():
        raise Refused("too_early")
    if registration.has_followed_up:
        raise Refused("evaluated")
    FollowUp.objects.create(
        id=uuid.uuid4(), event_id=registration.event_id, change=change, what=what.strip()
    )
    Registration.objects.filter(pk=registration.pk).update(has_followed_up=True)
    _record_nobody("learning.followed_up", registration.event)


@transaction.atomic
def certify(*, by: Actor | None, registration: Registration) -> Certificate:
    """The certificate of somebody who was there; the same one however often it is asked for."""
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    found = Certificate.objects.filter(registration=registration).first()
    if found is not None:
        return found
    _check_was_there(registration)
    event = registration.event
    made = Certificate.objects.create(
        number=certificate_number(secrets.randbits(40), localtime(event.starts_at).year),
        registration=registration,
        name=registration.name,
        event_title=event.title,
        held_on=localtime(event.starts_at).date(),
        hours=event.hours,
    )
    record(
        by=by.user_id if by else None,
        verb="learning.certified",
        obj=made,
        collaboration_id=event.collaboration_id,
    )
    return made


@transaction.atomic
def make_feed(*, by: Actor) -> str:
    """A new secret for the person's own calendar address; the one before stops working. Told once, kept as a hash."""
    revoke_feeds(by=by, person=by.person)
    secret = secrets.token_urlsafe(32)
    made = CalendarFeed.objects.create(person=by.person, secret_hash=secret_hash(secret))
    record(by=by.user_id, verb="learning.feed_made", obj=made, collaboration_id=by.collaboration_id)
    return secret


@transaction.atomic
def revoke_feeds(*, by: Actor, person: Person) -> int:
    """Closes the person's calendar addresses."""
    feeds = list(CalendarFeed.objects.filter(person=person, revoked_at=None))
    for feed in feeds:
        feed.revoked_at = now()
        feed.save(update_fields=["revoked_at"])
        record(
            by=by.user_id,
            verb="learning.feed_revoked",
            obj=feed,
            collaboration_id=by.collaboration_id,
        )
    return len(feeds)


def _check_was_there(registration: Registration) -> None:
    if registration.event.ends_at > now():
        raise Refused("not_held")
    if registration.attendance != Attendance.ATTENDED:
        raise Refused("not_there")


def _record_nobody(verb: str, event: Event) -> None:
    record(by=None, verb=verb, obj=event, collaboration_id=event.collaboration_id)
