"""A guidance document as it is being written: its clauses and what they cite. What is in force is an edition."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.guidance.codes import Area, AttachmentKind, DocumentState


class GuidanceDocument(models.Model):
    """One guidance document with its address for good, whatever edition is in force."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Address"), max_length=80)
    title = models.CharField(_("Title"), max_length=160)
    purpose = models.TextField(_("Purpose"))
    target_group = models.CharField(_("Written for"), max_length=200, blank=True)
    area = models.CharField(_("Area"), max_length=20, choices=Area.choices)
    owner = models.ForeignKey(
        "organisations.Person", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    working_group = models.CharField(_("Working group"), max_length=120, blank=True)
    # Those of the working group who write, beside those who write pages.
    writers = models.ManyToManyField("organisations.Person", related_name="+", blank=True)
    review_months = models.PositiveSmallIntegerField(_("Months between reviews"), default=24)
    review_due = models.DateField(_("To be reviewed by"), null=True, blank=True)
    members_only = models.BooleanField(_("For members only"), default=False)
    members_reason = models.CharField(_("Why for members only"), max_length=200, blank=True)
    state = models.CharField(
        max_length=12, choices=DocumentState.choices, default=DocumentState.DRAFT
    )
    ended_on = models.DateField(_("No longer in force from"), null=True, blank=True)
    ended_reason = models.CharField(_("Why it no longer applies"), max_length=300, blank=True)
    replaced_by = models.ForeignKey(
        "guidance.GuidanceDocument", null=True, blank=True, on_delete=models.PROTECT, related_name="replaces"
    )  # fmt: skip
    is_example = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration slug title purpose target_group area owner working_group writers review_months review_due "
        "members_only members_reason state ended_on ended_reason replaced_by is_example made_at"
    )

    class Meta:
        verbose_name = _("guidance document")
        verbose_name_plural = _("guidance documents")
        ordering: ClassVar[list[str]] = ["title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="guidance_slug_once_per_collaboration"
            ),
            models.CheckConstraint(
                condition=models.Q(members_only=False) | ~models.Q(members_reason=""),
                name="guidance_closed_only_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        """Whether it has been replaced or withdrawn: nothing more is written in it."""
        return self.state in {DocumentState.REPLACED, DocumentState.WITHDRAWN}

    @property
    def is_overdue(self) -> bool:
        """Whether the day by which it should have been reviewed has passed."""
        return (
            self.state == DocumentState.IN_FORCE
            and self.review_due is not None
            and self.review_due < today()
        )


class Clause(models.Model):
    """A clause (avsnitt) with an identity that outlives its number and its wording; the draft's text."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(GuidanceDocument, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField(default=0)
    chapter = models.CharField(_("Chapter"), max_length=160)
    heading = models.CharField(_("Heading"), max_length=160, blank=True)
    # Cleaned by samsyn.guidance.cleaning when it is stored.
    text = models.TextField(_("Text"))
    grounds = models.TextField(_("Grounds for assessment"), blank=True)
    example = models.TextField(_("Example decision"), blank=True)
    removed = models.BooleanField(_("Removed from the draft"), default=False)
    personal_data = classes(
        none="id uuid document position chapter heading text grounds example removed"
    )

    class Meta:
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        ordering: ClassVar[list[str]] = ["position", "id"]

    def __str__(self) -> str:
        return self.heading or self.chapter


class Citation(models.Model):
    """A reference from a clause to a law, an ordinance or a court case, as data."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="citations")
    # Short code or number of the law (MB, 1998:901); empty for a court case.
    law = models.CharField(_("Law cited"), max_length=20, blank=True)
    chapter = models.CharField(_("Chapter"), max_length=10, blank=True)
    section = models.CharField(_("Section of the law"), max_length=10, blank=True)
    label = models.CharField(_("As it is written"), max_length=160)
    personal_data = classes(none="id clause law chapter section label")

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering: ClassVar[list[str]] = ["id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["law", "chapter", "section"], name="guidance_citation_of"),
        ]

    def __str__(self) -> str:
        return self.label


class Attachment(models.Model):
    """A file beside the text: a letter or decision template, a checklist."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.CASCADE, related_name="attachments"
    )
    title = models.CharField(_("Title"), max_length=160)
    kind = models.CharField(
        max_length=10, choices=AttachmentKind.choices, default=AttachmentKind.OTHER
    )
    stored = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    # The file's own words, for search; None until the worker has read them.
    words = models.TextField(null=True)  # empty means: read, and there are none
    personal_data = classes(none="id document title kind stored words")

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.title


class OtherGuidance(models.Model):
    """What others have published, and what of it we use. With a document: a forerunner in its chain."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    document = models.ForeignKey(
        GuidanceDocument, null=True, blank=True, on_delete=models.CASCADE, related_name="forerunners"
    )  # fmt: skip
    title = models.CharField(_("Title"), max_length=200)
    publisher = models.CharField(_("Published by"), max_length=160)
    year = models.CharField(_("Year"), max_length=20, blank=True)
    address = models.URLField(_("Address"), max_length=400, blank=True)
    used_for = models.CharField(_("What of it we use"), max_length=300, blank=True)
    checked_on = models.DateField(_("Checked on"), default=today)
    answered = models.BooleanField(_("The link answered"), null=True, blank=True)
    personal_data = classes(
        none="id collaboration document title publisher year address used_for checked_on answered"
    )

    class Meta:
        verbose_name = _("others' guidance")
        verbose_name_plural = _("others' guidance")
        ordering: ClassVar[list[str]] = ["year", "id"]

    def __str__(self) -> str:
        return self.title
