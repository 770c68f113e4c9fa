"""What is asked on the pages of exercises."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.calibration.actions.answering import MOST_REASON
from samsyn.calibration.clauses import chosen_clause, clause_choices, clause_values
from samsyn.calibration.models import Exercise, Key
from samsyn.calibration.questions import Question
from samsyn.guidance.interface import EditionClause
from samsyn.organisations.interface import Office

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class InviteForm(forms.Form):
    """The words of an exercise and who is invited."""

    title = forms.CharField(label=_("Title"), max_length=160)
    lead = forms.CharField(
        label=_("What it is about"), required=False, max_length=1000, widget=_text(3)
    )
    offices = forms.MultipleChoiceField(
        label=_("Invited offices"), required=False, widget=forms.CheckboxSelectMultiple
    )
    network = forms.ChoiceField(label=_("Invited network"), required=False)

    def __init__(
        self, *args: Any, offices: Sequence[Office], networks: Sequence[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offices = {str(one.pk): one for one in offices}
        self._networks = {str(one.pk): one for one in networks}
        _choices(self, "offices", [(pk, one.short_name) for pk, one in self._offices.items()])
        _choices(
            self,
            "network",
            [("", _("No network")), *((pk, one.name) for pk, one in self._networks.items())],
        )

    @property
    def chosen(self) -> dict[str, Any]:
        """The cleaned values with offices and network as rows."""
        values = dict(self.cleaned_data)
        values["offices"] = [self._offices[pk] for pk in values["offices"]]
        values["network"] = self._networks.get(values["network"])
        return values


class ExerciseForm(InviteForm):
    """A new exercise."""

    slug = forms.SlugField(
        label=_("Short name in addresses"),
        max_length=80,
        help_text=_("For example tvatthallen-2027. It stays."),
    )
    scale = forms.ChoiceField(label=_("The answers"), choices=Exercise.Scale.choices)
    field_order = ("title", "slug", "lead", "scale", "offices", "network")


class CaseForm(forms.Form):
    """The case of a round."""

    case_title = forms.CharField(label=_("The case in a few words"), max_length=160)
    case_text = forms.CharField(
        label=_("The case"), max_length=20000, widget=_text(10),
        help_text=_("All that an officer would see and hear there, and nothing that tells the answer."),
    )  # fmt: skip
    film_url = forms.URLField(
        label=_("Link to a film"), required=False, assume_scheme="https", max_length=500
    )
    deadline = forms.DateField(label=_("Last day to answer"), widget=DAY)


class RoundForm(CaseForm):
    """A new round: its checklist and its case."""

    version = forms.ChoiceField(
        label=_("Checklist with the questions"),
        help_text=_("Its single-choice questions are asked. Every round asks the same."),
    )
    field_order = ("version", "case_title", "case_text", "film_url", "deadline")

    def __init__(self, *args: Any, versions: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), f"{one.checklist.title}, version {one.number}") for one in versions]
        _choices(self, "version", named)


class CaseFileForm(forms.Form):
    """A picture or document of a case."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("picture", _("Picture")), ("document", _("Document"))]
    )
    description = forms.CharField(
        label=_("What it shows"), max_length=300,
        help_text=_("Read aloud to those who do not see the picture, so they can judge the same case."),
    )  # fmt: skip
    file = forms.FileField(label=_("File"))


class KeyForm(forms.Form):
    """What is expected of one question, and the clause it tests."""

    expected = forms.ChoiceField(label=_("Expected answer"), required=False)
    expected_reason = forms.CharField(
        label=_("Why it is expected"), required=False, max_length=2000, widget=_text(3)
    )
    clause = forms.ChoiceField(
        label=_("Clause of the guidance"), required=False,
        help_text=_("The clause in force that the question tests."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, question: Question, clauses: Sequence[EditionClause], held: Key | None, **kwargs: Any
    ) -> None:  # fmt: skip
        kwargs["initial"] = {
            "expected": held.expected if held else "",
            "expected_reason": held.expected_reason if held else "",
            "clause": chosen_clause(clauses, held),
        }
        super().__init__(*args, **kwargs)
        self._clauses = clauses
        _choices(self, "expected", [("", _("No answer is right on its own")), *question.answers])
        _choices(self, "clause", clause_choices(clauses, held))

    @property
    def chosen(self) -> dict[str, Any]:
        """What the action takes."""
        values = dict(self.cleaned_data)
        return values | clause_values(self._clauses, values.pop("clause"))


class AgreeForm(forms.Form):
    """What the meeting agreed on."""

    answer = forms.ChoiceField(label=_("Agreed answer"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why we agreed on it"), max_length=2000, widget=_text(3))
    proposed_clause = forms.CharField(
        label=_("Proposed wording of the clause"), required=False, max_length=4000, widget=_text(3),
        help_text=_("How the guidance should read so that the next officer answers the same."),
    )  # fmt: skip

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self, "answer", list(question.answers))


class AnswerForm(forms.Form):
    """All questions of a round: an answer and a reason each. A draft may lack any of them."""

    def __init__(
        self,
        *args: Any,
        questions: Sequence[Question],
        held: Mapping[str, Sequence[str]],
        is_draft: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._questions = questions
        for one in questions:
            code, reason = held.get(one.name, ("", ""))
            self.fields[f"{one.name}-answer"] = forms.ChoiceField(
                label=f"{one.number}. {one.label}", help_text=one.hint, required=not is_draft, initial=code,
                choices=one.answers, widget=forms.RadioSelect, error_messages={"required": _("Choose an answer.")},
            )  # fmt: skip
            self.fields[f"{one.name}-reason"] = forms.CharField(
                label=_("Why? In one or two sentences"), required=not is_draft, initial=reason, max_length=MOST_REASON,
                widget=_text(2), error_messages={"required": _("Write why, in a few words.")},
            )  # fmt: skip

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Answer and reason of each question."""
        return [(self[f"{one.name}-answer"], self[f"{one.name}-reason"]) for one in self._questions]

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        """What was typed, as the actions take it."""
        values = self.cleaned_data
        return {
            one.name: (values.get(f"{one.name}-answer", ""), values.get(f"{one.name}-reason", ""))
            for one in self._questions
        }


def _choices(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)
    field.choices = choices
