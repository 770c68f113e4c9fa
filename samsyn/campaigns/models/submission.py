"""What officers report, its earlier versions, and the counts that are always up to date."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.codes import SelectionMethod, SubmissionState
from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Submission(models.Model):
    """One inspected object. The XML as received is the truth; `codes` and `row` are made from it when it is stored.

    `codes` has one byte per coded question of the form's codebook; `row` is the answers as one line of CSV in the
    order of the form's columns, so that an export of 100,000 is a concatenation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    campaign = models.ForeignKey(
        "campaigns.Campaign", on_delete=models.PROTECT, related_name="+", db_index=False
    )  # the indexes below begin with it
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey("campaigns.CampaignForm", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    state = models.CharField(
        max_length=10, choices=SubmissionState.choices, default=SubmissionState.DRAFT
    )
    is_field_test = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    reference = models.CharField(_("The office's own reference"), max_length=120, blank=True)
    object_type = models.CharField(_("Object type"), max_length=40, blank=True)
    visited_on = models.DateField(_("Day of the visit"), null=True)
    selection = models.CharField(
        _("Selection"), max_length=10, choices=SelectionMethod.choices, blank=True
    )
    measures = models.JSONField(_("Measures"), default=list)
    minutes = models.PositiveIntegerField(_("Time spent, minutes"), null=True)
    xml = models.BinaryField()
    codes = models.BinaryField(default=bytes)
    row = models.TextField(default="")
    content_hash = models.CharField(max_length=64, default="")
    receipt = models.CharField(_("Receipt"), max_length=24, default="")
    review = models.JSONField(_("Needs review"), default=list)
    # Whether `review` says anything: asked on each view of the workspace, which must not read every row for it.
    needs_review = models.BooleanField(default=False)
    withdrawn_reason = models.CharField(_("Reason for withdrawal"), max_length=300, blank=True)
    received_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id campaign office form author state is_field_test revision object_type visited_on selection measures "
        "minutes content_hash receipt review needs_review withdrawn_reason received_at codes reference",
        personal="xml row",
    )

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["campaign", "office", "state", "visited_on"], name="submission_of_office"
            ),
            models.Index(
                fields=["campaign", "state", "is_field_test", "visited_on"], name="counted_by_day"
            ),
            models.Index(
                fields=["campaign", "state", "is_field_test"],
                condition=Q(needs_review=True),
                name="waits_for_review",
            ),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_reason=""),
                name="withdrawn_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(receipt=""), name="submitted_has_a_receipt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference or self.pk}"


class SubmissionRevision(models.Model):
    """An earlier version of a submission, kept when it is corrected."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="revisions")
    revision = models.PositiveIntegerField()
    form = models.ForeignKey("campaigns.CampaignForm", on_delete=models.PROTECT, related_name="+")
    xml = models.BinaryField()
    codes = models.BinaryField(default=bytes)
    content_hash = models.CharField(max_length=64)
    receipt = models.CharField(max_length=24)
    received_at = models.DateTimeField()
    replaced_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    replaced_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id submission revision form codes content_hash receipt received_at replaced_by replaced_at",
        personal="xml",
    )

    class Meta:
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        ordering: ClassVar[list[str]] = ["-revision"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["submission", "revision"], name="submission_revision_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} {self.revision}"


class SetAside(models.Model):
    """Content that arrived under an id that already held something else: the first is kept, this is kept aside and seen."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="set_aside")
    xml = models.BinaryField()
    content_hash = models.CharField(max_length=64)
    sent_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    received_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id submission content_hash sent_by received_at settled_at", personal="xml"
    )

    class Meta:
        verbose_name = _("content set aside")
        verbose_name_plural = _("content set aside")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["submission", "content_hash"], name="set_aside_once_per_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} {self.content_hash[:8]}"


class Attachment(models.Model):
    """A photo of a submission, by the file name that the XML uses."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    personal_data = classes(none="id submission file", personal="name")

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["submission", "name"], name="attachment_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Tally(models.Model):
    """How often each code was answered, per office and object type, kept in the submission's own transaction."""

    form = models.ForeignKey(
        "campaigns.CampaignForm", on_delete=models.CASCADE, related_name="tallies"
    )
    campaign = models.ForeignKey("campaigns.Campaign", on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    object_type = models.CharField(max_length=40, blank=True)
    counts = models.BinaryField(default=bytes)
    submissions = models.PositiveIntegerField(default=0)
    minutes = models.PositiveBigIntegerField(default=0)
    minutes_reported = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id form campaign office object_type counts submissions minutes minutes_reported changed_at"
    )

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["form", "office", "object_type"], name="tally_once"),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.object_type}: {self.submissions}"


class DeviceKey(models.Model):
    """A key for a field app (ODK Collect and others) that reports as one person; stored only as a hash."""

    person = models.ForeignKey("organisations.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("Device"), max_length=80)
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(none="id person key_hash made_at ended_at", personal="name")

    class Meta:
        verbose_name = _("device key")
        verbose_name_plural = _("device keys")

    def __str__(self) -> str:
        return self.name
