"""The final report, the offices' comments on its draft, and figures that others have published."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Report(models.Model):
    """A campaign's report. Figures are live until it is finished; then they are frozen in `figures` with the PDF."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        COMMENTS = "comments", _("Out for comments")
        FINISHED = "finished", _("Finished")

    campaign = models.OneToOneField(
        "campaigns.Campaign", on_delete=models.CASCADE, related_name="report"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    comments_until = models.DateField(_("Comments until"), null=True, blank=True)
    figures = models.JSONField(null=True)
    snapshot_hash = models.CharField(max_length=64, blank=True)
    code_version = models.CharField(max_length=60, blank=True)
    pdf = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id campaign state comments_until figures snapshot_hash code_version pdf finished_at"
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def __str__(self) -> str:
        return f"{self.campaign} {self.state}"


class ReportSection(models.Model):
    """A text section that the coordinator writes; `revision` guards against two people writing at once."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=30)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField(default=now)
    personal_data = classes(none="id report key text revision written_by written_at")

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["report", "key"], name="report_section_once"),
        ]

    def __str__(self) -> str:
        return self.key


class OfficeComment(models.Model):
    """An office's comment on the draft, and what became of it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="comments")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=30, blank=True)
    text = models.TextField(_("Comment"))
    reply = models.TextField(_("Reply"), blank=True)
    written_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    written_at = models.DateTimeField(default=now)
    replied_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id report office section text reply written_by written_at replied_at"
    )

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering: ClassVar[list[str]] = ["written_at"]

    def __str__(self) -> str:
        return f"{self.office}: {self.text[:40]}"


class PublishedFigure(models.Model):
    """A figure exactly as somebody published it, with its source. Never computed back into records."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.CASCADE, related_name="published_figures"
    )
    label = models.CharField(_("Figure"), max_length=200)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    share = models.DecimalField(max_digits=6, decimal_places=4, null=True)
    as_published = models.CharField(_("As published"), max_length=200, blank=True)
    source = models.URLField(_("Source"), max_length=400)
    # Parts of the same whole: they are added and held against their common denominator.
    is_part = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)
    personal_data = classes(
        none="id campaign label numerator denominator share as_published source is_part order"
    )

    class Meta:
        verbose_name = _("published figure")
        verbose_name_plural = _("published figures")
        ordering: ClassVar[list[str]] = ["order", "id"]

    def __str__(self) -> str:
        return self.label
