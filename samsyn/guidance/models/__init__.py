"""Tables of guidance."""

from samsyn.guidance.models.agreed import AgreedAnswer, AnswerCitation, OfficeStand
from samsyn.guidance.models.documents import (
    Attachment,
    Citation,
    Clause,
    GuidanceDocument,
    OtherGuidance,
)
from samsyn.guidance.models.drafts import DraftFolder, DraftPage, Picture, WordImport
from samsyn.guidance.models.editions import Edition, EditionClause
from samsyn.guidance.models.following import Adoption, ReadReceipt, Review
from samsyn.guidance.models.links import BrokenLink
from samsyn.guidance.models.misses import SearchMiss
from samsyn.guidance.models.referrals import Comment, OfficeAnswer, Referral, ReferredClause

__all__ = [
    "Adoption",
    "AgreedAnswer",
    "AnswerCitation",
    "Attachment",
    "BrokenLink",
    "Citation",
    "Clause",
    "Comment",
    "DraftFolder",
    "DraftPage",
    "Edition",
    "EditionClause",
    "GuidanceDocument",
    "OfficeAnswer",
    "OfficeStand",
    "OtherGuidance",
    "Picture",
    "ReadReceipt",
    "Referral",
    "ReferredClause",
    "Review",
    "SearchMiss",
    "WordImport",
]
