"""The three-year plan (verksamhetsplan): its years, its activities, and the money."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.planning.codes import (
    ActivityType,
    FeeKey,
    GoalResult,
    ItemState,
    LineKind,
    YearState,
)


class PlanYear(models.Model):
    """One year of the rolling plan: an idea bank, then preliminary, then decided, then closed."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=YearState.choices, default=YearState.IDEAS)
    decision = models.ForeignKey(
        "planning.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    fee_key = models.CharField(
        _("Key of the member fee"),
        max_length=16,
        choices=FeeKey.choices,
        default=FeeKey.PER_OFFICE,
    )
    fee_sum = models.PositiveIntegerField(_("Member fees in all, kronor"), default=0)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    personal_data = classes(none="id collaboration year state decision fee_key fee_sum is_example")

    class Meta:
        verbose_name = _("year of the plan")
        verbose_name_plural = _("years of the plan")
        ordering: ClassVar[list[str]] = ["year"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "year"], name="plan_year_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)


class PlanItem(models.Model):
    """An activity of the plan. After the year is decided it changes by decision only (`PlanChange`)."""

    plan_year = models.ForeignKey(PlanYear, on_delete=models.PROTECT, related_name="items")
    title = models.CharField(_("Activity"), max_length=160)
    activity_type = models.CharField(_("Type"), max_length=12, choices=ActivityType.choices)
    description = models.TextField(_("Description"), blank=True)
    strategy = models.CharField(_("Link to the national strategy"), max_length=200, blank=True)
    owner = models.ForeignKey(
        "organisations.Person",
        verbose_name=_("Owner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    first_month = models.PositiveSmallIntegerField(_("First month"), default=1)
    last_month = models.PositiveSmallIntegerField(_("Last month"), default=12)
    budget = models.PositiveIntegerField(_("Budget, kronor"), default=0)
    spent = models.PositiveIntegerField(_("Spent, kronor"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.PLANNED)
    proposal = models.OneToOneField(
        "planning.Proposal", null=True, blank=True, on_delete=models.PROTECT, related_name="item"
    )
    decision = models.ForeignKey(
        "planning.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    campaign = models.OneToOneField(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    event = models.OneToOneField(
        "learning.Event", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    document = models.OneToOneField(
        "guidance.GuidanceDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    exercise = models.OneToOneField(
        "calibration.Exercise", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # The page of work that was not started from here, such as another organisation's course.
    work_address = models.CharField(_("Address of the work"), max_length=200, blank=True)
    result = models.TextField(_("Result"), blank=True)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    personal_data = classes(
        none="id plan_year title activity_type description strategy first_month last_month budget spent state proposal "
        "decision campaign event document exercise work_address result is_example",
        personal="owner",
    )

    class Meta:
        verbose_name = _("activity of the plan")
        verbose_name_plural = _("activities of the plan")
        ordering: ClassVar[list[str]] = ["first_month", "title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(first_month__gte=1)
                & Q(last_month__lte=12)
                & Q(last_month__gte=F("first_month")),
                name="plan_item_months_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PlanAdoption(models.Model):
    """An office says that a decided year stands in its own supervision plan (tillsynsplan)."""

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="adoptions")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    said_by = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=now)
    personal_data = classes(none="id plan_year office said_at", personal="said_by")

    class Meta:
        verbose_name = _("year in an office's own plan")
        verbose_name_plural = _("years in the offices' own plans")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan_year", "office"], name="one_adoption_per_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.plan_year}"


class OfficeShare(models.Model):
    """How many hours an office gives an activity."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="shares")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    hours = models.PositiveSmallIntegerField(_("Hours"), validators=[MinValueValidator(1)])
    spent = models.PositiveSmallIntegerField(_("Hours spent"), null=True, blank=True)
    personal_data = classes(none="id item office hours spent")

    class Meta:
        verbose_name = _("share of an office")
        verbose_name_plural = _("shares of offices")
        ordering: ClassVar[list[str]] = ["office__short_name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "office"], name="one_share_per_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.hours}"


class Goal(models.Model):
    """A goal that can be followed up."""

    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(_("Goal"), max_length=300)
    result = models.CharField(max_length=8, choices=GoalResult.choices, default=GoalResult.OPEN)
    comment = models.CharField(_("How it went"), max_length=400, blank=True)
    personal_data = classes(none="id item text result comment")

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.text


class PlanChange(models.Model):
    """A change of a decided activity: the decision behind it, and what was before and after."""

    item = models.ForeignKey(PlanItem, on_delete=models.PROTECT, related_name="changes")
    decision = models.ForeignKey("planning.Decision", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=now)
    before = models.JSONField()
    after = models.JSONField()
    personal_data = classes(none="id item decision changed_at before after")

    class Meta:
        verbose_name = _("change of the plan")
        verbose_name_plural = _("changes of the plan")
        ordering: ClassVar[list[str]] = ["changed_at", "id"]

    def __str__(self) -> str:
        return f"{self.item} {self.changed_at:%Y-%m-%d}"


class BudgetLine(models.Model):
    """An income or a cost that belongs to no activity."""

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="budget_lines")
    kind = models.CharField(_("Kind"), max_length=8, choices=LineKind.choices)
    title = models.CharField(_("What"), max_length=120)
    planned = models.PositiveIntegerField(_("Planned, kronor"), default=0)
    actual = models.PositiveIntegerField(_("Outcome, kronor"), null=True, blank=True)
    personal_data = classes(none="id plan_year kind title planned actual")

    class Meta:
        verbose_name = _("line of the budget")
        verbose_name_plural = _("budget")
        ordering: ClassVar[list[str]] = ["-kind", "id"]

    def __str__(self) -> str:
        return self.title


class FeeBasis(models.Model):
    """The number that an office's share of the member fees is counted from, such as its inhabitants."""

    plan_year = models.ForeignKey(PlanYear, on_delete=models.CASCADE, related_name="fee_bases")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("Basis"))
    personal_data = classes(none="id plan_year office number")

    class Meta:
        verbose_name = _("basis of a fee")
        verbose_name_plural = _("bases of fees")
        ordering: ClassVar[list[str]] = ["office__short_name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan_year", "office"], name="one_fee_per_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.number}"
