"""A project: the work behind an activity of the plan, as simple lists."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import now
from samsyn.core.personal.interface import classes


class Project(models.Model):
    """The project plan of an activity, and at the end its final report."""

    item = models.OneToOneField(
        "planning.PlanItem", on_delete=models.PROTECT, related_name="project"
    )
    purpose = models.TextField(_("Purpose and goals"), blank=True)
    delimitation = models.TextField(_("Delimitation"), blank=True)
    delimitation_reason = models.TextField(_("Reason for the delimitation"), blank=True)
    risks = models.TextField(_("Risks"), blank=True)
    referral = models.TextField(_("Who gets it on referral"), blank=True)
    hours_expected = models.PositiveIntegerField(_("Hours expected"), default=0)
    started_at = models.DateTimeField(default=now)
    fulfilment = models.TextField(_("Goal fulfilment"), blank=True)
    conclusions = models.TextField(_("Conclusions"), blank=True)
    hours_spent = models.PositiveIntegerField(_("Hours spent"), null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(
        none="id item purpose delimitation delimitation_reason risks referral hours_expected started_at fulfilment "
        "conclusions hours_spent finished_at"
    )

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering: ClassVar[list[str]] = ["-started_at"]

    def __str__(self) -> str:
        return self.item.title


class ProjectPerson(models.Model):
    """Somebody in the project group, from one day to another."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="+")
    is_leader = models.BooleanField(_("Leads the project"), default=False)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    personal_data = classes(none="id project is_leader starts ends", personal="person")

    class Meta:
        verbose_name = _("project member")
        verbose_name_plural = _("project group")
        ordering: ClassVar[list[str]] = ["-is_leader", "id"]

    def __str__(self) -> str:
        return f"{self.person}: {self.project}"


class Task(models.Model):
    """Something to do in a project."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField(_("What"), max_length=200)
    person = models.ForeignKey(
        "organisations.Person",
        verbose_name=_("Who"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    due = models.DateField(_("Ready by"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    personal_data = classes(none="id project text due done_at", personal="person")

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering: ClassVar[list[str]] = ["done_at", "due", "id"]

    def __str__(self) -> str:
        return self.text


class StatusReport(models.Model):
    """How the project stands, before a meeting of the steering group."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reports")
    meeting = models.ForeignKey(
        "planning.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    written_by = models.ForeignKey(
        "organisations.Person", on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(default=now)
    done = models.TextField(_("What was done"))
    next_steps = models.TextField(_("What comes next"), blank=True)
    deviations = models.TextField(_("Deviations"), blank=True)
    personal_data = classes(
        none="id project meeting written_at done next_steps deviations", personal="written_by"
    )

    class Meta:
        verbose_name = _("status report")
        verbose_name_plural = _("status reports")
        ordering: ClassVar[list[str]] = ["-written_at", "-id"]

    def __str__(self) -> str:
        return f"{self.project} {self.written_at:%Y-%m-%d}"
