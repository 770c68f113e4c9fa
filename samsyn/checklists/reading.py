"""A form as it is read on a page: sections, questions, answers, law and purpose, in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from samsyn.checklists.conditions import condition_words
from samsyn.checklists.messages import label_of
from samsyn.checklists.resting import rests_on
from samsyn.checklists.rules import sections_of
from samsyn.lib.xform import FormDefinition, Item


@dataclass(frozen=True, slots=True)
class ReadChoice:
    """An answer to choose from, and whether it is a deviation."""

    label: str
    deviates: bool


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question, or a note, as it is read."""

    item: Item
    label: str
    hint: str
    choices: list[ReadChoice]
    guidance: str
    condition: str


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A group with its questions."""

    title: str
    repeats: bool
    questions: list[ReadQuestion]


def read_form(form: FormDefinition) -> list[ReadSection]:
    """The whole form, in its order."""
    language = get_language() or "sv"
    return [
        ReadSection(
            title=label_of(section.group, language) if section.group else "",
            repeats=bool(section.group and section.group.type == "repeat"),
            questions=[_question(form, item, language) for item in section.items],
        )
        for section in sections_of(form)
    ]


def _question(form: FormDefinition, item: Item, language: str) -> ReadQuestion:
    return ReadQuestion(
        item=item,
        label=label_of(item, language),
        hint=_text(item.hint, language),
        condition=condition_words(form, item, language),
        choices=[
            ReadChoice(_text(one.label, language) or one.name, one.name in item.own.deviation)
            for one in form.choices.get(item.choices, ())
        ],
        guidance=_address(item.own.guidance),
    )


def _address(given: str) -> str:
    """A workbook can hold any address; only those of web pages and of guidance at this site become links."""
    is_ours = given.startswith("/") and bool(rests_on(given)[0])
    return given if is_ours or given.startswith(("https://", "http://")) else ""


def _text(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("sv") or next(iter(texts.values()), "")
