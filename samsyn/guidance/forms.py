"""Forms of guidance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.guidance.codes import AdoptionState, ReviewOutcome
from samsyn.guidance.models import GuidanceDocument

_LONG = forms.Textarea(attrs={"rows": 4})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ReviewForm(forms.Form):
    """What a review came to."""

    outcome = forms.ChoiceField(
        label=_("What did the review come to?"),
        choices=ReviewOutcome.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Say what you checked: the law, limit values, judgments, links and templates."),
        widget=_LONG,
    )


class AdoptionForm(forms.Form):
    """What a board has decided."""

    state = forms.ChoiceField(
        label=_("What has the board decided?"),
        choices=AdoptionState.choices,
        widget=forms.RadioSelect,
    )
    date = forms.DateField(label=_("Day of the board's meeting"), widget=_day())
    paragraph = forms.CharField(label=_("Paragraph of the minutes"), required=False, max_length=20)
    deviation = forms.CharField(
        label=_("What the board has decided otherwise"),
        help_text=_("Shown on the page of the document."),
        required=False,
        widget=_LONG,
    )


class PublishForm(forms.Form):
    """An edition's number, decision and what changed."""

    number = forms.CharField(label=_("Number of the edition"), max_length=12)
    in_force_from = forms.DateField(label=_("In force from"), widget=_day())
    body = forms.CharField(label=_("Who decided"), max_length=120)
    date = forms.DateField(label=_("Day of the decision"), widget=_day())
    paragraph = forms.CharField(label=_("Paragraph of the minutes"), max_length=20)
    change_summary = forms.CharField(label=_("What has changed"), required=False, widget=_LONG)
    change_reason = forms.CharField(label=_("Why"), required=False, widget=_LONG)


class EndForm(forms.Form):
    """A document that is replaced or withdrawn."""

    replaced_by = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=GuidanceDocument.objects.none(),
        required=False,
        empty_label=_("Nothing: it is withdrawn"),
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=_LONG)

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]


class AnswerReviewForm(forms.Form):
    """An agreed answer that still holds, or no longer does."""

    outcome = forms.ChoiceField(
        label=_("Does the answer still hold?"),
        choices=[
            ("holds", pgettext_lazy("agreed answer", "It still holds")),
            ("ends", pgettext_lazy("agreed answer", "It is withdrawn")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=_LONG)
