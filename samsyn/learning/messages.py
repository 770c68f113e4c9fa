"""Sentences for what was refused at an event: what is wrong, and what to do instead."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.learning.refusals import Refused

REFUSALS = {
    "slug_taken": gettext_lazy("There is an event with that short name already. Choose another."),
    "ends_before_start": gettext_lazy("The end is before the start. Change one of them."),
    "not_over": gettext_lazy("The event is not over yet. Make it as an event to come."),
    "not_draft": gettext_lazy("The event is already open."),
    "called_off": gettext_lazy("The event is called off. Nobody can register any more."),
    "not_open": gettext_lazy("The registration has not opened yet."),
    "has_started": gettext_lazy("The event has started. Talk to the organiser instead."),
    "too_late": gettext_lazy(
        "The last day to register has passed. Ask the organiser whether there is room."
    ),
    "no_guests": gettext_lazy("Only members can register for this event. Sign in first."),
    "already_registered": gettext_lazy(
        "This address is registered already. The confirmation was sent by e-mail."
    ),
    "no_offer": gettext_lazy("You have no offered seat to answer."),
    "offer_ended": gettext_lazy(
        "The time to answer has passed and the seat went on to the next. Register again to stand in line."
    ),
    "no_seat_to_swap": gettext_lazy("There is no seat to hand over any more."),
    "reason_needed": gettext_lazy("Write a reason. Everyone registered reads it."),
    "not_there": gettext_lazy("A certificate is for those who attended. Attendance is not noted."),
    "not_held": gettext_lazy("The event has not been held yet."),
    "evaluated": gettext_lazy("You have answered already. Thank you."),
    "too_early": gettext_lazy("The follow-up opens three months after the event."),
}


def refusal_text(refused: Refused) -> str:
    """The sentence of a refused act."""
    return str(REFUSALS.get(refused.code, _("This cannot be done now."))) % refused.params
