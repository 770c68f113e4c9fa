"""Long work as a row that a page can follow, and the log of scheduled runs."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Work(models.Model):
    """Something that takes longer than a page: its progress, its result, and a sentence when it failed."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.CharField(max_length=80)
    owner = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    collaboration_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    file = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    personal_data = classes(
        none="id kind owner collaboration_id state done total error result file started_at ended_at"
    )

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("work")
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class ScheduledRun(models.Model):
    """When a scheduled job ran last; its row is also the lock that lets one worker run it."""

    name = models.CharField(max_length=120, unique=True)
    ran_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)
    personal_data = classes(none="id name ran_at error")

    class Meta:
        verbose_name = _("scheduled run")
        verbose_name_plural = _("scheduled runs")

    def __str__(self) -> str:
        return self.name
