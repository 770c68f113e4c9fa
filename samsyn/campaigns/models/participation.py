"""What each office has said about the campaign."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Participation(models.Model):
    """An office's answer: it takes part with its own number of objects, or it does not, and why."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.CASCADE, related_name="participations"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    takes_part = models.BooleanField(_("Takes part"), null=True)
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    planned = models.PositiveIntegerField(_("Planned number of objects"), default=0)
    reports_totals = models.BooleanField(_("Reports totals for the whole office"), default=False)
    answered_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id campaign office takes_part reason planned reports_totals answered_by answered_at"
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["campaign", "office"], name="participation_once_per_office"
            ),
            models.CheckConstraint(
                condition=~Q(takes_part=False) | ~Q(reason=""), name="not_taking_part_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.takes_part}"


class Reminder(models.Model):
    """A reminder sent to an office, with who sent it."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.CASCADE, related_name="reminders"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField(default=now)
    receivers = models.PositiveSmallIntegerField(default=0)
    personal_data = classes(none="id campaign office sent_by sent_at receivers")

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering: ClassVar[list[str]] = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.office} {self.sent_at:%Y-%m-%d}"
