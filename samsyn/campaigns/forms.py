"""Forms of the campaign pages; the rules stand in rules.py and the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.actions.participation import MOST_PLANNED
from samsyn.campaigns.codes import CampaignState, LegalArea, MaterialKind, NamedResults
from samsyn.campaigns.report_texts import SECTIONS


class ParticipationForm(forms.Form):
    """Whether an office takes part."""

    takes_part = forms.TypedChoiceField(
        label=_("Does the office take part?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    planned = forms.IntegerField(
        label=_("Planned objects"),
        help_text=_(
            "The number after your own supervision plan. It can be changed as long as the campaign is open."
        ),
        min_value=1,
        max_value=MOST_PLANNED,
        required=False,
        error_messages={"invalid": _("Write the number with digits, for example 12.")},
    )
    reports_totals = forms.BooleanField(
        label=_("We cannot report each object; we report totals for the whole office"),
        required=False,
    )
    reason = forms.CharField(
        label=_("If no: why not?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if (
            values.get("takes_part") is True
            and not values.get("planned")
            and "planned" not in self.errors
        ):
            self.add_error("planned", _("Write how many objects you plan, for example 12."))
        if values.get("takes_part") is False and not values.get("reason", "").strip():
            self.add_error("reason", _("Write in a few words why the office does not take part."))
        return values


class QuestionForm(forms.Form):
    """A question about the campaign."""

    text = forms.CharField(label=_("Your question"), max_length=300)
    item = forms.ChoiceField(
        label=_("Which question of the checklist is it about?"), required=False
    )
    details = forms.CharField(
        label=_("More about the question"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write no names of people or businesses. All members can read this."),
    )
    confirmed = forms.BooleanField(
        label=_("I have checked: nobody can be recognised in what I have written"), required=False
    )

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("The campaign as a whole")), *items]


class AnswerForm(forms.Form):
    """An answer to a question."""

    text = forms.CharField(
        label=_("Your answer"), max_length=6000, widget=forms.Textarea(attrs={"rows": 4})
    )
    settles = forms.BooleanField(label=_("This settles the question"), required=False)


class WithdrawForm(forms.Form):
    """Why a submission is withdrawn."""

    reason = forms.CharField(label=_("Why is it withdrawn?"), max_length=300)


class MaterialForm(forms.Form):
    """A file for the campaign."""

    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(label=_("Kind"), choices=MaterialKind.choices)
    file = forms.FileField(label=_("File"))
    is_public = forms.BooleanField(
        label=_("Everyone may read it, also without signing in"), required=False
    )


class CampaignForm(forms.Form):
    """What stands on a campaign."""

    title = forms.CharField(label=_("Title"), max_length=160)
    slug = forms.SlugField(
        label=_("Short name in addresses"),
        max_length=80,
        help_text=_("For example fordonstvattar-2027. It stays."),
    )
    background = forms.CharField(
        label=_("Background"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    purpose = forms.CharField(
        label=_("Purpose"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    goals = forms.CharField(
        label=_("Goals"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    delimitation = forms.CharField(
        label=_("Delimitation"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    delimitation_reason = forms.CharField(
        label=_("Reason for the delimitation"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    starts = forms.DateField(
        label=_("First day"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    ends = forms.DateField(
        label=_("Last reporting day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    legal_areas = forms.MultipleChoiceField(
        label=_("Supervisory areas"),
        choices=LegalArea.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    named_results = forms.ChoiceField(
        label=_("How are results shown when the report is compiled?"),
        choices=NamedResults.choices,
        widget=forms.RadioSelect,
        initial=NamedResults.MEMBERS,
        help_text=_("The offices decide before the start. It cannot be changed afterwards."),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        starts, ends = values.get("starts"), values.get("ends")
        if starts and ends and ends < starts:
            self.add_error(
                "ends", _("The last reporting day is before the first day. Change one of them.")
            )
        return values


class DecisionForm(forms.Form):
    """A decision, typed by hand: body, day, paragraph, address."""

    body = forms.CharField(label=_("Who decided?"), max_length=120)
    date = forms.DateField(
        label=_("Day of the decision"), widget=forms.DateInput(attrs={"type": "date"})
    )
    paragraph = forms.CharField(label=_("Paragraph"), max_length=20, required=False)
    address = forms.URLField(
        label=_("Address of the minutes"), required=False, assume_scheme="https"
    )


class SectionForm(forms.Form):
    """A section of the report; `revision` is the one that was read."""

    text = forms.CharField(
        label=_("Text"),
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("An empty line makes a new paragraph. Lines that begin with - become a list."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class CommentsUntilForm(forms.Form):
    """How long the offices can comment."""

    until = forms.DateField(
        label=_("Last day for comments"), widget=forms.DateInput(attrs={"type": "date"})
    )


class CommentForm(forms.Form):
    """An office's comment on the draft."""

    section = forms.ChoiceField(
        label=_("Which section?"),
        required=False,
        choices=[("", _("The whole report")), *SECTIONS.items()],
    )
    text = forms.CharField(
        label=_("Comment"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )


class ReplyForm(forms.Form):
    """What became of a comment."""

    text = forms.CharField(
        label=_("Reply"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class MoveForm(forms.Form):
    """Another state for the campaign."""

    to = forms.ChoiceField(choices=CampaignState.choices)
