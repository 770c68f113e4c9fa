"""Events with their sessions, lecturers and files."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes
from samsyn.learning.codes import EventKind, EventState, Phase


class Event(models.Model):
    """A course, meeting, workshop or webinar that people register for."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(_("Short name in addresses"), max_length=80)
    kind = models.CharField(_("Kind"), max_length=20, choices=EventKind.choices)
    title = models.CharField(_("Title"), max_length=160)
    summary = models.TextField(_("What it is about"), blank=True)
    network = models.ForeignKey(
        "network.Network", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    series = models.CharField(_("Series"), max_length=120, blank=True)
    target_group = models.CharField(_("Who it is for"), max_length=240, blank=True)
    prior_knowledge = models.CharField(_("Prior knowledge"), max_length=240, blank=True)
    areas = models.JSONField(_("Competence areas"), default=list, blank=True)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    hours = models.DecimalField(_("Hours of learning"), max_digits=5, decimal_places=1, default=0)
    place = models.CharField(_("Place"), max_length=240, blank=True)
    video_link = models.URLField(_("Video link"), max_length=500, blank=True)
    recording = models.URLField(_("Recording"), max_length=500, blank=True)
    price = models.PositiveIntegerField(_("Price in kronor"), default=0)
    seats = models.PositiveIntegerField(_("Seats"))
    seats_per_office = models.PositiveIntegerField(
        _("Most seats for an office at first"), null=True, blank=True
    )
    released_on = models.DateField(_("All seats for all from"), null=True, blank=True)
    last_day = models.DateField(_("Last day to register"))
    late_from = models.DateField(_("Cancelling is late from"), null=True, blank=True)
    hours_to_answer = models.PositiveIntegerField(_("Hours to answer an offered seat"), default=48)
    # One question per line.
    questions = models.TextField(_("Questions asked at registration"), blank=True)
    asks_needs = models.BooleanField(_("Ask about food and access"), default=False)
    is_public = models.BooleanField(_("Everyone may see it"), default=False)
    takes_guests = models.BooleanField(_("Guests may register"), default=False)
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.DRAFT)
    cancelled_reason = models.CharField(_("Why it was called off"), max_length=300, blank=True)
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    own_questions = models.ForeignKey(
        "checklists.ChecklistVersion",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_example = models.BooleanField(default=False)
    made_by = models.ForeignKey("core.User", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=now)
    needs_erased_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id collaboration slug kind title summary network series target_group prior_knowledge areas starts_at ends_at "
        "hours place video_link recording price seats seats_per_office released_on last_day late_from "
        "hours_to_answer questions asks_needs is_public takes_guests state cancelled_reason uid sequence "
        "own_questions is_example made_by made_at needs_erased_at"
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering: ClassVar[list[str]] = ["starts_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="event_slug_once_per_collaboration"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="event_ends_after_start"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["collaboration", "starts_at"], name="event_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def asked_questions(self) -> list[str]:
        """The questions asked at registration."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]


class Lecturer(models.Model):
    """Somebody who teaches at an event. With a person she can sign in and see her own course."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="lecturers")
    name = models.CharField(_("Name"), max_length=120)
    organisation = models.CharField(_("Organisation"), max_length=160, blank=True)
    person = models.ForeignKey(
        "organisations.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked = models.TextField(_("What we ask of her"), blank=True)
    agreement = models.ForeignKey(
        "core.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    personal_data = classes(none="id event organisation person asked agreement", personal="name")

    class Meta:
        verbose_name = _("lecturer")
        verbose_name_plural = _("lecturers")
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """A part of the programme."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    title = models.CharField(_("Title"), max_length=160)
    lecturer = models.ForeignKey(
        Lecturer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    personal_data = classes(none="id event starts_at ends_at title lecturer")

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering: ClassVar[list[str]] = ["starts_at", "id"]

    def __str__(self) -> str:
        return self.title


class Material(models.Model):
    """A file of an event, to read before or after; members who are registered read it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="material")
    title = models.CharField(_("Title"), max_length=160)
    phase = models.CharField(max_length=8, choices=Phase.choices, default=Phase.BEFORE)
    file = models.ForeignKey("core.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)
    personal_data = classes(none="id event title phase file added_at")

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("material")
        ordering: ClassVar[list[str]] = ["phase", "id"]

    def __str__(self) -> str:
        return self.title
