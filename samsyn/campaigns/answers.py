"""A submission's answers as people read them: by section, with the words of the answers instead of their codes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from samsyn.campaigns.columns import COMPLIANT, DEVIATION, NOT_APPLICABLE, NOT_CHECKED
from samsyn.campaigns.reading import ReadyForm, ready_form
from samsyn.lib.swedish import format_date
from samsyn.lib.xform import FormDefinition, Item, SubmissionRejected, parse_submission

ROLES = (DEVIATION, COMPLIANT, NOT_CHECKED, NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answered question; `role` is A, UA, EK, EA or empty; `place` is [n] inside a repeat."""

    path: str
    label: str
    text: str
    number: str = ""
    role: str = ""
    law: tuple[str, ...] = ()
    is_photo: bool = False


@dataclass(slots=True)
class Section:
    """The questions of one group, in the form's order."""

    title: str
    lines: list[AnswerLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that two contents answer differently."""

    label: str
    kept: str
    other: str


def answer_sheet(form_pk: int, xml: bytes) -> list[Section]:
    """The answers by section; what was not asked or not answered is left out."""
    ready = ready_form(form_pk)
    return _sections(ready, answers_in(xml))


def answered_of(form_pk: int, xml: bytes) -> tuple[int, int]:
    """How many of the checklist's own questions a stored XML answers, and how many there are.

    What is asked only to explain an answer, a comment or a photo, is no question of its own.
    """
    columns = [column for column in ready_form(form_pk).columns if not column.header]
    comments = {column.comment for column in columns}
    questions = {c.path for c in columns if c.name not in comments and c.kind != "photo"}
    return len(questions & {_plain(path) for path in answers_in(xml)}), len(questions)


def answers_in(xml: bytes) -> dict[str, str]:
    """All answers of a stored XML by path, as they were received; nothing for what cannot be read (a torn draft)."""
    try:
        root = parse_submission(xml).root
    except SubmissionRejected:
        return {}
    tree = etree.ElementTree(root)
    return {
        str(tree.getpath(element)): element.text.strip()
        for element in root.iter()
        if isinstance(element.tag, str)
        and len(element) == 0
        and element.text
        and element.text.strip()
    }


def differences(form_pk: int, kept: bytes, other: bytes) -> list[Difference]:
    """What two contents answer differently, in the form's order."""
    form = ready_form(form_pk).compiled.form
    one, two = answers_in(kept), answers_in(other)
    found = []
    for path in dict.fromkeys([*one, *two]):
        item = form.by_path.get(_plain(path))
        if item is not None and one.get(path) != two.get(path):
            found.append(
                Difference(
                    _label(item),
                    words_of(form, item, one.get(path, "")),
                    words_of(form, item, two.get(path, "")),
                )
            )
    return found


def _sections(ready: ReadyForm, answers: Mapping[str, str]) -> list[Section]:
    form = ready.compiled.form
    roles = {
        column.name: {code.code: code.role for code in column.codes} for column in ready.columns
    }
    titles = {item.path: _label(item) for item in form.items if item.type in {"group", "repeat"}}
    order = {item.path: place for place, item in enumerate(form.items)}
    sections: dict[str, Section] = {}
    for path in sorted(answers, key=lambda path: (order.get(_plain(path), -1), path)):
        item = form.by_path.get(_plain(path))
        if item is None or not item.is_question:
            continue
        section = sections.setdefault(item.parent, Section(titles.get(item.parent, "")))
        section.lines.append(_line(form, item, path, answers[path], roles.get(item.name, {})))
    return list(sections.values())


def _line(
    form: FormDefinition, item: Item, path: str, answer: str, roles: Mapping[str, str]
) -> AnswerLine:
    places = re.findall(r"\[(\d+)\]", path) if item.repeat else []
    label = _label(item) + (f" ({', '.join(places)})" if places else "")
    return AnswerLine(
        path=path,
        label=label,
        text=words_of(form, item, answer),
        number=item.own.number,
        role=roles.get(answer, ""),
        law=item.own.law,
        is_photo=item.type == "image",
    )


def words_of(form: FormDefinition, item: Item, answer: str) -> str:
    """An answer as text: the chosen answers' labels, Swedish dates and decimal commas."""
    if item.choices:
        labels = {
            choice.name: choice.label.get("sv") or choice.name
            for choice in form.choices.get(item.choices, ())
        }
        return ", ".join(labels.get(code, code) for code in answer.split())
    if item.type == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
        return format_date(date.fromisoformat(answer))
    return answer.replace(".", ",") if item.type == "decimal" else answer


def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path)


def _label(item: Item) -> str:
    return item.label.get("sv") or next(iter(item.label.values()), item.name)
