"""Editions: what was in force, when, in exactly which words. Written once by `publish_edition` and never again."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRefField
from samsyn.core.personal.interface import classes
from samsyn.guidance.models.documents import Clause, GuidanceDocument


class Frozen(models.Model):
    """A row that is written once; saving it again or deleting it is a programming error."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("An edition never changes; publish a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An edition is never deleted; withdraw the document.")


class Edition(Frozen):
    """One numbered edition: in force from a day, decided by somebody, frozen as HTML and PDF with checksums."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.PROTECT, related_name="editions"
    )
    number = models.CharField(_("Edition"), max_length=12)
    in_force_from = models.DateField(_("In force from"))
    decision = DecisionRefField(_("Decision"), null=False, blank=False)
    change_summary = models.TextField(_("What changed"), blank=True)
    change_reason = models.TextField(_("Why"), blank=True)
    title = models.CharField(max_length=160)
    purpose = models.TextField()
    html = models.TextField(_("The text as it was decided"))
    html_sha256 = models.CharField(max_length=64)
    pdf = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(
        none="id document number in_force_from decision change_summary change_reason title purpose html html_sha256 "
        "pdf published_at published_by"
    )

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering: ClassVar[list[str]] = ["-in_force_from", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document", "number"], name="guidance_edition_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"


class EditionClause(Frozen):
    """A clause as an edition has it, with what changed in it since the edition before and why."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="clauses")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="editions")
    number = models.CharField(max_length=12)
    chapter = models.CharField(max_length=160)
    heading = models.CharField(max_length=160, blank=True)
    html = models.TextField()
    grounds = models.TextField(blank=True)
    example = models.TextField(blank=True)
    citations = models.JSONField(default=list)
    # "", "new" or "changed" against the edition before.
    change = models.CharField(max_length=10, blank=True)
    change_reason = models.TextField(blank=True)
    personal_data = classes(
        none="id edition clause number chapter heading html grounds example citations change change_reason"
    )

    class Meta:
        verbose_name = _("clause of an edition")
        verbose_name_plural = _("clauses of editions")
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["edition", "clause"], name="guidance_clause_once_per_edition"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}".strip()
