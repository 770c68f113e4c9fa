"""What other packages use of the checklists."""

from samsyn.checklists.actions import (
    ChecklistRefused,
    make_checklist,
    publish_version,
    set_local_questions,
    upload_version,
)
from samsyn.checklists.messages import fault_text, problem_text, rejection_text
from samsyn.checklists.models import Checklist, ChecklistVersion, LocalQuestions
from samsyn.checklists.queries import (
    definition_of,
    local_questions_of,
    published_versions,
    workbook_of,
)
from samsyn.checklists.resting import resting_questions, rests_on

__all__ = [
    "Checklist",
    "ChecklistRefused",
    "ChecklistVersion",
    "LocalQuestions",
    "definition_of",
    "fault_text",
    "local_questions_of",
    "make_checklist",
    "problem_text",
    "publish_version",
    "published_versions",
    "rejection_text",
    "resting_questions",
    "rests_on",
    "set_local_questions",
    "upload_version",
    "workbook_of",
]
