"""Searches that found nothing: what the guidance lacks, or calls by another word."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class SearchMiss(models.Model):
    """Words that were searched for in vain, how often and when last. Who searched is not kept."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.CASCADE, related_name="+"
    )
    words = models.CharField(_("Words"), max_length=80)
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField(default=now)
    personal_data = classes(none="id collaboration words times last_at")

    class Meta:
        verbose_name = _("search without a hit")
        verbose_name_plural = _("searches without a hit")
        ordering: ClassVar[list[str]] = ["-times", "-last_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["collaboration", "words"], name="guidance_miss_once"),
        ]

    def __str__(self) -> str:
        return self.words
