"""Forms of the projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.organisations.interface import Collaboration, Person, holders_of


def _area(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=20000, help_text=help_text,
                           widget=forms.Textarea(attrs={"rows": rows}))  # fmt: skip


class ProjectForm(forms.Form):
    """The project plan."""

    purpose = _area(_("Purpose and goals"))
    delimitation = _area(_("Delimitation"))
    delimitation_reason = _area(_("Reason for the delimitation"), rows=2)
    risks = _area(_("Risks"))
    referral = _area(_("Who gets it on referral"), rows=2)
    hours_expected = forms.IntegerField(label=_("Hours expected"), min_value=0)


class _PeopleForm(forms.Form):
    """A form that chooses among the members."""

    people_field = "person"

    def __init__(self, *args: Any, collaboration: Collaboration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.people_field].queryset = holders_of(  # type: ignore[attr-defined]  # a list of rows to choose from
            collaboration
        ).order_by("name")


class TaskForm(_PeopleForm):
    """Something to do."""

    text = forms.CharField(label=_("What"), max_length=200)
    person = forms.ModelChoiceField(label=_("Who"), queryset=Person.objects.none(), required=False)
    due = forms.DateField(
        label=_("Ready by"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


class MemberForm(_PeopleForm):
    """Somebody new in the group."""

    person = forms.ModelChoiceField(label=_("Who"), queryset=Person.objects.none())
    is_leader = forms.BooleanField(label=_("Leads the project"), required=False)


class LeaveForm(_PeopleForm):
    """Who takes over."""

    people_field = "successor"
    successor = forms.ModelChoiceField(
        label=_("Who takes over"), queryset=Person.objects.none(), required=False,
        help_text=_("Open tasks and the lead go to that person."),
    )  # fmt: skip


class StatusForm(forms.Form):
    """A status report, filled in from the tasks."""

    done = _area(_("What was done"), required=True)
    next_steps = _area(_("What comes next"))
    deviations = _area(_("Deviations"))


class FinalForm(forms.Form):
    """The final report."""

    fulfilment = _area(_("Goal fulfilment"), required=True)
    conclusions = _area(_("Conclusions"), required=True)
    hours_spent = forms.IntegerField(label=_("Hours spent"), min_value=0)
