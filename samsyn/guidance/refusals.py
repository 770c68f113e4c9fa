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
    "referral_open": _("The draft is out for comments. End the time for comments first."),
    "referral_closed": _("The time for comments is over."),
    "unanswered": _(
        "Some comments have no reply yet. Reply to each before the edition is published."
    ),
    "day_passed": _("That day has passed. Choose a later one."),
    "referral_still_open": _(
        "The offices may still change their comments. Reply when the time is over."
    ),
    "reply_needed": _("Write what came of the comment, and why."),
    "answer_changed": _(
        "A colleague has saved the answer meanwhile. Her text stands below yours: put them together and save again."
    ),
    "empty_clause": _("A clause has no text. Write it or take the clause away."),
    "word_macros": _(
        "The file has macros, which are programs. Save it in Word as .docx without macros and choose it again."
    ),
    "word_other_format": _(
        "A draft is brought in from .docx, and this file is %(suffix)s. Open it in Word and save it as .docx."
    ),
    "word_locked": _(
        "The file is protected by a password or is in Word's old format. Save it as .docx without a password."
    ),
    "word_damaged": _(
        "The file is damaged and cannot be read. Open it in Word, save it again and choose it once more."
    ),
    "word_hostile": _(
        "The file is built in a way that Word never writes, and is not opened here. Copy the text to a new document."
    ),
    "word_tracked": _(
        "The file has tracked changes. Accept or reject them all in Word, save it and choose it again."
    ),
    "word_embedded": _(
        "The file has embedded objects, such as a sheet from Excel. Make them tables or pictures in Word and try again."
    ),
    "word_chart": _(
        "The file has charts or SmartArt, which would be lost. Paste them as pictures in Word and try again."
    ),
    "word_formula": _(
        "The file has formulas, which would be lost. Write them as text or paste them as pictures in Word."
    ),
    "word_long": _(
        "The file has about %(pages)d pages, and a draft may have %(most)d. Divide it into several documents."
    ),
    "word_empty": _("There is no text in the file. Choose another one."),
    "word_picture_kind": _(
        "The file has pictures as %(kinds)s, which no web page shows. Save them as PNG or JPEG in Word and try again."
    ),
    "word_picture": _(
        "Picture %(number)d in the file is damaged or too large. Replace it in Word and try again."
    ),
    "word_would_replace": _(
        "There is already a text in the draft. Tick that it is to be replaced; what is written stays in the history."
    ),
    "stand_needs_note": _("Say why the office does not stand behind the answer."),
}


class Refused(Exception):
    """An act that the rules do not allow; `code` is a key of SENTENCES, `details` what its sentence names."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the reader's language."""
        said = str(SENTENCES[self.code])
        return said % self.details if self.details else said
