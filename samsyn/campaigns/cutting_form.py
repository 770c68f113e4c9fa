"""The form that chooses objects and two questions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.codes import SelectionMethod
from samsyn.campaigns.cutting import Cut
from samsyn.campaigns.models import Campaign
from samsyn.organisations.interface import Office, swedish_order


class CutForm(forms.Form):
    """Filters by GET; the names are those of the address."""

    kontor = forms.MultipleChoiceField(
        label=_("Offices"), required=False, widget=forms.CheckboxSelectMultiple
    )
    objekttyp = forms.MultipleChoiceField(
        label=_("Object types"), required=False, widget=forms.CheckboxSelectMultiple
    )
    urval = forms.MultipleChoiceField(
        label=_("Selection"),
        required=False,
        choices=SelectionMethod.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    fran = forms.DateField(
        label=_("First day of the visit"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    till = forms.DateField(
        label=_("Last day of the visit"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    fraga = forms.ChoiceField(label=_("Question in the rows"), required=False)
    mot = forms.ChoiceField(label=_("Question in the columns"), required=False)

    def __init__(
        self,
        *args: Any,
        campaign: Campaign,
        offices: Iterable[Office],
        questions: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offices = {office.slug: office for office in offices}
        named = sorted(self.offices.values(), key=lambda office: swedish_order(office.short_name))
        kinds = [(kind.key, kind.name) for kind in campaign.object_types.all()]
        self._choose("kontor", [(office.slug, office.short_name) for office in named])
        self._choose("objekttyp", kinds)
        if len(kinds) < 2:
            del self.fields["objekttyp"]
        for name in ("fraga", "mot"):
            self._choose(name, [("", _("No question chosen")), *questions])

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        first, last = values.get("fran"), values.get("till")
        if first and last and last < first:
            self.add_error("till", _("The last day is before the first. Change one of them."))
        return values

    def cut(self) -> Cut:
        """Which objects were chosen, when the form is valid."""
        values = self.cleaned_data
        return Cut(
            offices=tuple(self.offices[slug].pk for slug in values["kontor"]),
            object_types=tuple(values.get("objekttyp", ())),
            selections=tuple(values["urval"]),
            first=values["fran"],
            last=values["till"],
        )
