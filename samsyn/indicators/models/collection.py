"""Collecting: the yearly round, each office's report in it, and the numbers in the report."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRefField
from samsyn.core.personal.interface import classes
from samsyn.indicators.codes import Deviation, Missing, ReportState, RoundState


class Round(models.Model):
    """The collection of one year's numbers; the definitions it uses are fixed when it opens."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField(_("Year"))
    deadline = models.DateField(_("Last day to report"))
    state = models.CharField(max_length=10, choices=RoundState.choices, default=RoundState.OPEN)
    definitions = models.ManyToManyField("indicators.Definition", related_name="+")
    is_example = models.BooleanField(default=False)
    opened_at = models.DateTimeField(default=now)
    opened_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(
        none="id collaboration year deadline state definitions is_example opened_at opened_by"
    )

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "year"], name="one_round_per_year_and_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class Report(models.Model):
    """One office's report in a round: begun, signed off by the manager, accepted or asked back by the coordinator."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reports")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=ReportState.choices, default=ReportState.STARTED
    )
    signed_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    returned_reason = models.TextField(_("What has to be looked at"), blank=True)
    personal_data = classes(
        none="id round office state signed_by signed_at accepted_at returned_reason"
    )

    class Meta:
        verbose_name = pgettext_lazy("key figures", "report")
        verbose_name_plural = pgettext_lazy("key figures", "reports")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["round", "office"], name="one_report_per_office_and_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.round}"


class Entry(models.Model):
    """One raw number of a report, or why there is none. `revision` grows with every change, so edits cannot collide."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="entries")
    key = models.SlugField(max_length=80)
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)
    comment = models.TextField(_("Comment"), blank=True)
    deviation = models.CharField(max_length=10, choices=Deviation.choices, blank=True)
    breaks_series = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=now)
    changed_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(
        none="id report key value missing comment deviation breaks_series revision changed_at changed_by"
    )

    class Meta:
        verbose_name = _("reported number")
        verbose_name_plural = _("reported numbers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "key"], name="one_entry_per_report_and_key"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(missing=""), name="entry_value_or_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.missing if self.value is None else self.value}"


class Release(models.Model):
    """A decision to publish a round, with a frozen copy of all it rests on, so that every figure can be reproduced."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="release")
    decision = DecisionRefField(_("Decision"), null=False, blank=False)
    released_at = models.DateTimeField(default=now)
    released_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Definitions, components and entries as they stood; sha256 of it in canonical form.
    frozen = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)
    personal_data = classes(
        none="id round decision released_at released_by frozen fingerprint code_version"
    )

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self) -> str:
        return f"{self.round}: {self.decision}"
