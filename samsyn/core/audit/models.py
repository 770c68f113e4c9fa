"""The audit trail. It owns no foreign keys, so it outlives what it tells about."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class AuditEntry(models.Model):
    """One act. `changes` holds before and after of unclassed fields; of personal ones only keyed hashes."""

    at = models.DateTimeField(default=now)
    actor_id = models.BigIntegerField(null=True)
    collaboration_id = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=64)
    changes = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    personal_data = classes(
        none="id at actor_id collaboration_id verb object_type object_id changes reason"
    )

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit trail")
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["object_type", "object_id", "-id"], name="audit_of_object"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.object_type} {self.object_id}"


class AuditPersonalValue(models.Model):
    """A personal value that an entry is about, kept beside it so that it can be erased."""

    entry = models.ForeignKey(AuditEntry, on_delete=models.CASCADE, related_name="personal_values")
    field = models.CharField(max_length=80)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    subject_id = models.BigIntegerField(null=True, db_index=True)
    personal_data = classes(none="id entry field subject_id", sensitive="before after")

    class Meta:
        verbose_name = _("personal value in the audit trail")
        verbose_name_plural = _("personal values in the audit trail")

    def __str__(self) -> str:
        return f"{self.field} of entry {self.entry_id}"
