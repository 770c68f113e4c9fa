"""Why an act was refused, as a code that the screen turns into a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "network_not_active": _("The network is not active. Ask the county coordinator to start it."),
    "contact_leaves": _(
        "You are the contact person. Choose a new contact person first, then you can leave."
    ),
    "reason_needed": _("Write why, so that those concerned understand."),
    "too_many_letters": _(
        "The network has got many letters today. Write again tomorrow, or ask the county coordinator."
    ),
    "nobody_to_write_to": _(
        "The network has no other members yet, so nobody would get the letter."
    ),
    "office_needed": _("Visits are between offices, and you belong to none. Ask the coordinator."),
    "same_wish": _("You have the same offer or request already. Change that one."),
    "month_passed": _("That month has passed. Choose a coming one."),
    "not_a_match": _("These two do not match any more. Look at the suggestions again."),
    "wrong_state": _("Somebody has gone on with this in the meantime. Look at the page again."),
    "day_needed": _("Write the day of the visit."),
    "questions_needed": _("Write at least one question before the notes."),
    "notes_started": _("Notes have been written, so the questions stay as they are."),
    "answer_all": _(
        "Judge every question before you finish. You can choose that it cannot be judged."
    ),
    "say_why": _("Write why you judged differently, so that others can learn."),
    "lesson_needed": _("Write what others can learn."),
}


class Refused(Exception):
    """An act that the rules do not allow; `code` is a key of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the reader's language."""
        return str(SENTENCES[self.code])
