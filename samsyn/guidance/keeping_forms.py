"""Forms of what stands beside the documents: agreed answers, files, others' guidance, changes of law."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.law.interface import LawReference, read_reference
from samsyn.guidance.codes import Area, AttachmentKind
from samsyn.guidance.models import Clause
from samsyn.organisations.interface import Office

_LONG = forms.Textarea(attrs={"rows": 4})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AgreedAnswerForm(forms.Form):
    """A question on which the county has agreed, with who stands behind the answer and who does not."""

    question = forms.CharField(label=_("Question"), max_length=300)
    answer = forms.CharField(label=_("The answer"), widget=_LONG)
    reasons = forms.CharField(label=_("Reasons"), widget=_LONG)
    area = forms.ChoiceField(label=_("Area"), choices=Area.choices)
    citations = forms.CharField(
        label=_("Legal basis"), help_text=_("One reference a line, such as MB 26 kap. 19 § or MÖD M 1234-20."),
        required=False, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    clause = forms.ModelChoiceField(
        label=_("Clause that it belongs to"), help_text=_("The answer is shown at the clause."),
        queryset=Clause.objects.none(), required=False, empty_label=_("No clause"),
    )  # fmt: skip
    agreed_on = forms.DateField(label=_("Agreed on"), widget=_day())
    body = forms.CharField(
        label=_("Who decided"), help_text=_("Leave empty when the offices agreed without a decision."),
        required=False, max_length=120,
    )  # fmt: skip
    paragraph = forms.CharField(label=_("Paragraph of the minutes"), required=False, max_length=20)
    members_only = forms.BooleanField(label=_("For members only"), required=False)
    behind = forms.ModelMultipleChoiceField(
        label=_("Offices behind the answer"), queryset=Office.objects.none(), widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, offices: Any, clauses: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["behind"].queryset = offices  # type: ignore[attr-defined]
        self.fields["clause"].queryset = clauses  # type: ignore[attr-defined]
        self.offices = {f"note-{office.pk}": office for office in offices}
        for name, office in self.offices.items():
            self.fields[name] = forms.CharField(
                label=gettext("Why %(office)s does not stand behind it") % {"office": office.short_name},
                required=False, max_length=300,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        behind = given.get("behind") or []
        for name, office in self.offices.items():
            if given.get(name) and office in behind:
                said = _(
                    "The office is ticked as behind the answer. Untick it or take the reason away."
                )
                self.add_error(name, said)
        if bool(given.get("body")) != bool(given.get("paragraph")):
            self.add_error(
                "paragraph", _("Fill in both who decided and the paragraph, or neither.")
            )
        return given

    def answer_values(self) -> dict[str, Any]:
        """What `make_agreed_answer` takes, but for the address."""
        given = self.cleaned_data
        decision = (
            DecisionRef(given["body"], given["agreed_on"], given["paragraph"]) if given["body"] else None
        )  # fmt: skip
        kept = ("question", "answer", "reasons", "area", "clause", "agreed_on", "members_only")
        return {name: given[name] for name in kept} | {
            "behind": list(given["behind"]),
            "dissenting": {office: given[name] for name, office in self.offices.items() if given[name]},
            "citations": [line.strip()[:160] for line in given["citations"].splitlines() if line.strip()],
            "decision": decision,
        }  # fmt: skip


class AttachmentForm(forms.Form):
    """A file beside the text."""

    title = forms.CharField(label=_("Title"), max_length=160)
    kind = forms.ChoiceField(label=_("What it is for"), choices=AttachmentKind.choices)
    file = forms.FileField(
        label=_("File"), help_text=_("Word, PDF, Excel, PowerPoint, ODT or text, at most 25 MB.")
    )


class OtherGuidanceForm(forms.Form):
    """What others have published and what of it we use."""

    title = forms.CharField(label=_("Title"), max_length=200)
    publisher = forms.CharField(label=_("Published by"), max_length=160)
    year = forms.CharField(label=_("Year"), required=False, max_length=20)
    address = forms.URLField(
        label=_("Address"), required=False, max_length=400, assume_scheme="https"
    )
    used_for = forms.CharField(label=_("What of it we use"), required=False, max_length=300)


class LawEventForm(forms.Form):
    """A change of law."""

    reference = forms.CharField(
        label=_("What is changed"),
        help_text=_("The law, with chapter and section when only they change, such as MB 26 kap. 19 §."),
        max_length=160,
    )  # fmt: skip
    date = forms.DateField(label=_("In force from"), widget=_day())
    what = forms.CharField(label=_("What changes"), widget=_LONG)

    def clean_reference(self) -> LawReference:
        """The law, chapter and section; refuses what names no law."""
        reference = read_reference(self.cleaned_data["reference"])
        if reference is None:
            raise forms.ValidationError(
                _("No law could be read. Write it as MB 26 kap. 19 § or SFS 1998:901 7 §.")
            )
        return reference
