"""Reading the trail of one object."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from samsyn.core.accounts.interface import User
from samsyn.core.audit.models import AuditEntry
from samsyn.core.audit.verbs import verb_text


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act as a reader sees it."""

    at: datetime
    actor: str
    text: str
    reason: str
    changes: dict[str, Any]


def history(obj: models.Model, *, limit: int = 200) -> list[HistoryLine]:
    """The acts on one object, newest first. The caller has checked that the reader may see the object."""
    entries = list(
        AuditEntry.objects.filter(object_type=obj._meta.label_lower, object_id=str(obj.pk))[:limit]
    )
    names = {
        user.pk: str(user)
        for user in User.objects.filter(pk__in={e.actor_id for e in entries if e.actor_id})
    }
    return [
        HistoryLine(
            at=entry.at,
            actor=names.get(entry.actor_id, "") if entry.actor_id else "",
            text=verb_text(entry.verb),
            reason=entry.reason,
            changes=entry.changes,
        )
        for entry in entries
    ]
