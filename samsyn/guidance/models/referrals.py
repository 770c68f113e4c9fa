"""Referral (remiss): a draft as it was sent out, what the offices said about each clause, and the reply to each."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.guidance.codes import ReplyKind
from samsyn.guidance.models.documents import Clause, GuidanceDocument


class Referral(models.Model):
    """One round of comments. The draft may be written on meanwhile; what was sent out stays as it was."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.PROTECT, related_name="referrals"
    )
    message = models.TextField(_("What the offices are to look at"), blank=True)
    opened_on = models.DateField(default=today)
    closes = models.DateField(_("Last day of the referral"))
    closed_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(none="id document message opened_on closes closed_at opened_by")

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(closed_at=None),
                name="guidance_one_open_referral",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.opened_on}"

    @property
    def is_open(self) -> bool:
        """Whether offices may still answer: it has not been closed, and the last day has not passed."""
        return self.closed_at is None and today() <= self.closes


class ReferredClause(models.Model):
    """A clause as it was sent out."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="clauses")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=12)
    chapter = models.CharField(max_length=160)
    heading = models.CharField(max_length=160, blank=True)
    text = models.TextField()
    grounds = models.TextField(blank=True)
    example = models.TextField(blank=True)
    citations = models.JSONField(default=list)
    personal_data = classes(
        none="id referral clause number chapter heading text grounds example citations"
    )

    class Meta:
        verbose_name = _("clause sent out")
        verbose_name_plural = _("clauses sent out")
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["referral", "clause"], name="guidance_clause_once_per_referral"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading or self.chapter}"


class OfficeAnswer(models.Model):
    """An office's answer: begun, and handed in when it stands for it."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="answers")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField(null=True, blank=True)
    # Counts the times it was saved: two colleagues who write at once are told.
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=now)
    changed_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(none="id referral office handed_in_at revision changed_at changed_by")

    class Meta:
        verbose_name = _("office's answer to a referral")
        verbose_name_plural = _("offices' answers to referrals")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["referral", "office"], name="guidance_answer_once_per_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referral_id} {self.office_id}"


class Comment(models.Model):
    """What an office says about one clause, or about the whole, and what it got for a reply."""

    answer = models.ForeignKey(OfficeAnswer, on_delete=models.CASCADE, related_name="comments")
    # None for what is said of the whole.
    clause = models.ForeignKey(
        ReferredClause, null=True, on_delete=models.CASCADE, related_name="comments"
    )
    text = models.TextField(_("What the office says"))
    reply_kind = models.CharField(max_length=10, choices=ReplyKind.choices, blank=True)
    reply = models.TextField(_("Reply"), blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(none="id answer clause text reply_kind reply replied_at replied_by")

    class Meta:
        verbose_name = _("comment on a clause")
        verbose_name_plural = _("comments on clauses")
        ordering: ClassVar[list[str]] = ["clause_id", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["answer", "clause"], name="guidance_comment_once_per_clause"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
