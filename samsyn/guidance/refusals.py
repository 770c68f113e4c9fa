"""Why an act was refused, as a code that the screen turns into a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "slug_taken": _("That address is already used. Choose another one."),
    "reason_needed": _("Say why. The reason is shown together with the decision."),
    "closed_needs_reason": _("Say why the text is for members only."),
    "decision_needed": _(
        "An edition needs a decision: which body, what day and which paragraph. Fill in all three."
    ),
    "number_wrong": _("Write the number of the edition with a full stop, such as 3.1."),
    "number_taken": _("There is already an edition with that number. Choose a higher one."),
    "number_lower": _("The number must be higher than that of the latest edition."),
    "day_before_latest": _(
        "The edition cannot apply from an earlier day than the latest one. Choose a later day."
    ),
    "changes_needed": _("Say what has changed since the last edition, and why."),
    "nothing_changed": _(
        "The text is the same as in the latest edition. Register a review instead."
    ),
    "no_clauses": _("There is no text to publish yet. Write at least one clause."),
    "picture_without_text": _(
        "A picture lacks a text for those who do not see it. Write what the picture shows."
    ),
    "ended": _("The document no longer applies. Nothing can be published in it."),
    "not_in_force": _("The document is not in force, so this cannot be done with it."),
    "replaced_by_itself": _("A document cannot replace itself. Choose another one."),
    "deviation_needed": _("Say what the board has decided otherwise."),
    "date_needed": _("Fill in the day of the board's decision."),
    "referral_open": _("The text is out for comments already."),
    "referral_closed": _("The time for comments is over."),
    "unanswered": _(
        "Some comments have no reply yet. Reply to each before the edition is published."
    ),
    "day_passed": _("That day has passed. Choose a later one."),
    "stand_needs_note": _("Say why the office does not stand behind the answer."),
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
