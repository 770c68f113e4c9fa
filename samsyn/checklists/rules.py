"""How versions are named, and how a form is laid out for reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from samsyn.lib.xform import FormDefinition, Item

# The address of a draft, which has no number yet.
DRAFT_WORD = "utkast"
# The address of the page that makes a checklist.
NEW_WORD = "ny"
_MOST_DIGITS = 6


def version_name(number: int) -> str:
    """The version as forms and field apps carry it."""
    return str(number)


def number_of(word: str) -> int | None:
    """The number in an address; none when it is no number that a version can have."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS else None


@dataclass(frozen=True, slots=True)
class Section:
    """A group of the form with what is asked in it; `group` is none for what stands outside groups."""

    group: Item | None
    items: list[Item] = field(default_factory=list)


def sections_of(form: FormDefinition) -> list[Section]:
    """The form in its order, cut where a group begins or ends; groups without own questions are left out."""
    groups = {item.path: item for item in form.items if item.type in {"group", "repeat"}}
    sections: list[Section] = []
    for item in form.items:
        if item.path in groups:
            continue
        group = groups.get(item.parent)
        if not sections or sections[-1].group is not group:
            sections.append(Section(group))
        sections[-1].items.append(item)
    return sections


def names_once(names: Iterable[str]) -> list[str]:
    """Each name once, in the order they come."""
    return list(dict.fromkeys(names))
