"""Needs and proposals: from the members, with support, comments and the preparing group's opinions."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.interface import LegalArea
from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.planning.codes import ActivityType, ProposalKind, ProposalState, Urgency


class Proposal(models.Model):
    """A need (short) or a proposal. Its number, such as 2026-07, follows it all the way to the annual report."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    number = models.CharField(_("Its number"), max_length=10)
    kind = models.CharField(max_length=10, choices=ProposalKind.choices)
    state = models.CharField(
        _("State"), max_length=10, choices=ProposalState.choices, default=ProposalState.NEW
    )
    title = models.CharField(_("Headline"), max_length=160)
    background = models.TextField(_("Background"))
    purpose = models.TextField(_("Purpose"), blank=True)
    goal = models.TextField(_("Goal"), blank=True)
    target_group = models.CharField(_("Target group"), max_length=200, blank=True)
    activity_type = models.CharField(
        _("Type"), max_length=12, choices=ActivityType.choices, blank=True
    )
    legal_area = models.CharField(
        _("Supervisory area"), max_length=12, choices=LegalArea.choices, blank=True
    )
    effect = models.TextField(_("Expected effect on equal supervision"), blank=True)
    contribution = models.TextField(_("Own contribution"), blank=True)
    urgency = models.CharField(
        _("Urgency"), max_length=10, choices=Urgency.choices, default=Urgency.PLANNED
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=now)
    plan_year = models.PositiveSmallIntegerField(_("For the year"))
    need = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="grown"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    reason = models.TextField(_("Reason for the answer"), blank=True)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    personal_data = classes(
        none="id collaboration number kind state title background purpose goal target_group activity_type legal_area "
        "effect contribution urgency office proposed_at plan_year need merged_into reason is_example",
        personal="proposed_by",
    )

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering: ClassVar[list[str]] = ["-proposed_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "number"], name="proposal_number_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Support(models.Model):
    """An office stands behind another office's proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="supports")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=now)
    personal_data = classes(none="id proposal office given_at", personal="given_by")

    class Meta:
        verbose_name = _("support")
        verbose_name_plural = _("support")
        ordering: ClassVar[list[str]] = ["given_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["proposal", "office"], name="one_support_per_office"),
        ]

    def __str__(self) -> str:
        return f"{self.office} for {self.proposal}"


class Comment(models.Model):
    """What an office says about a proposal on the compiled list."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="comments")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(default=now)
    text = models.TextField(_("Comment"))
    personal_data = classes(none="id proposal office written_at text", personal="written_by")

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering: ClassVar[list[str]] = ["written_at", "id"]

    def __str__(self) -> str:
        return f"{self.office}: {self.proposal}"


class Criterion(models.Model):
    """Something the steering group weighs proposals by; there are no weights."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("Criterion"), max_length=120)
    question = models.CharField(_("What to think of"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    is_used = models.BooleanField(default=True)
    personal_data = classes(none="id collaboration name question order is_used")

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering: ClassVar[list[str]] = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Opinion(models.Model):
    """The preparing group's words about a proposal under one criterion."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="opinions")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField(default=now)
    personal_data = classes(none="id proposal criterion text written_at")

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering: ClassVar[list[str]] = ["criterion__order", "criterion_id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["proposal", "criterion"], name="one_opinion_per_criterion"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.proposal}"
