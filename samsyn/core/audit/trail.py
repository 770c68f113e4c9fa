"""Writing the trail, in the same transaction as the act itself."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from samsyn.core.audit.models import AuditEntry, AuditPersonalValue
from samsyn.core.personal.interface import PersonalClass, level
from samsyn.core.rows.interface import insert_row


def snapshot(obj: models.Model) -> dict[str, Any]:
    """The stored values of a row, to compare with after a change."""
    return {field.name: _plain(field.value_from_object(obj)) for field in obj._meta.concrete_fields}


def record(
    *,
    by: int | None,
    verb: str,
    obj: models.Model,
    before: Mapping[str, Any] | None = None,
    collaboration_id: int | None = None,
    reason: str = "",
    subject_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Writes that the user `by` did `verb` to `obj`; call it inside the act's own transaction.

    With `before` (from `snapshot`) the changed fields are kept: unclassed values as they are, personal ones in the
    erasable table with only a keyed hash here. `subject_id` is the user whom the personal values are about.
    `details` are further facts without personal data. An anonymous act is recorded by the caller with `by=None`.
    """
    changed = _changes(obj, before) if before is not None else {}
    public = {name: pair for name, pair in changed.items() if _is_open(obj, name)}
    hidden = {name: pair for name, pair in changed.items() if name not in public}
    entry = AuditEntry(
        actor_id=by,
        collaboration_id=collaboration_id,
        verb=verb,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        changes={
            **public,
            **{name: [keyed_hash(old), keyed_hash(new)] for name, (old, new) in hidden.items()},
            **(details or {}),
        },
        reason=reason,
    )
    insert_row(entry)
    if hidden:
        AuditPersonalValue.objects.bulk_create(
            AuditPersonalValue(
                entry=entry, field=name, before=old, after=new, subject_id=subject_id
            )
            for name, (old, new) in hidden.items()
        )
    return entry


def erase_personal_values(*, subject_id: int) -> int:
    """Erases the personal values about one user; the entries stay, with hashes only. Returns how many."""
    erased, _ = AuditPersonalValue.objects.filter(subject_id=subject_id).delete()
    return erased


def keyed_hash(value: Any) -> str:
    """A fingerprint that shows whether two values are the same without telling what they are."""
    text = json.dumps(value, cls=DjangoJSONEncoder, sort_keys=True)
    return (
        "hmac:"
        + hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]
    )


def _is_open(obj: models.Model, name: str) -> bool:
    return level(type(obj), name) is PersonalClass.NONE


def _changes(obj: models.Model, before: Mapping[str, Any]) -> dict[str, list[Any]]:
    after = snapshot(obj)
    return {
        name: [before.get(name), value]
        for name, value in after.items()
        if before.get(name) != value
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    if hasattr(value, "to_json"):
        return value.to_json()
    return str(value)
