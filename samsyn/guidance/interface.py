"""What other packages use of guidance."""

from samsyn.guidance.access import may_see_draft
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
from samsyn.guidance.codes import AdoptionState, Area, ReviewOutcome, area_of
from samsyn.guidance.keeping_forms import AgreedAnswerForm
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
    cited_laws,
    clause_by_uuid,
    clauses_in_force,
    clauses_to_choose,
    free_answer_slug,
    newest_editions,
    reviews_due,
)
from samsyn.guidance.refusals import Refused

__all__ = [
    "AdoptionState",
    "AgreedAnswer",
    "AgreedAnswerForm",
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
    "area_of",
    "cited_laws",
    "clause_by_uuid",
    "clauses_in_force",
    "clauses_to_choose",
    "confirm_read",
    "end_document",
    "free_answer_slug",
    "make_agreed_answer",
    "make_document",
    "may_see_draft",
    "newest_editions",
    "note_miss",
    "open_referral",
    "publish_edition",
    "review_document",
    "reviews_due",
    "set_adoption",
    "write_clauses",
]
