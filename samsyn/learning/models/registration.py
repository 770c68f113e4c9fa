"""Registrations: who has a seat, who waits, who was there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.learning.codes import ACTIVE, Attendance, Seat
from samsyn.learning.models.event import Event


class Registration(models.Model):
    """One person at one event. The office is that of the day of registration: it holds the seat."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(
        "organisations.Person", null=True, on_delete=models.PROTECT, related_name="+"
    )
    office = models.ForeignKey(
        "organisations.Office", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("E-mail"))
    organisation = models.CharField(_("Organisation"), max_length=160, blank=True)
    seat = models.CharField(max_length=10, choices=Seat.choices)
    order = (
        models.PositiveIntegerField()
    )  # the order they came, given while the event's turn is held
    offered_until = models.DateTimeField(null=True, blank=True)
    # By question, in the words that were asked.
    answers = models.JSONField(_("Answers to the questions"), default=dict, blank=True)
    key = models.CharField(max_length=64, unique=True)  # guests reach their registration with it
    sequence = models.PositiveIntegerField(default=0)
    registered_by = models.ForeignKey(
        "core.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    registered_at = models.DateTimeField(default=now)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    attendance = models.CharField(
        max_length=10, choices=Attendance.choices, default=Attendance.UNKNOWN
    )
    checked_in_at = models.DateTimeField(null=True, blank=True)
    has_evaluated = models.BooleanField(default=False)
    has_followed_up = models.BooleanField(default=False)
    personal_data = classes(
        none="id event person office organisation seat order offered_until sequence registered_by registered_at "
        "cancelled_at is_late attendance checked_in_at has_evaluated has_followed_up",
        personal="name email answers key",
    )

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "order"], name="registration_order_once"),
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(seat__in=[str(seat) for seat in ACTIVE], person__isnull=False),
                name="person_registered_once",
            ),
            models.UniqueConstraint(
                fields=["event", "email"],
                condition=Q(seat__in=[str(seat) for seat in ACTIVE]),
                name="address_registered_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["event", "seat", "order"], name="registration_queue"),
        ]

    def __str__(self) -> str:
        return self.name

    def answered(self) -> list[str]:
        """Her answers in the order of the event's questions of today; empty where she has not answered."""
        return [str(self.answers.get(question, "")) for question in self.event.asked_questions]


class Needs(models.Model):
    """What somebody needs to eat or to get in; read by the organiser only, erased after the event."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="needs"
    )
    food = models.CharField(_("Food"), max_length=300, blank=True)
    access = models.CharField(_("Access"), max_length=300, blank=True)
    personal_data = classes(none="id registration", sensitive="food access")

    class Meta:
        verbose_name = _("needs")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return str(self.registration_id)
