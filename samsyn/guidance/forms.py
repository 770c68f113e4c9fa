"""Forms of guidance."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samsyn.guidance.codes import AdoptionState, Area, ReplyKind, ReviewOutcome
from samsyn.guidance.models import AgreedAnswer, GuidanceDocument, ReferredClause
from samsyn.organisations.interface import Person

_LONG = forms.Textarea(attrs={"rows": 4})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DocumentForm(forms.Form):
    """What stands about a document beside its text."""

    title = forms.CharField(label=_("Title"), max_length=160)
    purpose = forms.CharField(
        label=_("Purpose"), help_text=_("One or two sentences: what the text is for."), widget=_LONG
    )
    area = forms.ChoiceField(label=_("Area"), choices=Area.choices)
    target_group = forms.CharField(label=_("Written for"), required=False, max_length=200)
    working_group = forms.CharField(label=_("Working group"), required=False, max_length=120)
    owner = forms.ModelChoiceField(
        label=_("Owner"),
        help_text=_("Keeps the text up to date and is reminded when it is to be reviewed."),
        queryset=Person.objects.none(),
    )
    writers = forms.ModelMultipleChoiceField(
        label=_("Who writes"),
        help_text=_("Those of the working group who are to write. Editors and the coordinator always may."),
        queryset=Person.objects.none(),
        required=False,
    )  # fmt: skip
    review_months = forms.IntegerField(
        label=_("Months between reviews"), min_value=1, max_value=60, initial=24
    )
    members_only = forms.BooleanField(label=_("For members only"), required=False)
    members_reason = forms.CharField(
        label=_("Why for members only"), required=False, max_length=200
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("owner", "writers"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]


class NewDocumentForm(DocumentForm):
    """A document that is begun; its address is for good."""

    slug = forms.SlugField(
        label=_("Address"),
        help_text=_("Small letters and hyphens, such as fordonstvattar. It cannot be changed later."),
        max_length=80,
    )  # fmt: skip
    field_order = ("title", "slug")


class WordForm(forms.Form):
    """A Word file that becomes the draft."""

    file = forms.FileField(
        label=_("Word file"),
        help_text=_("A .docx without tracked changes and macros, at most 300 pages and 25 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
    replaces = forms.BooleanField(
        label=_("Replace what is written in the draft"),
        help_text=_("What is written now stays in the draft's history."),
        required=False,
    )

    def __init__(self, *args: Any, is_written: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_written:
            del self.fields["replaces"]


class ReferralForm(forms.Form):
    """A draft that is sent out for comments."""

    closes = forms.DateField(label=_("Last day of the referral"), widget=_day())
    message = forms.CharField(
        label=_("What the offices are to look at"),
        help_text=_("Goes with the letter to the offices' contact persons and managers."),
        required=False,
        widget=_LONG,
    )


class OfficeAnswerForm(forms.Form):
    """An office's comments: one field a clause, and one for the whole."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, clauses: Iterable[ReferredClause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_clause = {f"clause-{clause.pk}": clause for clause in clauses}
        for name, clause in self.of_clause.items():
            self.fields[name] = forms.CharField(
                label=_("Comment on %(number)s") % {"number": clause.number},
                required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip
        self.fields["whole"] = forms.CharField(
            label=_("Comment on the whole"), required=False, max_length=8000, widget=_LONG
        )

    def comments(self) -> dict[int | None, str]:
        """What was written, by the key of the clause sent out; None for the whole."""
        found: dict[int | None, str] = {
            clause.pk: self.cleaned_data[name] for name, clause in self.of_clause.items()
        }
        return {**found, None: self.cleaned_data["whole"]}


class ReplyForm(forms.Form):
    """What came of a comment."""

    reply_kind = forms.ChoiceField(label=_("What came of it?"), choices=ReplyKind.choices)
    reply = forms.CharField(label=_("Reply"), max_length=4000, widget=_LONG)


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
    replaced_by = forms.ModelChoiceField(
        label=_("Replaced by"),
        help_text=_("When another answer applies now; leave empty otherwise."),
        queryset=AgreedAnswer.objects.none(),
        required=False,
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=_LONG)

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].queryset = others  # type: ignore[attr-defined]
