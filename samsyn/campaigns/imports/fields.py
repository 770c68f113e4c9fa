"""What a file's columns can be: the questions of a form, which column is likely to be which, and what a cell answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.campaigns.form import OBJECT_TYPE, REFERENCE, VISITED_ON
from samsyn.lib.xform import Choice, FormDefinition, Item

TAKEN = frozenset({"text", "integer", "decimal", "range", "date", "select_one", "select_multiple"})
SAME = "="  # before the code of an answer that holds for every row
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)([T ].*)?")
_SWEDISH_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[ ./-](\d{4})")

Saved = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A question that a file can answer."""

    item: Item
    choices: tuple[Choice, ...]
    label: str

    @property
    def name(self) -> str:
        return self.item.name


@dataclass(eq=False)  # not frozen: what passes an exception on writes to it
class CellRefused(Exception):
    """A cell that is no answer to its question: formula | not_a_choice | not_a_number | not_a_day."""

    code: str
    params: dict[str, str]


def fields_of(definition: FormDefinition) -> list[Field]:
    """The questions in the form's order; photos, places and what repeats cannot come from a table."""
    return [
        Field(item, definition.choices.get(item.choices, ()), _label(item))
        for item in definition.questions
        if item.type in TAKEN and not item.repeat and not item.calculate and not item.readonly
    ]


def must_have(field: Field) -> bool:
    """Whether every row must answer it: what tells the objects apart, and what the form always demands."""
    always = field.item.required in {"yes", "true()"} and not field.item.relevant
    return field.name in {REFERENCE, VISITED_ON, OBJECT_TYPE} or always


def guess(fields: list[Field], headings: tuple[str, ...], saved: Saved) -> dict[str, str]:
    """Question name -> heading (or the answer for all rows): what was saved before, else what is called the same."""
    by_word = {_plain(heading): heading for heading in headings}
    found: dict[str, str] = {}
    for field in fields:
        before = saved.get(field.name, "")
        if before in headings or before.startswith(SAME):
            found[field.name] = before
            continue
        words = (
            field.name,
            field.label,
            f"{field.item.own.number} {field.label}",
            field.item.own.number,
        )
        alike = (by_word.get(_plain(word)) for word in words if word)
        found[field.name] = next((heading for heading in alike if heading), "")
    return found


def answer_in(field: Field, text: str, *, is_formula: bool) -> str:
    """The cell's text as the form stores it. Raises CellRefused."""
    kind = field.item.type
    if kind == "text":
        return text
    if is_formula:
        raise CellRefused("formula", {})
    if kind in {"integer", "decimal", "range"}:
        return _number(text)
    if kind == "date":
        return _day(text)
    if kind == "select_one":
        return _choice(field, text)
    return _choices(field, text)


def _number(text: str) -> str:
    plain = text.replace("\u00a0", "").replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise CellRefused("not_a_number", {"value": text})
    return re.sub(r"\.0+$", "", plain.replace(",", "."))


def _day(text: str) -> str:
    try:
        if found := _DAY.fullmatch(text):
            return date(*(int(part) for part in found.groups()[:3])).isoformat()
        if found := _SWEDISH_DAY.fullmatch(text):
            day, month, year = (int(part) for part in found.groups())
            return date(year, month, day).isoformat()
    except ValueError:
        pass
    raise CellRefused("not_a_day", {"value": text})


def _choice(field: Field, text: str) -> str:
    wanted = _plain(text)
    for choice in field.choices:
        if wanted in {_plain(choice.name), *(_plain(label) for label in choice.label.values())}:
            return choice.name
    names = ", ".join(choice.label.get("sv", choice.name) for choice in field.choices[:12])
    raise CellRefused("not_a_choice", {"value": text, "choices": names})


def _choices(field: Field, text: str) -> str:
    """Answers with semicolon, comma or line between them, or codes with spaces."""
    try:
        return _choice(field, text)
    except CellRefused:
        pass
    parts = [part for part in re.split(r"[;,|\n]", text) if part.strip()]
    if len(parts) == 1:
        parts = text.split()
    return " ".join(dict.fromkeys(_choice(field, part) for part in parts))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip("?:.")


def _label(item: Item) -> str:
    return item.label.get("sv") or next(iter(item.label.values()), item.name)
