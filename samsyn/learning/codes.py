"""The coded words of events and registrations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What an event is called."""

    COURSE = "course", _("Course")
    OFFICERS_MEETING = "officers_meeting", _("Officers' meeting")
    WORKSHOP = "workshop", _("Workshop")
    WEBINAR = "webinar", _("Webinar")
    NETWORK_MEETING = "network_meeting", _("Network meeting")


class EventState(models.TextChoices):
    """Where an event is; that it has been held follows from its last day."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open for registration")
    CANCELLED = "cancelled", _("Called off")


class Seat(models.TextChoices):
    """What a registration holds."""

    CONFIRMED = "confirmed", _("Has a seat")
    WAITING = "waiting", _("On the waiting list")
    OFFERED = "offered", _("Is offered a seat")
    CANCELLED = "cancelled", _("Cancelled")


HOLDING = (Seat.CONFIRMED, Seat.OFFERED)
ACTIVE = (Seat.CONFIRMED, Seat.OFFERED, Seat.WAITING)


class Attendance(models.TextChoices):
    """Whether somebody with a seat was there."""

    UNKNOWN = "unknown", _("Not noted")
    ATTENDED = "attended", _("Attended")
    EXCUSED = "excused", _("Excused")
    ABSENT = "absent", _("Absent")


class Phase(models.TextChoices):
    """When a file is to be read."""

    BEFORE = "before", _("Before the event")
    AFTER = "after", _("After the event")


class Change(models.TextChoices):
    """What came of a course after three months."""

    YES = "yes", _("Yes, I work differently")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    NO_CASE = "no_case", _("I have had no such case yet")
