"""What an office that cannot report per object reports instead, and how it reads its own files."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class OfficeTotals(models.Model):
    """An office's totals per question: {question: {code: number}}, the number of objects, and where it does not add up."""

    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.CASCADE, related_name="office_totals"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey("campaigns.CampaignForm", on_delete=models.PROTECT, related_name="+")
    objects_inspected = models.PositiveIntegerField(_("Inspected objects"), default=0)
    totals = models.JSONField(default=dict)
    measures = models.JSONField(default=dict)
    minutes = models.PositiveIntegerField(_("Time spent, minutes"), null=True)
    comment = models.TextField(_("Comment"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    reported_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reported_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id campaign office form objects_inspected totals measures minutes comment revision reported_by reported_at"
    )

    class Meta:
        verbose_name = _("office totals")
        verbose_name_plural = _("office totals")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "office"], name="office_totals_once"),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.objects_inspected}"


class ImportMapping(models.Model):
    """Which column of an office's own file is which question, saved for the next time."""

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    mapping = models.JSONField(default=dict)
    saved_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    saved_at = models.DateTimeField(default=now)
    personal_data = classes(none="id campaign office mapping saved_by saved_at")

    class Meta:
        verbose_name = _("column mapping")
        verbose_name_plural = _("column mappings")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["campaign", "office"], name="import_mapping_once"),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.campaign}"


class ObjectImport(models.Model):
    """An office's file on its way to become objects: uploaded, tried, and taken in whole or not at all.

    `mapping` is question name -> heading of the file, or `=code` for an answer that holds for every row. The file is
    kept until its rows are taken in or it has been forgotten for a week.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Columns are being chosen")
        TRYING = "trying", _("Being tried")
        TRIED = "tried", _("Tried")
        STORING = "storing", _("Being taken in")
        DONE = "done", _("Taken in")
        FORGOTTEN = "forgotten", _("Removed")

    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey("campaigns.CampaignForm", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("File"), max_length=200)
    file = models.ForeignKey(
        "core.StoredFile", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    work = models.ForeignKey("core.Work", null=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    headings = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    already = models.PositiveIntegerField(default=0)
    failing = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    left = models.JSONField(default=list)
    made_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    personal_data = classes(
        none="id campaign office form file work state headings mapping rows new already failing made_by made_at ended_at",
        personal="name problems left",
    )

    class Meta:
        verbose_name = _("import of objects")
        verbose_name_plural = _("imports of objects")
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return self.name
