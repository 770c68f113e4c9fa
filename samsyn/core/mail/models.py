"""The queue of letters."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Mail(models.Model):
    """One letter to one address. `key` names the occasion: the same key is never sent twice."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Sending")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        # The receiving server says that there is no such address: trying again is of no use.
        REFUSED = "refused", _("Address refused")

    key = models.CharField(max_length=160, unique=True)
    collaboration_id = models.BigIntegerField(null=True)
    to = models.EmailField(_("To"))
    subject = models.CharField(_("Subject"), max_length=200)
    body = models.TextField(_("Text"))
    # An invitation that the reader's calendar takes in, changes or takes away: its facts as JSON, and its method.
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    queued_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True)
    personal_data = classes(
        none="id key collaboration_id state attempts queued_at sent_at calendar_method",
        personal="to subject body error calendar",
    )

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "queued_at"], name="mail_waiting"),
            models.Index(fields=["collaboration_id", "state"], name="mail_not_arrived"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.state})"
