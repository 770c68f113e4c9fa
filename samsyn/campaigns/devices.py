"""Keys for field apps: an app that cannot show our sign-in page reports with a key that belongs to one person."""

import base64
import binascii
import hashlib
import secrets

from django.db import transaction
from django.http import HttpRequest

from samsyn.campaigns.models import DeviceKey
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.organisations.interface import Actor, Person, actor_of


@transaction.atomic
def make_device_key(*, by: Actor, name: str) -> str:
    """A new key for the person herself; it is shown once and stored only as a hash."""
    key = secrets.token_urlsafe(24)
    made = DeviceKey.objects.create(person=by.person, name=name, key_hash=hash_of(key))
    record(
        by=by.user_id,
        verb="campaigns.device_key_made",
        obj=made,
        collaboration_id=by.collaboration_id,
    )
    return key


@transaction.atomic
def end_device_key(*, by: Actor, pk: int) -> None:
    """Ends one of the person's own keys at once."""
    DeviceKey.objects.filter(pk=pk, person=by.person, ended_at=None).update(ended_at=now())


def actor_of_key(request: HttpRequest) -> Actor | None:
    """Who a request's key belongs to: `Authorization: Bearer <key>`, or Basic with the key as password."""
    key = key_of(request)
    if not key:
        return None
    found = (
        DeviceKey.objects.select_related("person__user", "person__collaboration")
        .filter(key_hash=hash_of(key), ended_at=None, person__user__is_active=True)
        .first()
    )
    return _current(found.person) if found else None


def key_of(request: HttpRequest) -> str:
    """The key that a request carries, or nothing."""
    return _key_in(request.headers.get("Authorization", ""))


def _current(person: Person) -> Actor | None:
    actor = actor_of(person)
    return actor if actor.memberships else None


def _key_in(header: str) -> str:
    kind, _, value = header.partition(" ")
    if kind.lower() == "bearer":
        return value.strip()
    if kind.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def hash_of(key: str) -> str:
    """What is stored of a key."""
    return hashlib.sha256(key.encode()).hexdigest()
