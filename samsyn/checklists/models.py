"""Checklists: a stable thing, immutable versions, a pointer to the newest, a log of what changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Checklist(models.Model):
    """A question form that a collaboration keeps, known by its short name in addresses."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Short name in addresses"), max_length=80)
    title = models.CharField(_("Title"), max_length=160)
    purpose = models.TextField(_("Purpose"), blank=True)
    source = models.TextField(
        _("Source"), blank=True, help_text=_("Where the questions come from, with address.")
    )
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    created_at = models.DateTimeField(default=now)
    personal_data = classes(none="id collaboration slug title purpose source is_example created_at")

    class Meta:
        verbose_name = _("checklist")
        verbose_name_plural = _("checklists")
        ordering: ClassVar[list[str]] = ["title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="checklist_slug_once_per_collaboration"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ChecklistVersion(models.Model):
    """One version of a checklist. A draft may be replaced by a new upload; a published version never changes."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", pgettext_lazy("checklist", "Withdrawn")

    checklist = models.ForeignKey(Checklist, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("Version"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    workbook = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    definition = models.JSONField()
    content_hash = models.CharField(max_length=64)
    change_note = models.TextField(_("What changed and why"), blank=True)
    uploaded_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id checklist number state workbook definition content_hash change_note uploaded_by uploaded_at "
        "published_by published_at"
    )

    class Meta:
        verbose_name = _("checklist version")
        verbose_name_plural = _("checklist versions")
        ordering: ClassVar[list[str]] = ["-number", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["checklist", "number"], name="checklist_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["checklist"], condition=Q(state="draft"), name="one_draft_per_checklist"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", published_at=None, number=None)
                | Q(~Q(state="draft"), published_at__isnull=False, number__isnull=False),
                name="checklist_version_published_has_number_and_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checklist} {self.number or self.state}"


class ChecklistChange(models.Model):
    """One line of the revision log: which item changed, how, and who asked for it."""

    version = models.ForeignKey(ChecklistVersion, on_delete=models.CASCADE, related_name="changes")
    item = models.CharField(pgettext_lazy("checklist", "Item"), max_length=120)
    code = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    asked_by = models.CharField(_("Asked for by"), max_length=200, blank=True)
    personal_data = classes(none="id version item code params", personal="asked_by")

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.item}: {self.code}"


class LocalQuestions(models.Model):
    """An office's own questions beside a checklist version. They never enter the common result."""

    version = models.ForeignKey(
        ChecklistVersion, on_delete=models.PROTECT, related_name="local_questions"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    workbook = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    definition = models.JSONField()
    uploaded_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=now)
    personal_data = classes(none="id version office workbook definition uploaded_by uploaded_at")

    class Meta:
        verbose_name = _("local questions")
        verbose_name_plural = _("local questions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "office"], name="local_questions_once_per_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.version}"
