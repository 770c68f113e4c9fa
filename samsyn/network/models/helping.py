"""Help between offices: hours asked for or offered, who answered, and what two offices agreed on."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.network.codes import Area, HelpKind, HelpState


class HelpNotice(models.Model):
    """An office needs an inspector's hours, or has some to lend, between two days."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("What"), max_length=8, choices=HelpKind.choices)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices)
    purpose = models.CharField(_("What it is about"), max_length=300)
    starts = models.DateField(_("From"))
    ends = models.DateField(_("To"))
    hours = models.PositiveSmallIntegerField(_("Hours"))
    state = models.CharField(max_length=10, choices=HelpState.choices, default=HelpState.OPEN)
    asked_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=now)
    # What two offices agreed on, and how it went.
    partner = models.ForeignKey(
        "organisations.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    hours_agreed = models.PositiveSmallIntegerField(null=True)
    checks = models.JSONField(default=list)
    terms = models.CharField(_("Costs and what else was agreed"), max_length=300, blank=True)
    agreed_at = models.DateTimeField(null=True)
    hours_done = models.PositiveSmallIntegerField(_("Hours in the end"), null=True)
    is_example = models.BooleanField(default=False)
    personal_data = classes(
        none="id collaboration office kind area purpose starts ends hours state asked_by asked_at partner hours_agreed "
        "checks terms agreed_at hours_done is_example"
    )

    class Meta:
        verbose_name = _("help between offices")
        verbose_name_plural = _("help between offices")
        ordering: ClassVar[list[str]] = ["starts", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("starts")), name="help_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(partner=None) | Q(hours_agreed__gt=0), name="help_agreed_has_hours"
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class HelpAnswer(models.Model):
    """Another office's yes to a notice, with how many hours."""

    notice = models.ForeignKey(HelpNotice, on_delete=models.CASCADE, related_name="answers")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    hours = models.PositiveSmallIntegerField(_("Hours"))
    words = models.CharField(_("More about it"), max_length=300, blank=True)
    answered_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(default=now)
    personal_data = classes(none="id notice office hours words answered_by answered_at")

    class Meta:
        verbose_name = _("answer to a help notice")
        verbose_name_plural = _("answers to help notices")
        ordering: ClassVar[list[str]] = ["answered_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["notice", "office"], name="one_answer_per_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.hours}"
