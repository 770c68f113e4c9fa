"""Forms of the key-figure pages; the rules stand in rules.py and the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.indicators.codes import (
    REPORTABLE,
    Comparability,
    Direction,
    IntervalKind,
    Missing,
    Part,
)

_DAY = {"type": "date"}


class RoundForm(forms.Form):
    """A new round."""

    year = forms.IntegerField(
        label=_("Which year do the numbers describe?"), min_value=1990, max_value=2100
    )
    deadline = forms.DateField(label=_("Last day to report"), widget=forms.DateInput(attrs=_DAY))


class ReasonForm(forms.Form):
    """What has to be looked at, when the coordinator asks back."""

    reason = forms.CharField(
        label=_("What has to be looked at?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(forms.Form):
    """The decision to release, typed by hand: body, day, paragraph, address."""

    body = forms.CharField(label=_("Who decided?"), max_length=120)
    date = forms.DateField(label=_("Day of the decision"), widget=forms.DateInput(attrs=_DAY))
    paragraph = forms.CharField(label=_("Paragraph"), max_length=20, required=False)
    address = forms.URLField(
        label=_("Address of the minutes"), required=False, assume_scheme="https"
    )


class SheetForm(forms.Form):
    """The office's filled-in sheet."""

    file = forms.FileField(
        label=_("The filled-in sheet"),
        help_text=_("The file is checked first. Nothing is saved yet."),
    )


class DefinitionForm(forms.Form):
    """A new version of a definition; components follow from the version before."""

    name = forms.CharField(label=_("Name"), max_length=160)
    unit = forms.CharField(label=_("Unit"), max_length=60, required=False)
    counted = forms.CharField(label=_("What is counted"), widget=forms.Textarea(attrs={"rows": 4}))
    help_text = forms.CharField(
        label=_("Help for those who report"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    decimals = forms.IntegerField(label=_("Decimals"), min_value=0, max_value=3)
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction.choices)
    comparability = forms.ChoiceField(
        label=_("May be compared"), choices=Comparability.choices, widget=forms.RadioSelect
    )
    comparability_reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))
    first_year = forms.IntegerField(label=_("First year"), min_value=1990, max_value=2100)
    breaks_series = forms.BooleanField(
        label=_("Breaks the series with earlier years"), required=False
    )
    change_note = forms.CharField(
        label=_("What has changed since the version before?"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class NewIndicatorForm(DefinitionForm):
    """A new key figure: what it means, and the raw numbers that the offices report for it."""

    key = forms.SlugField(
        label=_("Key"),
        max_length=80,
        help_text=_(
            "Small letters, numbers and hyphens. Stands in the address and never changes, whatever number the list gives it."
        ),
    )
    subject = forms.CharField(
        label=pgettext_lazy("key figure", "Subject"), max_length=80, required=False
    )
    owner = forms.CharField(label=_("Responsible"), max_length=80, required=False)
    source = forms.CharField(label=_("Where the numbers come from"), max_length=200, required=False)
    numerator = forms.CharField(
        label=_("What do the offices count?"),
        max_length=160,
        help_text=_("The raw number that is reported, such as “Visits during the year”."),
    )
    numerator_unit = forms.CharField(label=_("In which unit?"), max_length=40, required=False)
    denominator = forms.CharField(
        label=_("What is it divided by?"),
        max_length=160,
        required=False,
        help_text=_(
            "Such as “Full-time equivalents”. The offices report it too. Leave empty when the number stands as it is."
        ),
    )
    denominator_decimals = forms.IntegerField(
        label=_("Decimals that may be reported in what it is divided by"),
        min_value=0,
        max_value=3,
        initial=2,
    )
    field_order = (
        "name", "key", "unit", "subject", "owner", "counted", "help_text", "source", "numerator", "numerator_unit",
        "denominator", "denominator_decimals", "decimals", "direction", "comparability",
        "comparability_reason", "first_year",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A first version has nothing before it to have changed or broken.
        del self.fields["change_note"], self.fields["breaks_series"]

    def components(self) -> list[dict[str, Any]]:
        """The raw numbers to report: one that stands as it is, or a numerator and a denominator."""
        given = self.cleaned_data
        own = {"key": given["key"], "name": given["numerator"], "unit": given["numerator_unit"]}
        if not given["denominator"]:
            return [{**own, "part": Part.VALUE, "decimals": given["decimals"]}]
        below = {
            "key": f"{given['key'][:70]}-namnare",
            "part": Part.DENOMINATOR,
            "name": given["denominator"],
            "decimals": given["denominator_decimals"],
        }
        return [{**own, "part": Part.NUMERATOR}, below]

    def about(self) -> dict[str, Any]:
        """What belongs to the indicator itself, in every version."""
        return {name: self.cleaned_data[name] for name in ("subject", "owner")}

    def meaning(self) -> dict[str, Any]:
        """What belongs to the first version of the definition."""
        names = [*DefinitionForm.base_fields, "source"]
        interval = IntervalKind.COUNT if self.cleaned_data["denominator"] else IntervalKind.NONE
        given = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return {**given, "interval": interval}


class CorrectionForm(forms.Form):
    """A released figure corrected: its components (or the single value), or why it is missing, and why now."""

    missing = forms.ChoiceField(
        label=_("Missing because"),
        choices=[
            ("", _("There is a value")),
            *((code.value, code.label) for code in (*REPORTABLE, Missing.NOT_IN_SOURCE)),
        ],
        required=False,
    )
    reason = forms.CharField(
        label=_("Why is it corrected?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, parts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = [part for part, _label in parts]
        fields = dict(self.fields)
        self.fields.clear()
        for part, label in parts:
            self.fields[part] = forms.DecimalField(label=label, required=False, localize=True)
        self.fields.update(fields)
