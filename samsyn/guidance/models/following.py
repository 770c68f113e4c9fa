"""What happens to an edition after the decision: reviews, boards that adopt it, officers who have read it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.guidance.codes import AdoptionState, ReviewOutcome
from samsyn.guidance.models.documents import GuidanceDocument
from samsyn.guidance.models.editions import Edition


class Review(models.Model):
    """One review (aktualitetsgranskning): what it came to and why."""

    document = models.ForeignKey(GuidanceDocument, on_delete=models.PROTECT, related_name="reviews")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="reviews")
    outcome = models.CharField(max_length=14, choices=ReviewOutcome.choices)
    reason = models.TextField(_("Reason"))
    reviewed_on = models.DateField(default=today)
    next_due = models.DateField(_("Next review by"))
    reviewed_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(
        none="id document edition outcome reason reviewed_on next_due reviewed_by"
    )

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering: ClassVar[list[str]] = ["-reviewed_on", "-id"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.reviewed_on}"


class Adoption(models.Model):
    """What one office's board has decided about a document; one row an office, the trail keeps the earlier ones."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.PROTECT, related_name="adoptions"
    )
    office = models.ForeignKey("organisations.Office", on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(
        Edition, null=True, on_delete=models.PROTECT, related_name="adoptions"
    )
    state = models.CharField(_("State"), max_length=10, choices=AdoptionState.choices)
    date = models.DateField(_("Date"), null=True, blank=True)
    paragraph = models.CharField(_("Paragraph of the minutes"), max_length=20, blank=True)
    deviation = models.TextField(_("Deviation"), blank=True)
    changed_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id document office edition state date paragraph deviation changed_at"
    )

    class Meta:
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document", "office"], name="guidance_adoption_once_per_office"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="deviates") | ~models.Q(deviation=""),
                name="guidance_deviation_is_told",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.office_id}"


class ReadReceipt(models.Model):
    """An officer says that she has read an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="receipts")
    person = models.ForeignKey("organisations.Person", on_delete=models.CASCADE, related_name="+")
    read_at = models.DateTimeField(default=now)
    personal_data = classes(none="id edition person", personal="read_at")

    class Meta:
        verbose_name = _("read receipt")
        verbose_name_plural = _("read receipts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["edition", "person"], name="guidance_read_once"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.person_id}"
