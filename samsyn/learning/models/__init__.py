"""Tables of events, registrations and what is kept afterwards."""

from samsyn.learning.models.afterwards import CalendarFeed, Certificate, Evaluation, FollowUp
from samsyn.learning.models.event import Event, Lecturer, Material, Session
from samsyn.learning.models.registration import Needs, Registration

__all__ = [
    "CalendarFeed",
    "Certificate",
    "Evaluation",
    "Event",
    "FollowUp",
    "Lecturer",
    "Material",
    "Needs",
    "Registration",
    "Session",
]
