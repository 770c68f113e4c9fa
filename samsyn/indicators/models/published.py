"""What is published: figures with their revisions, aggregates that others have published, and the offices' comments."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.indicators.codes import Deviation, Missing, Origin, Statistic


class Figure(models.Model):
    """A published value of one area and year. Never changed: a correction is a new revision, the old stays readable."""

    indicator = models.ForeignKey(
        "indicators.Indicator", on_delete=models.PROTECT, related_name="figures"
    )
    definition = models.ForeignKey(
        "indicators.Definition", on_delete=models.PROTECT, related_name="+"
    )
    release = models.ForeignKey(
        "indicators.Release", null=True, on_delete=models.PROTECT, related_name="figures"
    )
    office = models.ForeignKey(
        "organisations.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    area = models.SlugField(max_length=80)
    area_name = models.CharField(max_length=80)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)
    numerator = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.COMPUTED)
    source_url = models.URLField(max_length=400, blank=True)
    comment = models.TextField(blank=True)
    deviation = models.CharField(max_length=10, choices=Deviation.choices, blank=True)
    breaks_series = models.BooleanField(default=False)
    revision = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    reason = models.TextField(_("Why it was corrected"), blank=True)
    is_example = models.BooleanField(default=False)
    published_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(
        none="id indicator definition release office area area_name year value missing numerator denominator origin "
        "source_url comment deviation breaks_series revision is_current reason is_example published_at published_by"
    )

    class Meta:
        verbose_name = pgettext_lazy("key figures", "published figure")
        verbose_name_plural = pgettext_lazy("key figures", "published figures")
        ordering: ClassVar[list[str]] = ["indicator", "area_name", "year", "revision"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "area", "year", "revision"], name="figure_revision_once"
            ),
            models.UniqueConstraint(
                fields=["indicator", "area", "year"],
                condition=Q(is_current=True),
                name="one_current_figure",
            ),
            models.CheckConstraint(
                condition=(Q(value__isnull=True) & ~Q(missing=""))
                | (Q(value__isnull=False) & Q(missing="")),
                name="figure_value_or_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.area_name} {self.year}"


class Aggregate(models.Model):
    """A mean or median that somebody else published. Shown beside ours, never mixed into it."""

    indicator = models.ForeignKey(
        "indicators.Indicator", on_delete=models.PROTECT, related_name="aggregates"
    )
    year = models.PositiveSmallIntegerField()
    statistic = models.CharField(max_length=8, choices=Statistic.choices)
    value = models.DecimalField(max_digits=16, decimal_places=3)
    source_url = models.URLField(max_length=400)
    personal_data = classes(none="id indicator year statistic value source_url")

    class Meta:
        verbose_name = _("published aggregate")
        verbose_name_plural = _("published aggregates")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "year", "statistic"], name="one_published_aggregate"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.year} {self.statistic}"


class SavedQuery(models.Model):
    """A selection in a table that somebody can cite: the address stays."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    # Hash of table and selection: the same query gets the same address.
    key = models.CharField(max_length=32)
    table = models.CharField(max_length=80)
    query = models.JSONField()
    made_at = models.DateTimeField(default=now)
    personal_data = classes(none="id collaboration key table query made_at")

    class Meta:
        verbose_name = _("saved query")
        verbose_name_plural = _("saved queries")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration", "key"], name="saved_query_once"),
        ]

    def __str__(self) -> str:
        return self.key
