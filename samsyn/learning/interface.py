"""What other packages use of events."""

from samsyn.learning.actions.afterwards import certify, evaluate, follow_up
from samsyn.learning.actions.arranging import (
    add_lecturer,
    add_material,
    keep_agreement,
    make_event,
    open_event,
    set_programme,
)
from samsyn.learning.actions.held import record_held_event
from samsyn.learning.actions.registering import register
from samsyn.learning.codes import Attendance, EventKind, EventState
from samsyn.learning.competence import AreaOfOffices, competence_of
from samsyn.learning.models import Event, Lecturer, Registration
from samsyn.learning.queries import offices_per_area
from samsyn.learning.refusals import Refused
from samsyn.learning.results import Result, result_of

__all__ = [
    "AreaOfOffices",
    "Attendance",
    "Event",
    "EventKind",
    "EventState",
    "Lecturer",
    "Refused",
    "Registration",
    "Result",
    "add_lecturer",
    "add_material",
    "certify",
    "competence_of",
    "evaluate",
    "follow_up",
    "keep_agreement",
    "make_event",
    "offices_per_area",
    "open_event",
    "record_held_event",
    "register",
    "result_of",
    "set_programme",
]
