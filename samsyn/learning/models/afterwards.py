"""What is kept after an event: anonymous evaluations, what came of it, certificates; and the feeds of the calendar."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now, today
from samsyn.core.personal.interface import classes
from samsyn.learning.codes import Change
from samsyn.learning.models.event import Event
from samsyn.learning.models.registration import Registration

ONE_TO_TEN = [MinValueValidator(1), MaxValueValidator(10)]


class Evaluation(models.Model):
    """One anonymous answer: no link to who gave it, and no time of day."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="evaluations")
    overall = models.PositiveSmallIntegerField(_("The whole"), validators=ONE_TO_TEN)
    expectation = models.PositiveSmallIntegerField(_("Met my expectations"), validators=ONE_TO_TEN)
    lecturer = models.PositiveSmallIntegerField(_("The lecturer"), validators=ONE_TO_TEN)
    usefulness = models.PositiveSmallIntegerField(_("Useful in my work"), validators=ONE_TO_TEN)
    comment = models.TextField(_("What should be better next time?"), blank=True)
    own_answers = models.JSONField(default=dict, blank=True)
    # Neither key nor time tells the order in which people answered.
    id = models.UUIDField(primary_key=True)
    personal_data = classes(
        none="id event overall expectation lecturer usefulness own_answers", personal="comment"
    )

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return str(self.event_id)


class FollowUp(models.Model):
    """After three months: did the work change? Anonymous as the evaluation."""

    id = models.UUIDField(primary_key=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="follow_ups")
    change = models.CharField(max_length=10, choices=Change.choices)
    what = models.TextField(_("What is different?"), blank=True)
    personal_data = classes(none="id event change", personal="what")

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.get_change_display()


class Certificate(models.Model):
    """That somebody was there, as it read the day it was issued; verified by its number."""

    number = models.CharField(max_length=20, unique=True)
    registration = models.OneToOneField(
        Registration, on_delete=models.PROTECT, related_name="certificate"
    )
    name = models.CharField(max_length=120)
    event_title = models.CharField(max_length=160)
    held_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    issued_on = models.DateField(default=today)
    personal_data = classes(
        none="id number registration event_title held_on hours issued_on", personal="name"
    )

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        return self.number


class CalendarFeed(models.Model):
    """The secret address of a person's own calendar; a new one closes the old."""

    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    revoked_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(none="id person made_at revoked_at", personal="secret_hash")

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self) -> str:
        return str(self.person_id)
