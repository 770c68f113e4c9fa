"""An event's own evaluation questions: those of a published checklist version, as fields of the evaluation's page.

Questions with one choice, several choices, a number or free text are asked; what needs a visit (photo, place) is left out.
"""

from collections.abc import Mapping
from typing import Any

from django import forms

from samsyn.checklists.interface import definition_of
from samsyn.learning.models import Event

PREFIX = "egen_"


def own_fields(event: Event) -> dict[str, forms.Field]:
    """The fields of the event's own questions, in their order; none when it has none."""
    if event.own_questions is None:
        return {}
    definition = definition_of(event.own_questions)
    fields: dict[str, forms.Field] = {}
    for item in definition.items:
        options: dict[str, Any] = {
            "label": _swedish(item.label) or item.name,
            "help_text": _swedish(item.hint),
            "required": item.required == "true()",
        }
        choices = [
            (choice.name, _swedish(choice.label))
            for choice in definition.choices.get(item.choices, ())
        ]
        if item.type in {"select_one", "select1"} and choices:
            field: forms.Field = forms.ChoiceField(
                choices=choices, widget=forms.RadioSelect, **options
            )
        elif item.type in {"select_multiple", "select"} and choices:
            field = forms.MultipleChoiceField(
                choices=choices, widget=forms.CheckboxSelectMultiple, **options
            )
        elif item.type in {"integer", "int"}:
            field = forms.IntegerField(**options)
        elif item.type in {"text", "string"}:
            field = forms.CharField(max_length=2000, **options)
        else:
            continue
        fields[PREFIX + item.name] = field
    return fields


def split_answers(cleaned: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers to the fixed questions, and to the event's own as text, without those left empty."""
    fixed = {name: value for name, value in cleaned.items() if not name.startswith(PREFIX)}
    own = {
        name.removeprefix(PREFIX): " ".join(value) if isinstance(value, list) else str(value)
        for name, value in cleaned.items()
        if name.startswith(PREFIX) and value not in (None, "", [])
    }
    return fixed, own


def counted_answers(event: Event) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each of the event's own questions with how often each choice was given; free texts are listed apart."""
    counted = []
    for name, field in own_fields(event).items():
        given = [
            one.own_answers[name.removeprefix(PREFIX)]
            for one in event.evaluations.all()
            if name.removeprefix(PREFIX) in one.own_answers
        ]
        choices = getattr(field, "choices", None)
        if choices is not None:
            rows = [
                (str(label), sum(value in answer.split() for answer in given))
                for value, label in choices
            ]
        else:
            rows = [(text, given.count(text)) for text in sorted(set(given))]
        counted.append((str(field.label), rows))
    return counted


def _swedish(texts: Mapping[str, str]) -> str:
    return texts.get("sv") or next(iter(texts.values()), "")
