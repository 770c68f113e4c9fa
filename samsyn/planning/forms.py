"""Forms of planning; the rules stand in rules.py and the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.interface import LegalArea
from samsyn.planning.codes import ActivityType, Stance, Urgency, VoteMethod
from samsyn.planning.models import BallotLine, Criterion, Proposal, Vote
from samsyn.planning.rules import OPEN_STATES, Line


def _text(
    label: Any, *, rows: int = 3, required: bool = False, help_text: Any = ""
) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=6000, help_text=help_text,
                           widget=forms.Textarea(attrs={"rows": rows}))  # fmt: skip


class NeedForm(forms.Form):
    """A need: short."""

    title = forms.CharField(label=_("What is needed?"), max_length=160)
    background = _text(_("Why? Tell in a few sentences"), required=True)


class ProposalForm(NeedForm):
    """A whole proposal."""

    title = forms.CharField(label=_("What do you propose?"), max_length=160)
    background = _text(_("Background"), required=True, rows=4)
    purpose = _text(_("Purpose"), required=True, rows=2)
    goal = _text(_("Goal"), rows=2, help_text=_("Something that can be followed up."))
    target_group = forms.CharField(label=_("Target group"), required=False, max_length=200)
    activity_type = forms.ChoiceField(label=_("Type"), choices=ActivityType.choices)
    legal_area = forms.ChoiceField(label=_("Supervisory area"), required=False,
                                   choices=[("", _("None in particular")), *LegalArea.choices])  # fmt: skip
    effect = _text(_("Expected effect on equal supervision"), rows=2)
    contribution = _text(_("Own contribution"), rows=2)
    urgency = forms.ChoiceField(
        label=_("Urgency"), choices=Urgency.choices, initial=Urgency.PLANNED
    )


class ReasonForm(forms.Form):
    """Why a proposal is settled."""

    reason = _text(_("The reason"), required=True)


class CommentForm(forms.Form):
    """An office's comment."""

    text = _text(_("Your office's comment"), required=True)


class ViewForm(forms.Form):
    """A colleague's view."""

    text = _text(_("Your view, for your contact person"), required=True)


class OpinionsForm(forms.Form):
    """The preparing group's opinion, one field for each criterion in use."""

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Criterion.objects.filter(collaboration=proposal.collaboration, is_used=True)
        stored = dict(proposal.opinions.values_list("criterion_id", "text"))
        self.criteria = {f"criterion-{criterion.pk}": criterion for criterion in found}
        for name, criterion in self.criteria.items():
            self.fields[name] = _text(criterion.name, rows=2, help_text=criterion.question)
            self.fields[name].initial = stored.get(criterion.pk, "")

    def clean(self) -> dict[str, Any]:
        """At least one opinion; the others can wait."""
        values = super().clean() or {}
        if not any(str(text).strip() for text in values.values()):
            raise forms.ValidationError(_("Write under at least one criterion."))
        return values

    @property
    def opinions(self) -> dict[Criterion, str]:
        """What was written, by criterion."""
        return {self.criteria[name]: text for name, text in self.cleaned_data.items()}


class CriterionForm(forms.Form):
    """Something the steering group weighs proposals by."""

    name = forms.CharField(label=_("Criterion"), max_length=120)
    question = forms.CharField(label=_("What to think of"), max_length=300, required=False)


class MergeForm(forms.Form):
    """Which proposal to merge into."""

    into = forms.ModelChoiceField(label=_("Merge into"), queryset=Proposal.objects.none())

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = Proposal.objects.filter(  # type: ignore[attr-defined]
            collaboration=proposal.collaboration, state__in=OPEN_STATES
        ).exclude(pk=proposal.pk)


class CarryForm(forms.Form):
    """Which year a proposal is tried again for."""

    plan_year = forms.IntegerField(label=_("For the year"), min_value=2000, max_value=2100)


class VoteForm(forms.Form):
    """A new vote."""

    title = forms.CharField(label=_("Headline"), max_length=160)
    introduction = _text(_("Introduction"))
    method = forms.ChoiceField(label=_("Method"), choices=VoteMethod.choices, widget=forms.RadioSelect,
                               initial=VoteMethod.YES_NO)  # fmt: skip
    points = forms.IntegerField(
        label=_("Points to distribute"), initial=10, min_value=1, max_value=100
    )
    plan_year = forms.IntegerField(label=_("For the year"), min_value=2000, max_value=2100)
    opens = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}))
    closes = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))
    with_region = forms.BooleanField(label=_("The Region votes"), required=False)
    proposals = forms.ModelMultipleChoiceField(
        label=_("Proposals"), queryset=Proposal.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, collaboration: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposals"].queryset = Proposal.objects.filter(  # type: ignore[attr-defined]
            collaboration=collaboration, state__in=OPEN_STATES
        )


class BallotForm(forms.Form):
    """An organisation's answer, one or two fields for each question."""

    def __init__(
        self, *args: Any, vote: Vote, stored: dict[int, BallotLine], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = list(vote.items.select_related("proposal"))
        for item in self.items:
            line = stored.get(item.pk)
            if vote.method == VoteMethod.YES_NO:
                self.fields[f"stance-{item.pk}"] = forms.ChoiceField(
                    label=item.proposal.title, choices=Stance.choices, widget=forms.RadioSelect,
                    required=False, initial=line.stance if line else None,
                )  # fmt: skip
                self.fields[f"reason-{item.pk}"] = forms.CharField(
                    label=_("Reason: %(title)s") % {"title": item.proposal.title}, max_length=400,
                    required=False, initial=line.reason if line else "",
                )  # fmt: skip
            else:
                most = len(self.items) if vote.method == VoteMethod.RANK else vote.points
                self.fields[f"number-{item.pk}"] = forms.IntegerField(
                    label=item.proposal.title, min_value=0, max_value=most, required=False,
                    initial=line.number if line else None,
                )  # fmt: skip

    @property
    def lines(self) -> dict[int, Line]:
        """The answers by question id."""
        values = self.cleaned_data
        return {
            item.pk: Line(
                number=values.get(f"number-{item.pk}"),
                stance=values.get(f"stance-{item.pk}") or "",
                reason=values.get(f"reason-{item.pk}") or "",
            )
            for item in self.items
        }
