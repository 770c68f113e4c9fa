"""One function per intention of a person."""

from samsyn.guidance.actions.agreed import end_answer, make_agreed_answer, review_answer
from samsyn.guidance.actions.editions import end_document, publish_edition
from samsyn.guidance.actions.following import confirm_read, review_document, set_adoption
from samsyn.guidance.actions.writing import (
    ClauseDraft,
    add_attachment,
    add_other_guidance,
    make_document,
    write_clauses,
)

__all__ = [
    "ClauseDraft",
    "add_attachment",
    "add_other_guidance",
    "confirm_read",
    "end_answer",
    "end_document",
    "make_agreed_answer",
    "make_document",
    "publish_edition",
    "review_answer",
    "review_document",
    "set_adoption",
    "write_clauses",
]
