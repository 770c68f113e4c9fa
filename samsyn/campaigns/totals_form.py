"""The form in which an office reports totals: one number for each answer of each counted question."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.actions.totals import Totals
from samsyn.campaigns.columns import Code, Column
from samsyn.campaigns.models import OfficeTotals
from samsyn.campaigns.totals import compare_with_objects, numbers_of

MOST = 100_000
_DIGITS = {
    "invalid": _("Write the number with digits, for example 12."),
    "min_value": _("Write 0 or more."),
    "max_value": _("Write at most %(limit_value)s."),
}


def _number(**about: Any) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "ds-input", "size": 5})
    about = {"required": False, "min_value": 0, "widget": widget, **about}
    return forms.IntegerField(max_value=MOST, error_messages=_DIGITS, localize=False, **about)


class TotalsForm(forms.Form):
    """Totals of one office. `questions()` gives the rows of its tables."""

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    objects_inspected = _number(
        label=_("Inspected objects"),
        required=True,
        min_value=1,
        help_text=_(
            "Only those that are not reported one by one. All numbers below are about these objects."
        ),
    )
    hours = forms.IntegerField(
        label=_("Time spent, hours"), required=False, min_value=0, max_value=MOST
    )
    comment = forms.CharField(
        label=_("Comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For those who compile the result. Write no names of people or businesses."),
    )

    def __init__(self, *args: Any, columns: list[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        for column in columns:
            for code in column.codes:
                field = _number(label=f"{column.label}: {code.label}")
                field.widget.attrs["aria-label"] = field.label
                self.fields[_name(column, code)] = field

    def tables(self) -> list[tuple[tuple[Code, ...], list[Column]]]:
        """Questions with the same answers stand in one table, in the checklist's order."""
        tables: dict[tuple[tuple[str, str], ...], tuple[tuple[Code, ...], list[Column]]] = {}
        for column in self.columns:
            key = tuple((code.code, code.label) for code in column.codes)
            tables.setdefault(key, (column.codes, []))[1].append(column)
        return list(tables.values())

    def rows(self, columns: list[Column]) -> Iterator[tuple[Column, list[BoundField], list[str]]]:
        """Each question with its fields and what is wrong with them."""
        for column in columns:
            fields = [self[_name(column, code)] for code in column.codes]
            yield column, fields, [str(error) for field in fields for error in field.errors]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        inspected = values.get("objects_inspected")
        if inspected is None:
            return values
        for column in self.columns:
            wrong = compare_with_objects(column, self._given(column, values), inspected)
            if wrong and wrong.is_impossible:
                self.add_error(_name(column, column.codes[0]), _too_many(wrong.total, inspected))
        return values

    def totals(self) -> Totals:
        """What was reported, when the form is valid."""
        values = self.cleaned_data
        hours = values["hours"]
        return Totals(
            objects_inspected=values["objects_inspected"],
            numbers={column.name: self._given(column, values) for column in self.columns},
            minutes=None if hours is None else hours * 60,
            comment=values["comment"],
            base_revision=values["revision"] or 0,
        )

    @staticmethod
    def _given(column: Column, values: dict[str, Any]) -> dict[str, int]:
        """A question's numbers; what is left empty beside written numbers is none."""
        numbers = {code.code: values.get(_name(column, code)) for code in column.codes}
        if all(number is None for number in numbers.values()):
            return {}
        return {code: number or 0 for code, number in numbers.items()}


def initial_of(totals: OfficeTotals | None, columns: list[Column]) -> dict[str, Any]:
    """What the form shows of totals that stand."""
    if totals is None:
        return {"revision": 0}
    initial: dict[str, Any] = {"revision": totals.revision}
    if not totals.objects_inspected:
        return initial
    initial |= {"objects_inspected": totals.objects_inspected, "comment": totals.comment}
    if totals.minutes is not None:
        initial["hours"] = totals.minutes // 60
    for column in columns:
        for code, number in numbers_of(totals, column).items():
            initial[f"q-{column.name}-{code}"] = number
    return initial


def _name(column: Column, code: Code) -> str:
    return f"q-{column.name}-{code.code}"


def _too_many(total: int, inspected: int) -> str:
    return gettext("The numbers are %(total)d in all, but only %(objects)d objects were inspected.") % {
        "total": total,
        "objects": inspected,
    }  # fmt: skip
