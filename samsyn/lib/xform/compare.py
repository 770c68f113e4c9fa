"""What differs between two versions of a form, item by item."""

from dataclasses import dataclass, field
from typing import Any

from samsyn.lib.xform.definition import FormDefinition, Item

__all__ = ["Change", "compare_forms"]

_COMPARED = (
    "type", "label", "hint", "relevant", "constraint", "required", "calculate", "default", "appearance",
)  # fmt: skip
_OWN = ("number", "law", "purpose", "guidance", "deviation", "sanction_fee", "reference", "comment")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: added, removed, moved, or changed_<what>, with old and new where there are such."""

    name: str
    label: str
    code: str
    params: dict[str, Any] = field(default_factory=dict)


def compare_forms(old: FormDefinition, new: FormDefinition) -> list[Change]:
    """The changes from the old version to the new, in the new one's order, removals last."""
    changes: list[Change] = []
    for item in new.items:
        before = old.by_name.get(item.name)
        if before is None:
            changes.append(Change(item.name, _label(item), "added"))
            continue
        changes += _differences(before, item, old, new)
    changes += [
        Change(item.name, _label(item), "removed")
        for item in old.items
        if item.name not in new.by_name
    ]
    return changes


def _differences(
    before: Item, after: Item, old: FormDefinition, new: FormDefinition
) -> list[Change]:
    found = []
    if before.path != after.path or _order(before, old, new) != _order(after, new, old):
        found.append(Change(after.name, _label(after), "moved"))
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in _COMPARED]
    pairs += [(name, getattr(before.own, name), getattr(after.own, name)) for name in _OWN]
    pairs.append(("choices", _choices(before, old), _choices(after, new)))
    found += [
        Change(
            after.name, _label(after), f"changed_{name}", {"old": _plain(one), "new": _plain(two)}
        )
        for name, one, two in pairs
        if _bare(name, one) != _bare(name, two)
    ]
    return found


def _bare(name: str, value: Any) -> Any:
    """Expressions are compared without their spaces."""
    return " ".join(value.split()) if name in {"relevant", "constraint", "calculate"} else value


def _order(item: Item, form: FormDefinition, other: FormDefinition) -> int:
    """The item's place among those that both forms have."""
    shared = [one.name for one in form.items if one.name in other.by_name]
    return shared.index(item.name)


def _choices(item: Item, form: FormDefinition) -> list[tuple[str, str]]:
    return [
        (choice.name, choice.label.get("sv", "")) for choice in form.choices.get(item.choices, ())
    ]


def _label(item: Item) -> str:
    return item.label.get("sv") or next(iter(item.label.values()), item.name)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("sv") or next(iter(value.values()), "")
    return list(value) if isinstance(value, tuple) else value
