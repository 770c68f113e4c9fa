"""What other packages use of the audit trail."""

from samsyn.core.audit.models import AuditEntry, AuditPersonalValue
from samsyn.core.audit.queries import HistoryLine, history
from samsyn.core.audit.trail import erase_personal_values, keyed_hash, record, snapshot
from samsyn.core.audit.verbs import register_verbs, registered_verbs, verb_text

__all__ = [
    "AuditEntry",
    "AuditPersonalValue",
    "HistoryLine",
    "erase_personal_values",
    "history",
    "keyed_hash",
    "record",
    "register_verbs",
    "registered_verbs",
    "snapshot",
    "verb_text",
]
