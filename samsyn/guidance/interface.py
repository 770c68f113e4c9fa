"""What other packages use of guidance."""

from samsyn.guidance.actions import (
    ClauseDraft,
    add_attachment,
    add_other_guidance,
    answer_referral,
    confirm_read,
    end_document,
    make_agreed_answer,
    make_document,
    open_referral,
    publish_edition,
    review_document,
    set_adoption,
    write_clauses,
)
from samsyn.guidance.codes import AdoptionState, Area, ReviewOutcome
from samsyn.guidance.misses import note_miss
from samsyn.guidance.models import (
    AgreedAnswer,
    Clause,
    Edition,
    EditionClause,
    GuidanceDocument,
    Review,
)
from samsyn.guidance.queries import (
    adopting_offices,
    clause_by_uuid,
    clauses_in_force,
    newest_editions,
    reviews_due,
)
from samsyn.guidance.refusals import Refused

__all__ = [
    "AdoptionState",
    "AgreedAnswer",
    "Area",
    "Clause",
    "ClauseDraft",
    "Edition",
    "EditionClause",
    "GuidanceDocument",
    "Refused",
    "Review",
    "ReviewOutcome",
    "add_attachment",
    "add_other_guidance",
    "adopting_offices",
    "answer_referral",
    "clause_by_uuid",
    "clauses_in_force",
    "confirm_read",
    "end_document",
    "make_agreed_answer",
    "make_document",
    "newest_editions",
    "note_miss",
    "open_referral",
    "publish_edition",
    "review_document",
    "reviews_due",
    "set_adoption",
    "write_clauses",
]
