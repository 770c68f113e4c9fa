"""One function per intention of a person."""

from samsyn.guidance.actions.agreed import end_answer, make_agreed_answer, review_answer
from samsyn.guidance.actions.drafts import open_draft, set_writers, take_up_draft
from samsyn.guidance.actions.editions import end_document, publish_edition
from samsyn.guidance.actions.following import confirm_read, review_document, set_adoption
from samsyn.guidance.actions.importing import bring_in_word
from samsyn.guidance.actions.referring import (
    answer_referral,
    close_referral,
    open_referral,
    reply_to_comment,
)
from samsyn.guidance.actions.writing import (
    add_attachment,
    add_other_guidance,
    change_document,
    enter_law_event,
    make_document,
    remove_attachment,
    write_clauses,
)
from samsyn.guidance.drafting import ClauseDraft

__all__ = [
    "ClauseDraft",
    "add_attachment",
    "add_other_guidance",
    "answer_referral",
    "bring_in_word",
    "change_document",
    "close_referral",
    "confirm_read",
    "end_answer",
    "end_document",
    "enter_law_event",
    "make_agreed_answer",
    "make_document",
    "open_draft",
    "open_referral",
    "publish_edition",
    "remove_attachment",
    "reply_to_comment",
    "review_answer",
    "review_document",
    "set_adoption",
    "set_writers",
    "take_up_draft",
    "write_clauses",
]
