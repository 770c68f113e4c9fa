"""Forms of what a campaign is set up with: kinds of objects, important days, project group, other collaborations."""

from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.codes import DateKind, PermitLevel
from samsyn.organisations.interface import Collaboration, Person

EMPTY_ROWS = 3
MOST_ROWS = 60


class ObjectTypeForm(forms.Form):
    """A kind of object."""

    key = forms.SlugField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Kind of object"), max_length=120)
    activity_code = forms.CharField(
        label=_("Activity code"),
        max_length=20,
        required=False,
        help_text=_("For example 34.70. Empty where there is none."),
    )
    level = forms.ChoiceField(
        label=_("Level"), required=False, choices=[("", _("Any")), *PermitLevel.choices]
    )


class DayForm(forms.Form):
    """A day to know."""

    kind = forms.ChoiceField(label=_("Day"), choices=DateKind.choices, initial=DateKind.OTHER)
    date = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}))
    title = forms.CharField(label=_("What"), max_length=120, required=False)
    place = forms.CharField(label=_("Where"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("kind") == DateKind.OTHER and not values.get("title", "").strip():
            self.add_error("title", _("Write what happens that day."))
        return values


class Rows(BaseFormSet[Any]):
    """Rows of which the last ones are empty, to write new ones in; `rows` is what was written and not ticked away."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take the row away")

    def rows(self) -> list[dict[str, Any]]:
        kept = [form for form in self.forms if form not in self.deleted_forms]
        written = [form.cleaned_data for form in kept if form.cleaned_data]
        return [{k: v for k, v in row.items() if k != "DELETE"} for row in written]


class ObjectTypeRows(Rows):
    """Kinds of objects: each name once; what submissions point at keeps its key."""

    def clean(self) -> None:
        names = [row["name"].strip().lower() for row in self.rows() if row.get("name")]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise forms.ValidationError(
                gettext("“%(name)s” stands on two rows. Change or take away one of them.")
                % {"name": twice}
            )

    def types(self) -> list[dict[str, str]]:
        """The rows with a key each: the one they had, else one made from the name."""
        rows = self.rows()
        taken = {row["key"] for row in rows if row["key"]}
        for row in rows:
            row["key"] = row["key"] or _free_key(row["name"], taken)
            taken.add(row["key"])
        return rows


def _free_key(name: str, taken: set[str]) -> str:
    stem = slugify(name)[:36] or "objekt"
    keys = (stem if number == 1 else f"{stem}-{number}" for number in range(1, MOST_ROWS + 2))
    return next(key for key in keys if key not in taken)


def _rows(form: type[forms.Form], formset: type[Rows]) -> Any:
    return formset_factory(
        form,
        formset=formset,
        extra=EMPTY_ROWS,
        can_delete=True,
        can_delete_extra=False,
        max_num=MOST_ROWS,
    )


OBJECT_TYPES: type[ObjectTypeRows] = _rows(ObjectTypeForm, ObjectTypeRows)
DAYS: type[Rows] = _rows(DayForm, Rows)


class GroupForm(forms.Form):
    """Who leads the project and who is with her."""

    leader = forms.ChoiceField(label=_("Project leader"), required=False)
    members = forms.MultipleChoiceField(
        label=_("Others in the project group"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        choices = [(key, person.name) for key, person in self.people.items()]
        self.fields["leader"].choices = [("", _("Nobody yet")), *choices]  # type: ignore[attr-defined]
        self.fields["members"].choices = choices  # type: ignore[attr-defined]

    def group(self) -> tuple[Person | None, list[Person]]:
        """Leader and the others, each once."""
        leader = self.people.get(self.cleaned_data["leader"])
        others = [self.people[key] for key in self.cleaned_data["members"]]
        return leader, [person for person in others if person != leader]


class OpenToForm(forms.Form):
    """Another collaboration whose offices may take part."""

    collaboration = forms.ChoiceField(label=_("Collaboration"))

    def __init__(self, *args: Any, others: list[Collaboration], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {other.slug: other for other in others}
        self.fields["collaboration"].choices = [  # type: ignore[attr-defined]
            (slug, other.name) for slug, other in self.others.items()
        ]
