"""The tables of the houses, gathered so that Django finds them."""

from samsyn.core.accounts.models import User
from samsyn.core.audit.models import AuditEntry, AuditPersonalValue
from samsyn.core.files.models import StoredFile
from samsyn.core.jobs.models import ScheduledRun, Work
from samsyn.core.law.models import Law, LawEvent
from samsyn.core.links.models import BrokenLink
from samsyn.core.mail.models import Mail
from samsyn.core.search.models import (
    SearchCell,
    SearchDocument,
    SearchState,
    SearchText,
    SearchWord,
)
from samsyn.core.subscriptions.models import Choice, LetterSubscription, Notice

__all__ = [
    "AuditEntry",
    "AuditPersonalValue",
    "BrokenLink",
    "Choice",
    "Law",
    "LawEvent",
    "LetterSubscription",
    "Mail",
    "Notice",
    "ScheduledRun",
    "SearchCell",
    "SearchDocument",
    "SearchState",
    "SearchText",
    "SearchWord",
    "StoredFile",
    "User",
    "Work",
]
