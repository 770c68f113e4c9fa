"""The laws that guidance, questions and decisions cite, and what happens to them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.core.personal.interface import classes


class Law(models.Model):
    """An act or ordinance, known by its short code in references (MB) and its number (1998:808)."""

    code = models.CharField(_("Short code"), max_length=20, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    number = models.CharField(pgettext_lazy("law", "Number"), max_length=20, blank=True)
    personal_data = classes(none="id code name number")

    class Meta:
        verbose_name = _("law")
        verbose_name_plural = _("laws")
        ordering: ClassVar[list[str]] = ["code"]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})" if self.number else self.name


class LawEvent(models.Model):
    """A change of law that may make what cites it out of date. An empty section means the whole law."""

    law = models.ForeignKey(Law, on_delete=models.PROTECT, related_name="events")
    chapter = models.CharField(_("Chapter"), max_length=10, blank=True)
    section = models.CharField(pgettext_lazy("law", "Section"), max_length=10, blank=True)
    date = models.DateField(_("In force from"))
    what = models.TextField(_("What changes"))
    personal_data = classes(none="id law chapter section date what")

    class Meta:
        verbose_name = _("law event")
        verbose_name_plural = _("law events")
        ordering: ClassVar[list[str]] = ["-date", "-id"]

    def __str__(self) -> str:
        return f"{self.law.code} {self.chapter}:{self.section} {self.date}"
