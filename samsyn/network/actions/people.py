"""What a person tells of herself."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.network.models import Profile
from samsyn.network.rules import PROFILE_FIELDS
from samsyn.organisations.interface import Actor


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
