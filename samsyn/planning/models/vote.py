"""A vote about proposals: one answer per member organisation, after its people have said their views."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.planning.codes import Stance, VoteMethod


class Vote(models.Model):
    """Questions to the member organisations, open from one day to another."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(_("Headline"), max_length=160)
    introduction = models.TextField(_("Introduction"), blank=True)
    method = models.CharField(_("Method"), max_length=8, choices=VoteMethod.choices)
    points = models.PositiveSmallIntegerField(_("Points to distribute"), default=10)
    plan_year = models.PositiveSmallIntegerField(_("For the year"))
    opens = models.DateField(_("First day"))
    closes = models.DateField(_("Last day"))
    with_region = models.BooleanField(_("The Region votes"), default=False)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration title introduction method points plan_year opens closes with_region is_example made_at"
    )

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering: ClassVar[list[str]] = ["-closes", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="vote_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.opens <= today() <= self.closes

    @property
    def is_closed(self) -> bool:
        return today() > self.closes


class VoteItem(models.Model):
    """One proposal of the vote."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="items")
    proposal = models.ForeignKey(
        "planning.Proposal", on_delete=models.PROTECT, related_name="vote_items"
    )
    order = models.PositiveSmallIntegerField(default=0)
    personal_data = classes(none="id vote proposal order")

    class Meta:
        verbose_name = _("question of a vote")
        verbose_name_plural = _("questions of a vote")
        ordering: ClassVar[list[str]] = ["order", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["vote", "proposal"], name="proposal_once_per_vote"),
        ]

    def __str__(self) -> str:
        return self.proposal.title


class Ballot(models.Model):
    """The answer of one organisation. `revision` tells two people of the same office apart."""

    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="ballots")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(default=now)
    revision = models.PositiveIntegerField(default=1)
    personal_data = classes(none="id vote office answered_at revision", personal="answered_by")

    class Meta:
        verbose_name = _("answer of an organisation")
        verbose_name_plural = _("answers of organisations")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["vote", "office"], name="one_answer_per_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.vote}"


class BallotLine(models.Model):
    """What the organisation says about one proposal: a rank, points, or yes, no, abstain."""

    ballot = models.ForeignKey(Ballot, on_delete=models.CASCADE, related_name="lines")
    item = models.ForeignKey(VoteItem, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    stance = models.CharField(max_length=8, choices=Stance.choices, blank=True)
    reason = models.CharField(_("The reason"), max_length=400, blank=True)
    personal_data = classes(none="id ballot item number stance reason")

    class Meta:
        verbose_name = _("line of an answer")
        verbose_name_plural = _("lines of an answer")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["ballot", "item"], name="one_line_per_question"),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.stance or self.number}"


class ColleagueView(models.Model):
    """What somebody at the office thinks, for her kontaktperson; seen by her own office only."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="colleague_views")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("Your view"), max_length=2000)
    written_at = models.DateTimeField(default=now)
    personal_data = classes(none="id vote office written_at", personal="person text")

    class Meta:
        verbose_name = _("view of a colleague")
        verbose_name_plural = _("views of colleagues")
        ordering: ClassVar[list[str]] = ["written_at", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["vote", "person"], name="one_view_per_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.vote}"
