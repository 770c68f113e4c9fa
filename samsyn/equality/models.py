"""The yearly picture of equal supervision, worked out by a job and kept as it was."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Overview(models.Model):
    """One collaboration's picture of one year: codes and numbers, no words and no offices by name.

    It is worked out anew while its year runs, and stays as it was when the year is over.
    """

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField(_("Year"))
    content = models.JSONField(default=dict)
    basis = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(none="id collaboration year content basis made_at")

    class Meta:
        verbose_name = _("picture of equal supervision")
        verbose_name_plural = _("pictures of equal supervision")
        ordering: ClassVar[list[str]] = ["-year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration", "year"], name="one_overview_a_year"),
        ]

    def __str__(self) -> str:
        return f"{self.collaboration} {self.year}"


class CampaignComparison(models.Model):
    """The comparison of one campaign's offices, worked out by a job and kept by the version of its counts.

    Numbers per office and question, never per officer. It is a cache: worked out again, the row is written over.
    """

    campaign = models.OneToOneField(
        "campaigns.Campaign", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    version = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(none="id campaign version content made_at")

    class Meta:
        verbose_name = _("comparison of a campaign")
        verbose_name_plural = _("comparisons of campaigns")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.campaign}"
