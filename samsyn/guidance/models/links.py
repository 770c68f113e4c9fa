"""Links in what is in force that no longer answer."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.guidance.models.documents import GuidanceDocument


class BrokenLink(models.Model):
    """A link that has not answered; gone again when it does. Told of when `is_told`."""

    document = models.ForeignKey(
        GuidanceDocument, on_delete=models.CASCADE, related_name="broken_links"
    )
    address = models.URLField(_("Address"), max_length=800)
    # What the other server said: a status (404), or nothing when there was no answer at all.
    status = models.PositiveSmallIntegerField(null=True)
    failures = models.PositiveSmallIntegerField(default=1)
    since = models.DateTimeField(default=now)
    personal_data = classes(none="id document address status failures since")

    class Meta:
        verbose_name = _("link without an answer")
        verbose_name_plural = _("links without an answer")
        ordering: ClassVar[list[str]] = ["address"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["document", "address"], name="guidance_link_once_per_document"
            ),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def is_told(self) -> bool:
        """Gone for good is told at once; what may be a bad day is told the second time."""
        return self.status in {404, 410} or self.failures > 1
