"""The steering group's meetings: agenda, attendance, decisions and minutes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.personal.interface import classes
from samsyn.planning.codes import DecisionKind, MeetingState, Outcome


class Meeting(models.Model):
    """A meeting of the steering group; `previous` is the one whose open items were carried over to it."""

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    number = models.PositiveSmallIntegerField(_("Number in the year"))
    day = models.DateField(_("Day"))
    starts_at = models.TimeField(_("Starts"), null=True, blank=True)
    place = models.CharField(_("Place"), max_length=120, blank=True)
    notice = models.TextField(_("Notice"), blank=True)
    state = models.CharField(
        max_length=10, choices=MeetingState.choices, default=MeetingState.NOTICE
    )
    chair = models.ForeignKey(
        "organisations.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    previous = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next"
    )
    opening = models.TextField(_("How the meeting opened"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    minutes_file = models.ForeignKey(
        "core.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    frozen_at = models.DateTimeField(null=True, blank=True)
    is_example = models.BooleanField(_("Invented (exempeldata)"), default=False)
    personal_data = classes(
        none="id collaboration number day starts_at place notice state previous opening revision minutes_file frozen_at "
        "is_example",
        personal="chair",
    )

    class Meta:
        verbose_name = _("meeting of the steering group")
        verbose_name_plural = _("meetings of the steering group")
        ordering: ClassVar[list[str]] = ["-day", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "day"], name="one_steering_meeting_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} ({self.number})"


class AgendaItem(models.Model):
    """Something on the agenda, and what was said about it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("Matter"), max_length=200)
    background = models.TextField(_("Background"), blank=True)
    kind = models.CharField(
        _("About"), max_length=16, choices=DecisionKind.choices, default=DecisionKind.PRINCIPLE
    )
    proposal = models.ForeignKey(
        "planning.Proposal", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    plan_year = models.ForeignKey(
        "planning.PlanYear", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    plan_item = models.ForeignKey(
        "planning.PlanItem", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    campaign = models.ForeignKey(
        "campaigns.Campaign", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    annual_report = models.ForeignKey(
        "planning.AnnualReport", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Where the thing to decide about can be read, such as a draft edition of another package.
    address = models.CharField(_("Address of what is decided about"), max_length=200, blank=True)
    attachment = models.ForeignKey(
        "core.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    notes = models.TextField(_("What was said"), blank=True)
    carried_from = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    personal_data = classes(
        none="id meeting order title background kind proposal plan_year plan_item campaign annual_report "
        "address attachment notes carried_from"
    )

    class Meta:
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("agenda")
        ordering: ClassVar[list[str]] = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Who was there, with the role she had then."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    present = models.BooleanField(default=True)
    adjusts = models.BooleanField(_("Adjusts the minutes"), default=False)
    adjusted_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(none="id meeting present adjusts adjusted_at", personal="person")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering: ClassVar[list[str]] = ["person__name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="attendance_once_per_meeting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.meeting}"


class Decision(models.Model):
    """What the steering group decided. It is never changed; a new decision replaces it.

    Paragraphs are numbered through the calendar year.
    """

    collaboration = models.ForeignKey(
        "organisations.Collaboration", on_delete=models.PROTECT, related_name="+"
    )
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.OneToOneField(
        AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="decision"
    )
    year = models.PositiveSmallIntegerField()
    paragraph = models.PositiveSmallIntegerField(_("Paragraph number"))
    kind = models.CharField(max_length=16, choices=DecisionKind.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    text = models.TextField(_("Decision"))
    bias = models.TextField(_("Conflict of interest (jäv)"), blank=True)
    reservations = models.TextField(_("Reservations"), blank=True)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    decided_at = models.DateTimeField(default=now)
    personal_data = classes(
        none="id collaboration meeting item year paragraph kind outcome text replaces decided_at",
        personal="bias reservations",
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering: ClassVar[list[str]] = ["year", "paragraph"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["collaboration", "year", "paragraph"], name="paragraph_once_per_year"
            ),
            models.CheckConstraint(condition=Q(paragraph__gte=1), name="paragraph_starts_with_one"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting.day} §\N{NO-BREAK SPACE}{self.paragraph}"

    @property
    def address(self) -> str:
        """Its page."""
        return reverse("planning:decision", args=[self.year, self.paragraph])

    def as_ref(self) -> DecisionRef:
        """The decision as the value that other packages keep."""
        return DecisionRef(
            body=gettext("The steering group"),
            date=self.meeting.day,
            paragraph=str(self.paragraph),
            address=self.address,
        )
