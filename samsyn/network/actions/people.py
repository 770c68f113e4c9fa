"""What a person tells of herself; making, joining and leaving thematic networks."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.network.models import Network, NetworkMember, Profile
from samsyn.network.rules import PROFILE_FIELDS
from samsyn.organisations.interface import Actor, Collaboration, Person


@transaction.atomic
def set_profile(*, by: Actor, values: Mapping[str, Any], shown: list[str]) -> Profile:
    """What she tells of herself, and which of it others see. Nothing is shown that she has not chosen."""
    profile = Profile.objects.select_for_update().filter(person=by.person).first()
    before = snapshot(profile) if profile else None
    profile = profile or Profile(person=by.person)
    for name in PROFILE_FIELDS:
        setattr(profile, name, values[name])
    profile.shown = [name for name in PROFILE_FIELDS if name in shown]
    profile.changed_at = now()
    profile.save()
    record(
        by=by.user_id,
        verb="network.profile_set",
        obj=profile,
        before=before,
        collaboration_id=by.collaboration_id,
        subject_id=by.user_id,
    )
    return profile


@transaction.atomic
def make_network(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    name: str,
    purpose: str = "",
    area: str = "",
    contact: Person | None = None,
    is_example: bool = False,
) -> Network:
    """A thematic network; its contact person is its first member. The same short name gives the one that is there."""
    network, created = Network.objects.get_or_create(
        collaboration=collaboration,
        slug=slug,
        defaults={
            "name": name,
            "purpose": purpose,
            "area": area,
            "contact": contact,
            "is_example": is_example,
        },
    )
    if created:
        if contact is not None:
            NetworkMember.objects.create(network=network, person=contact)
        record(by=by.user_id, verb="network.made", obj=network, collaboration_id=collaboration.pk)
    return network


@transaction.atomic
def join_network(*, by: Actor, network: Network) -> None:
    """Joins; joining twice is joining once."""
    _member, created = NetworkMember.objects.get_or_create(network=network, person=by.person)
    if created:
        record(
            by=by.user_id, verb="network.joined", obj=network, collaboration_id=by.collaboration_id
        )


@transaction.atomic
def leave_network(*, by: Actor, network: Network) -> None:
    """Leaves."""
    left, _rows = NetworkMember.objects.filter(network=network, person=by.person).delete()
    if left:
        record(
            by=by.user_id, verb="network.left", obj=network, collaboration_id=by.collaboration_id
        )
