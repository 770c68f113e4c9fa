"""A compiled form: immutable, and stored as JSON by the checklist version that holds it."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from samsyn.lib.xform.own_columns import Own

__all__ = ["Choice", "FormDefinition", "Item"]

ANSWERED = frozenset(
    [
        "text",
        "integer",
        "decimal",
        "date",
        "time",
        "dateTime",
        "select_one",
        "select_multiple",
        "image",
        "geopoint",
        "calculate",
        "hidden",
        "range",
    ]
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen, with its label per language."""

    name: str
    label: dict[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A question, a group, a repeat, a note or metadata that the client fills in, in the order of the form.

    `path` is its XForm nodeset; `repeat` the path of the nearest repeat it lies in, empty for none. Expressions are as in
    the XForm. `row` is its row in the spreadsheet.
    """

    name: str
    path: str
    type: str
    label: dict[str, str]
    hint: dict[str, str]
    own: Own
    parent: str = ""
    repeat: str = ""
    choices: str = ""
    relevant: str = ""
    constraint: str = ""
    constraint_message: dict[str, str] | None = None
    required: str = ""
    required_message: dict[str, str] | None = None
    calculate: str = ""
    default: str = ""
    readonly: bool = False
    appearance: str = ""
    row: int = 0

    @property
    def is_question(self) -> bool:
        """Whether it can hold an answer."""
        return self.type in ANSWERED


@dataclass(frozen=True)
class FormDefinition:
    """The whole form: the XForm for browsers and field apps, and the same as items for the server."""

    form_id: str
    version: str
    title: str
    languages: tuple[str, ...]
    xform: str
    items: tuple[Item, ...]
    choices: dict[str, tuple[Choice, ...]]
    content_hash: str

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "FormDefinition":
        items = tuple(
            Item(
                **{
                    **item,
                    "own": Own(
                        **{
                            **item["own"],
                            "law": tuple(item["own"]["law"]),
                            "deviation": tuple(item["own"]["deviation"]),
                        }
                    ),
                }
            )
            for item in value["items"]
        )
        choices = {
            name: tuple(Choice(**choice) for choice in listed)
            for name, listed in value["choices"].items()
        }
        return cls(
            **{**value, "languages": tuple(value["languages"]), "items": items, "choices": choices}
        )

    @cached_property
    def by_path(self) -> dict[str, Item]:
        """Items by their path."""
        return {item.path: item for item in self.items}

    @cached_property
    def by_name(self) -> dict[str, Item]:
        """Items by their name, which is unique in a form of ours."""
        return {item.name: item for item in self.items}

    @property
    def questions(self) -> tuple[Item, ...]:
        """What can be answered, in order."""
        return tuple(item for item in self.items if item.is_question)

    def coded_questions(self) -> list[Item]:
        """The single-choice questions outside repeats, in order: what a tally counts."""
        return [item for item in self.items if item.type == "select_one" and not item.repeat]

    def codes_of(self, item: Item) -> tuple[str, ...]:
        """The answers of a choice question, in order."""
        return tuple(choice.name for choice in self.choices.get(item.choices, ()))
