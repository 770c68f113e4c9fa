"""The annual report (verksamhetsberättelse): figures live until they are frozen by decision."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.personal.interface import classes


class AnnualReport(models.Model):
    """What a year became. `figures` is filled when it is frozen; before that they are counted each time."""

    plan_year = models.OneToOneField(
        "planning.PlanYear", on_delete=models.PROTECT, related_name="report"
    )
    summary = models.TextField(_("Summary"), blank=True)
    looking_ahead = models.TextField(_("Lessons and what comes next"), blank=True)
    figures = models.JSONField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    decision = models.ForeignKey(
        "planning.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    frozen_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    personal_data = classes(
        none="id plan_year summary looking_ahead figures fingerprint decision frozen_at revision"
    )

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering: ClassVar[list[str]] = ["-plan_year__year"]

    def __str__(self) -> str:
        return str(self.plan_year.year)
