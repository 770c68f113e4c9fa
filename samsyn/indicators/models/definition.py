"""What is measured: an indicator with a key that never changes, its definitions by version, and their components."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.indicators.codes import Comparability, Direction, IntervalKind, Part


class Indicator(models.Model):
    """A key figure. The key is its identity; the number is only how the collaboration numbers it this year."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    key = models.SlugField(_("Key"), max_length=80)
    number = models.CharField(_("Number in the list"), max_length=30, blank=True)
    subject = models.CharField(pgettext_lazy("key figure", "Subject"), max_length=80, blank=True)
    publisher = models.CharField(_("Whose list"), max_length=20, default="MSJ")
    owner = models.CharField(_("Responsible"), max_length=80, blank=True)
    # A list of a sister organisation, kept beside for reference: never mixed with our own offices.
    is_reference = models.BooleanField(default=False)
    is_example = models.BooleanField(default=False)
    uuid = models.UUIDField(unique=True)
    order = models.PositiveSmallIntegerField(default=0)
    personal_data = classes(
        none="id collaboration key number subject publisher owner is_reference is_example uuid order"
    )

    class Meta:
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")
        ordering: ClassVar[list[str]] = ["is_reference", "order", "number", "key"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "key"], name="indicator_key_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.key}".strip()


class Definition(models.Model):
    """One version of what an indicator means. Published, it is never changed: a change is a new version."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    name = models.CharField(_("Name"), max_length=160)
    unit = models.CharField(_("Unit"), max_length=60, blank=True)
    counted = models.TextField(_("What is counted"), blank=True)
    help_text = models.TextField(_("Help for those who report"), blank=True)
    source = models.CharField(_("Where the numbers come from"), max_length=200, blank=True)
    source_url = models.URLField(_("Address of the source"), max_length=400, blank=True)
    multiplier = models.DecimalField(max_digits=12, decimal_places=3, default=Decimal(1))
    decimals = models.PositiveSmallIntegerField(_("Decimals"), default=0)
    direction = models.CharField(
        _("Direction"), max_length=8, choices=Direction.choices, default=Direction.NONE
    )
    comparability = models.CharField(
        _("May be compared"), max_length=14, choices=Comparability.choices
    )
    comparability_reason = models.TextField(_("Why"), blank=True)
    interval = models.CharField(
        _("Interval"), max_length=6, choices=IntervalKind.choices, default=IntervalKind.NONE
    )
    first_year = models.PositiveSmallIntegerField(_("First year"))
    last_year = models.PositiveSmallIntegerField(_("Final year"), null=True, blank=True)
    breaks_series = models.BooleanField(_("Breaks the series with earlier years"), default=False)
    change_note = models.TextField(_("What changed"), blank=True)
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    personal_data = classes(
        none="id indicator version name unit counted help_text source source_url multiplier decimals direction "
        "comparability comparability_reason interval first_year last_year breaks_series change_note made_at made_by"
    )

    class Meta:
        verbose_name = _("definition")
        verbose_name_plural = _("definitions")
        ordering: ClassVar[list[str]] = ["indicator", "version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["indicator", "version"], name="definition_version_once"
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="definition_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.version})"


class Component(models.Model):
    """A raw number that an office reports, with the bounds it should lie within."""

    definition = models.ForeignKey(Definition, on_delete=models.PROTECT, related_name="components")
    # The same raw number can serve several indicators: it is reported once per round, by this key.
    key = models.SlugField(_("Key"), max_length=80)
    part = models.CharField(_("Part of the formula"), max_length=12, choices=Part.choices)
    name = models.CharField(_("Name"), max_length=160)
    unit = models.CharField(_("Unit"), max_length=40, blank=True)
    help_text = models.TextField(_("Help"), blank=True)
    decimals = models.PositiveSmallIntegerField(_("Decimals"), default=0)
    lowest = models.DecimalField(max_digits=16, decimal_places=3, default=Decimal(0))
    highest = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    # A change of more than so many percent since last year asks for a comment.
    jump_percent = models.PositiveSmallIntegerField(default=30)
    personal_data = classes(
        none="id definition key part name unit help_text decimals lowest highest jump_percent"
    )

    class Meta:
        verbose_name = _("component")
        verbose_name_plural = _("components")
        ordering: ClassVar[list[str]] = ["definition", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["definition", "part"], name="component_part_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ComparisonGroup(models.Model):
    """Offices that are like each other, with the reasons: the only ones some figures may be compared among."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    key = models.SlugField(_("Key"), max_length=40)
    name = models.CharField(_("Name"), max_length=80)
    reason = models.TextField(_("Why these are alike"))
    offices = models.ManyToManyField("organisations.Office", related_name="+")
    is_example = models.BooleanField(default=False)
    personal_data = classes(none="id collaboration key name reason offices is_example")

    class Meta:
        verbose_name = _("comparison group")
        verbose_name_plural = _("comparison groups")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "key"], name="comparison_group_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.name
