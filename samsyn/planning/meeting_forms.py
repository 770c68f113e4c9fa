"""Forms of the steering group's meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.organisations.interface import Collaboration
from samsyn.planning.actions.meeting import Minutes
from samsyn.planning.codes import DecisionKind, Outcome, ProposalKind
from samsyn.planning.models import AgendaItem, Decision, Meeting, Proposal
from samsyn.planning.queries import usable_decisions
from samsyn.planning.rules import OPEN_STATES


def _area(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=20000, help_text=help_text,
                           widget=forms.Textarea(attrs={"rows": rows}))  # fmt: skip


class MeetingForm(forms.Form):
    """Day, place and notice."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))
    starts_at = forms.TimeField(
        label=_("Starts"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    place = forms.CharField(label=_("Place"), max_length=120, required=False)
    notice = _area(_("Notice"), help_text=_("What the group should know or read before."))


class AgendaForm(forms.Form):
    """An item of the agenda."""

    title = forms.CharField(label=_("Matter"), max_length=200)
    kind = forms.ChoiceField(
        label=_("About"), choices=DecisionKind.choices, initial=DecisionKind.PRINCIPLE
    )
    proposal = forms.ModelChoiceField(
        label=_("The proposal it is about"), required=False, queryset=Proposal.objects.none(),
        help_text=_("A yes takes it into the plan, a no is told to its office with the reason."),
    )  # fmt: skip
    background = _area(_("Background"))
    address = forms.CharField(
        label=_("Address of what is decided about"), max_length=200, required=False,
        help_text=_("A page here, such as a draft of guidance."),
    )  # fmt: skip
    order = forms.IntegerField(label=_("Place on the agenda"), min_value=1, required=False)
    attachment = forms.FileField(label=_("Attachment"), required=False)

    def __init__(self, *args: Any, collaboration: Collaboration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposal"].queryset = Proposal.objects.filter(  # type: ignore[attr-defined]
            collaboration=collaboration, state__in=OPEN_STATES, kind=ProposalKind.PROPOSAL
        )

    def clean_address(self) -> str:
        """A path of this site: nothing here leads elsewhere."""
        given = str(self.cleaned_data["address"]).strip()
        if given and (not given.startswith("/") or given.startswith("//")):
            raise forms.ValidationError(
                _("Write the address from the first slash, such as /handlaggarstod/.")
            )
        return given


class DecisionForm(forms.Form):
    """A decision with its text; replaced decisions are chosen among those in force."""

    outcome = forms.ChoiceField(
        label=_("The group says"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    text = _area(
        _("Decision"),
        required=True,
        help_text=_("It cannot be changed afterwards. A later decision can replace it."),
    )
    bias = _area(
        _("Conflict of interest (jäv)"), rows=2, help_text=_("Who left the room, and why.")
    )
    reservations = _area(_("Reservations"), rows=2)
    replaces = forms.ModelChoiceField(
        label=_("Replaces an earlier decision"), required=False, queryset=Decision.objects.none()
    )

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replaces"].queryset = usable_decisions(  # type: ignore[attr-defined]
            item.meeting.collaboration
        )


class MinutesForm(forms.Form):
    """What is written during the meeting: people, opening, and words under each item."""

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attendances = list(meeting.attendances.select_related("person"))
        people = [(one.person_id, one.person.name) for one in self.attendances]
        self.fields["present"] = forms.MultipleChoiceField(
            label=_("Present"), choices=people, widget=forms.CheckboxSelectMultiple, required=False,
            initial=[one.person_id for one in self.attendances if one.present],
        )  # fmt: skip
        self.fields["chair"] = forms.ChoiceField(
            label=_("Chair"), choices=[("", _("Not chosen")), *people], required=False,
            initial=meeting.chair_id or "",
        )  # fmt: skip
        self.fields["adjusters"] = forms.MultipleChoiceField(
            label=_("Adjust the minutes"), choices=people, widget=forms.CheckboxSelectMultiple,
            required=False, help_text=_("Two of those who were there."),
            initial=[one.person_id for one in self.attendances if one.adjusts],
        )  # fmt: skip
        self.fields["opening"] = _area(_("How the meeting opened"), rows=2)
        self.fields["opening"].initial = meeting.opening
        self.items = list(meeting.items.all())
        for number, item in enumerate(self.items, start=1):
            name = f"notes-{item.pk}"
            self.fields[name] = _area(f"{number}. {item.title}", rows=3)
            self.fields[name].initial = item.notes

    @property
    def minutes(self) -> Minutes:
        """What was written, as the action wants it."""
        values = self.cleaned_data
        return Minutes(
            opening=values["opening"],
            notes={item.pk: values[f"notes-{item.pk}"] for item in self.items},
            present=[int(pk) for pk in values["present"]],
            chair=int(values["chair"]) if values["chair"] else None,
            adjusters=[int(pk) for pk in values["adjusters"]],
        )
