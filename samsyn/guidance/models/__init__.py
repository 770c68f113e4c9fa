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

__all__ = [
    "Adoption",
    "AgreedAnswer",
    "AnswerCitation",
    "Attachment",
    "Citation",
    "Clause",
    "DraftFolder",
    "DraftPage",
    "Edition",
    "EditionClause",
    "GuidanceDocument",
    "OfficeStand",
    "OtherGuidance",
    "Picture",
    "ReadReceipt",
    "Review",
    "WordImport",
]
