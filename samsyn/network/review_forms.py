"""What is asked on the pages of visits between offices."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.template.defaultfilters import date as written
from django.utils.translation import gettext_lazy as _

from samsyn.checklists.interface import ChecklistVersion
from samsyn.core.clock.interface import today
from samsyn.network.codes import Area
from samsyn.network.models import Kind, ReviewNote, Wish
from samsyn.network.review_queries import Compared

MONTHS_AHEAD = 12


def _months() -> list[tuple[str, str]]:
    first = today().replace(day=1)
    months = [
        date(first.year + (first.month - 1 + ahead) // 12, (first.month - 1 + ahead) % 12 + 1, 1)
        for ahead in range(MONTHS_AHEAD)
    ]
    return [(month.isoformat(), written(month, "F Y")) for month in months]


class WishForm(forms.Form):
    """An offer or a request."""

    kind = forms.ChoiceField(label=_("What"), choices=Kind.choices)
    part = forms.ChoiceField(
        label=_("As what"), choices=Wish.Part.choices,
        help_text=_("The host has the inspection or the case; the guest comes along."),
    )  # fmt: skip
    area = forms.ChoiceField(label=_("Area"), choices=Area.choices)
    month = forms.TypedChoiceField(label=_("Month"), choices=_months, coerce=date.fromisoformat)
    text = forms.CharField(
        label=_("About the visit"), required=False, max_length=300,
        help_text=_("What you want to see or show. Write no names of people or businesses."),
    )  # fmt: skip


class PlanForm(forms.Form):
    """Day, programme and questions."""

    day = forms.DateField(
        label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    programme = forms.CharField(
        label=_("Programme"), required=False, max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Only the two of you see it. Write no name of the business: agree on that by phone."),
    )  # fmt: skip
    version = forms.ChoiceField(
        label=_("Take questions from a checklist"), required=False,
        help_text=_("They are added after those that you have written."),
    )  # fmt: skip
    questions = forms.CharField(
        label=_("Questions"), required=False, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One per line. You both answer them, each for yourself."),
    )  # fmt: skip

    def __init__(self, *args: Any, versions: Sequence[ChecklistVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(version.pk): version for version in versions}
        self.fields["version"].choices = [  # type: ignore[attr-defined]
            ("", _("No checklist")),
            *((pk, str(version)) for pk, version in self.versions.items()),
        ]

    @property
    def chosen_version(self) -> ChecklistVersion | None:
        """The chosen checklist."""
        return self.versions.get(self.cleaned_data["version"])


class NotesForm(forms.Form):
    """A judgement and a note per question."""

    def __init__(self, *args: Any, rows: Sequence[Compared], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            pk = row.question.pk
            self.fields[f"judgement_{pk}"] = forms.ChoiceField(
                label=row.question.text,
                choices=ReviewNote.Judgement.choices,
                required=False,
                widget=forms.RadioSelect,
                initial=row.own.judgement if row.own else "",
            )
            self.fields[f"text_{pk}"] = forms.CharField(
                label=_("Your note"),
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=row.own.text if row.own else "",
            )

    def notes(self) -> dict[int, tuple[str, str]]:
        """(judgement, text) by the question's key."""
        values = self.cleaned_data
        return {
            row.question.pk: (
                values[f"judgement_{row.question.pk}"],
                values[f"text_{row.question.pk}"],
            )
            for row in self.rows
        }


class CompareForm(forms.Form):
    """Per question: did we judge differently, and why."""

    def __init__(self, *args: Any, rows: Sequence[Compared], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            pk, differs = row.question.pk, row.question.differs
            self.fields[f"differs_{pk}"] = forms.BooleanField(
                label=_("We judged differently"),
                required=False,
                initial=row.looks_different if differs is None else differs,
            )
            self.fields[f"why_{pk}"] = forms.CharField(
                label=_("Why we judged differently"),
                required=False,
                max_length=600,
                initial=row.question.why,
            )

    def drawn(self) -> list[tuple[Compared, forms.BoundField, forms.BoundField]]:
        """The rows with their two fields, for the page."""
        return [
            (row, self[f"differs_{row.question.pk}"], self[f"why_{row.question.pk}"])
            for row in self.rows
        ]

    def found(self) -> dict[int, tuple[bool, str]]:
        """(differs, why) by the question's key."""
        values = self.cleaned_data
        return {
            row.question.pk: (
                values[f"differs_{row.question.pk}"],
                values[f"why_{row.question.pk}"],
            )
            for row in self.rows
        }


class LessonForm(forms.Form):
    """What others can learn."""

    lesson = forms.CharField(
        label=_("What others can learn"), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("All members read it, with the area and without your names and offices. Do not name the business."),
    )  # fmt: skip
    confirmed = forms.BooleanField(
        label=_("I have checked: nobody can be recognised in what I have written"), required=False
    )
