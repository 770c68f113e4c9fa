"""Agreed answers (samsynsfrågor): one question on which the county stands together, and who stands aside."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.decisions.interface import DecisionRefField
from samsyn.core.personal.interface import classes
from samsyn.guidance.codes import AnswerState, Area
from samsyn.guidance.models.documents import Clause


class AgreedAnswer(models.Model):
    """Question, agreed answer, reasons, date and the day by which it is looked at again."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Address"), max_length=80)
    question = models.CharField(_("Question"), max_length=300)
    answer = models.TextField(_("County agreement"))
    reasons = models.TextField(_("Reasons"))
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices)
    clause = models.ForeignKey(
        Clause, null=True, blank=True, on_delete=models.SET_NULL, related_name="agreed_answers"
    )
    agreed_on = models.DateField(_("Agreed on"), default=today)
    decision = DecisionRefField(_("Decision"))
    review_due = models.DateField(_("To be reviewed by"))
    state = models.CharField(
        max_length=10, choices=AnswerState.choices, default=AnswerState.IN_FORCE
    )
    ended_reason = models.CharField(_("Why it no longer applies"), max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "guidance.AgreedAnswer", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )  # fmt: skip
    members_only = models.BooleanField(_("For members only"), default=False)
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration slug question answer reasons area clause agreed_on decision review_due state "
        "ended_reason replaced_by members_only is_example made_at"
    )

    class Meta:
        verbose_name = _("agreed answer")
        verbose_name_plural = _("agreed answers")
        ordering: ClassVar[list[str]] = ["-agreed_on", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="guidance_answer_slug_once"
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_overdue(self) -> bool:
        return self.state == AnswerState.IN_FORCE and self.review_due < today()


class AnswerCitation(models.Model):
    """What an agreed answer rests on in law."""

    agreed_answer = models.ForeignKey(
        AgreedAnswer, on_delete=models.CASCADE, related_name="citations"
    )
    law = models.CharField(_("Law cited"), max_length=20, blank=True)
    chapter = models.CharField(_("Chapter"), max_length=10, blank=True)
    section = models.CharField(_("Section of the law"), max_length=10, blank=True)
    label = models.CharField(_("As it is written"), max_length=160)
    personal_data = classes(none="id agreed_answer law chapter section label")

    class Meta:
        verbose_name = _("citation of an agreed answer")
        verbose_name_plural = _("citations of agreed answers")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.label


class OfficeStand(models.Model):
    """Whether an office stands behind an agreed answer; one that does not says why."""

    agreed_answer = models.ForeignKey(AgreedAnswer, on_delete=models.CASCADE, related_name="stands")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    stands_behind = models.BooleanField(_("Stands behind the answer"))
    note = models.CharField(_("Why not"), max_length=300, blank=True)
    personal_data = classes(none="id agreed_answer office stands_behind note")

    class Meta:
        verbose_name = _("office's stand")
        verbose_name_plural = _("offices' stands")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["agreed_answer", "office"], name="guidance_stand_once_per_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreed_answer_id} {self.office_id}"
