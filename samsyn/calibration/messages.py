"""Sentences for what was refused in an exercise: what is wrong, and what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.calibration.refusals import Refused

REFUSALS = {
    "slug_taken": gettext_lazy(
        "There is an exercise with that short name already. Choose another."
    ),
    "nobody_invited": gettext_lazy("Nobody is invited. Choose at least one office or a network."),
    "no_questions": gettext_lazy(
        "The checklist has no single-choice question. Choose one that has, or add such questions."
    ),
    "questions_depend": gettext_lazy(
        "Some questions of the checklist are asked only after certain answers (%(names)s). In an exercise everyone "
        "answers everything. Choose a checklist without conditions."
    ),
    "other_questions": gettext_lazy(
        "The new round must ask the same questions as the first, so that the rounds can be compared. Choose a version "
        "with the same questions."
    ),
    "round_not_over": gettext_lazy(
        "The round before is not over. Close it before you make a new one."
    ),
    "not_draft": gettext_lazy(
        "The round is open or closed already. Its case can no longer be changed."
    ),
    "deadline_passed": gettext_lazy(
        "The last day to answer has passed already. Choose a later day."
    ),
    "key_settled": gettext_lazy(
        "The expected answer is settled when the round opens. Its reason and clause can still be changed."
    ),
    "not_open": gettext_lazy("The round is not open."),
    "already_sent": gettext_lazy(
        "You have sent your answers already. They can no longer be changed."
    ),
    "not_all_answered": gettext_lazy(
        "Choose an answer and write a short reason on each question. Missing: %(missing)s."
    ),
    "no_such_answer": gettext_lazy(
        "That is not one of the possible answers. Choose one of those shown."
    ),
    "round_closed_meanwhile": gettext_lazy(
        "The last day to answer has passed. You can still do the exercise and get feedback; it does not count in the result."
    ),
    "reason_needed": gettext_lazy(
        "Write why you agreed on it. New colleagues learn from the reason."
    ),
    "not_agreed": gettext_lazy("Note what the meeting agreed on first."),
    "film_not_https": gettext_lazy("Begin the address of the film with https://."),
}


def refusal_text(refused: Refused) -> str:
    """The sentence of a refused act."""
    return str(REFUSALS.get(refused.code, _("This cannot be done now."))) % refused.params
