"""Exercises, their rounds, what is right in them, and the officers' own sheets of answers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes


class Exercise(models.Model):
    """A samsynsövning: one or more rounds, each with a case of its own, the same questions in all."""

    class Scale(models.TextChoices):
        NOMINAL = "nominal", _("The answers have no order")
        ORDINAL = "ordinal", _("The answers stand in order, from mildest to strictest")

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Short name in addresses"), max_length=80)
    title = models.CharField(_("Title"), max_length=160)
    lead = models.TextField(_("What it is about"), blank=True)
    scale = models.CharField(max_length=8, choices=Scale.choices, default=Scale.NOMINAL)
    network = models.ForeignKey(
        "network.Network", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_example = models.BooleanField(default=False)
    made_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration slug title lead scale network is_example made_by made_at"
    )

    class Meta:
        verbose_name = _("calibration exercise")
        verbose_name_plural = _("calibration exercises")
        ordering: ClassVar[list[str]] = ["-made_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="exercise_slug_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class InvitedOffice(models.Model):
    """An office whose officers are asked to answer."""

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="invited")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    personal_data = classes(none="id exercise office")

    class Meta:
        verbose_name = _("invited office")
        verbose_name_plural = _("invited offices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["exercise", "office"], name="office_invited_once"),
        ]

    def __str__(self) -> str:
        return str(self.office_id)


class Round(models.Model):
    """One case to judge, until a deadline. A later round has another, equivalent case and the same questions."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open for answers")
        CLOSED = "closed", _("Closed for answers")

    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    case_title = models.CharField(_("The case in a few words"), max_length=160)
    case_text = models.TextField(_("The case"))
    film_url = models.URLField(_("Link to a film"), max_length=500, blank=True)
    version = models.ForeignKey(
        "checklists.ChecklistVersion", on_delete=models.PROTECT, related_name="+"
    )
    deadline = models.DateField(_("Last day to answer"))
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    discussed_on = models.DateField(_("Discussed on"), null=True, blank=True)
    personal_data = classes(
        none="id exercise number case_title case_text film_url version deadline state opened_on closed_on discussed_on"
    )

    class Meta:
        verbose_name = _("round of an exercise")
        verbose_name_plural = _("rounds of an exercise")
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["exercise", "number"], name="round_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.exercise_id}/{self.number}"

    @property
    def takes_answers(self) -> bool:
        """Whether officers answer blind today: open, and the last day has not passed."""
        return self.state == self.State.OPEN and today() <= self.deadline

    @property
    def is_over(self) -> bool:
        """Whether its answers may be shown: closed, or its last day has passed."""
        return self.state != self.State.DRAFT and not self.takes_answers


class CaseFile(models.Model):
    """A picture or a document of a case; the description is what those who do not see the picture get."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="files")
    description = models.CharField(_("What it shows"), max_length=300)
    is_picture = models.BooleanField(default=False)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    personal_data = classes(none="id round description is_picture file")

    class Meta:
        verbose_name = _("file of a case")
        verbose_name_plural = _("files of a case")
        ordering: ClassVar[list[str]] = ["-is_picture", "id"]

    def __str__(self) -> str:
        return self.description


class Key(models.Model):
    """What is known about one question of a round: the expected answer, the clause it tests, what was agreed."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="keys")
    question = models.CharField(max_length=120)
    expected = models.CharField(_("Expected answer"), max_length=120, blank=True)
    expected_reason = models.TextField(_("Why it is expected"), blank=True)
    # A clause of the guidance as it read then; a plain value, so that this package knows nothing of guidance.
    clause_guide = models.SlugField(_("Guidance"), max_length=120, blank=True)
    clause_id = models.UUIDField(_("The clause's id"), null=True, blank=True)
    clause_label = models.CharField(_("Clause of the guidance"), max_length=200, blank=True)
    agreed = models.CharField(_("Agreed answer"), max_length=120, blank=True)
    agreed_reason = models.TextField(_("Why we agreed on it"), blank=True)
    proposed_clause = models.TextField(_("Proposed wording of the clause"), blank=True)
    agreed_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    # The agreed answer of the county that it became.
    shared = models.ForeignKey(
        "guidance.AgreedAnswer", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    personal_data = classes(
        none="id round question expected expected_reason clause_guide clause_id clause_label agreed agreed_reason "
        "proposed_clause agreed_by agreed_at shared"
    )

    class Meta:
        verbose_name = _("key to a question")
        verbose_name_plural = _("keys to questions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "question"], name="key_once_per_question"),
        ]

    def __str__(self) -> str:
        return self.question


class Sheet(models.Model):
    """One officer's answers in one round: question to [answer, reason]. Nobody else reads them with her name on.

    The office is that of the day she answered. A late sheet is sent after the round was over: it trains, and counts in
    no result.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sheets")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(
        "organisations.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answers = models.JSONField(default=dict)
    is_late = models.BooleanField(default=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id round person office is_late sent_at changed_at", personal="answers"
    )

    class Meta:
        verbose_name = _("sheet of answers")
        verbose_name_plural = _("sheets of answers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "person"], name="sheet_once_per_person"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
