"""What changed between two versions, in words: for the comparison, for publishing and for the revision log."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.checklists.models import ChecklistChange
from samsyn.lib.xform import Change

CHANGES = {
    "added": gettext_lazy("New"),
    "removed": gettext_lazy("Removed"),
    "moved": gettext_lazy("Moved"),
    "changed_type": gettext_lazy("Other kind of answer"),
    "changed_label": gettext_lazy("Other wording"),
    "changed_hint": gettext_lazy("Other help text"),
    "changed_relevant": gettext_lazy("Asked under another condition"),
    "changed_constraint": gettext_lazy("Other limits for the answer"),
    "changed_required": gettext_lazy("Other rule for whether it must be answered"),
    "changed_calculate": gettext_lazy("Calculated in another way"),
    "changed_default": gettext_lazy("Other value from the start"),
    "changed_appearance": gettext_lazy("Looks another way"),
    "changed_number": gettext_lazy("Other number"),
    "changed_law": gettext_lazy("Other legal references"),
    "changed_purpose": gettext_lazy("Other purpose"),
    "changed_guidance": gettext_lazy("Other guidance"),
    "changed_deviation": gettext_lazy("Other answers are a deviation"),
    "changed_sanction_fee": gettext_lazy("Other about sanction fee"),
    "changed_reference": gettext_lazy("Other value to compare with"),
    "changed_comment": gettext_lazy("Other about comment and photo"),
    "changed_choices": gettext_lazy("Other answers to choose from"),
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as it is read: the item, what happened to it, before, after, and who asked for it."""

    name: str
    label: str
    what: str
    old: str = ""
    new: str = ""
    asked_by: str = ""


def rows_of(changes: Iterable[Change]) -> list[ChangeRow]:
    """The rows of a comparison."""
    return [_row(one.name, one.label, one.code, one.params) for one in changes]


def logged_rows(changes: Iterable[ChecklistChange]) -> list[ChangeRow]:
    """The rows of a revision log."""
    return [
        _row(one.item, one.params.get("label", one.item), one.code, one.params, one.asked_by)
        for one in changes
    ]


def _row(name: str, label: str, code: str, params: dict[str, Any], asked_by: str = "") -> ChangeRow:
    return ChangeRow(
        name=name,
        label=label,
        what=str(CHANGES[code]),
        old=_in_words(params["old"]) if "old" in params else "",
        new=_in_words(params["new"]) if "new" in params else "",
        asked_by=asked_by,
    )


def _in_words(value: Any) -> str:
    """A value as the author would write it; a choice, which is a name and a label, as its label."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list | tuple):
        return "; ".join(one if isinstance(one, str) else one[1] or one[0] for one in value)
    return str(value)
