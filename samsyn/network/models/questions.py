"""Questions between officers, and their answers. A question may be about a subject of a higher package."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.network.codes import Area


class Question(models.Model):
    """A question asked in a collaboration, for example about an item of a campaign's checklist."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waits for an answer")
        ANSWERED = "answered", _("Answered")

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        "organisations.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    # What the question is about: the table and key of a higher package's row, and a label kept as it read then.
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=64, blank=True)
    item = models.CharField(_("Item of the checklist"), max_length=200, blank=True)
    text = models.CharField(_("Question"), max_length=300)
    details = models.TextField(_("More about the question"), blank=True)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices, blank=True)
    law = models.CharField(_("Section of law or guidance"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    is_example = models.BooleanField(default=False)
    asked_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration office subject_type subject_id item text details area law state is_example asked_by asked_at"
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering: ClassVar[list[str]] = ["-asked_at"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["subject_type", "subject_id", "state"], name="question_of_subject"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """An answer to a question, with the weight of who gives it."""

    class Weight(models.TextChoices):
        COLLEAGUE = "colleague", _("Colleague")
        COORDINATOR = "coordinator", _("County coordinator")
        COUNTY_BOARD = "county_board", _("County administrative board")
        COURT = "court", _("Court")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("Answer"))
    weight = models.CharField(max_length=14, choices=Weight.choices, default=Weight.COLLEAGUE)
    settles = models.BooleanField(_("Settles the question"), default=False)
    source = models.CharField(_("Judgment or other source"), max_length=200, blank=True)
    valid_until = models.DateField(_("Valid until"), null=True, blank=True)
    # An agreed answer: the collaboration has agreed on it, and says why.
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_reason = models.CharField(_("Why it is agreed"), max_length=300, blank=True)
    # What it became in the guidance: an agreed answer of the county, at a clause when it belongs to one.
    shared = models.ForeignKey(
        "guidance.AgreedAnswer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id question text weight settles source valid_until agreed_at agreed_reason shared answered_by answered_at"
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering: ClassVar[list[str]] = ["answered_at"]

    def __str__(self) -> str:
        return self.text[:60]
