"""What is asked on the pages of the network."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.network.codes import Area, HelpCheck, HelpKind
from samsyn.organisations.interface import Office

AREAS = [("", _("No special area")), *Area.choices]


class AskForm(forms.Form):
    """A question to the collaboration."""

    text = forms.CharField(label=_("Your question"), max_length=300)
    details = forms.CharField(
        label=_("More about the question"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write no names of people or businesses. All members can read this."),
    )  # fmt: skip
    area = forms.ChoiceField(label=_("Area"), choices=AREAS, required=False)
    law = forms.CharField(
        label=_("Section of law or guidance"), required=False, max_length=200,
        help_text=_("For example MB 26 kap. 19 §."),
    )  # fmt: skip
    confirmed = forms.BooleanField(
        label=_("I have checked: nobody can be recognised in what I have written"), required=False
    )


class AnswerForm(forms.Form):
    """An answer."""

    text = forms.CharField(
        label=_("Your answer"), max_length=6000, widget=forms.Textarea(attrs={"rows": 4})
    )
    source = forms.CharField(
        label=_("Judgment"), required=False, max_length=200,
        help_text=_("If a court has decided: for example MÖD 2024:12. The answer then weighs as the court's."),
    )  # fmt: skip
    valid_until = forms.DateField(
        label=_("Valid until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    settles = forms.BooleanField(label=_("This settles the question"), required=False)


class AgreeForm(forms.Form):
    """Why an answer is agreed on."""

    reason = forms.CharField(label=_("Why is it agreed?"), max_length=300)


class ProfileForm(forms.Form):
    """What she tells of herself; a tick beside each says whether others see it."""

    areas = forms.MultipleChoiceField(
        label=_("Areas I know"), choices=Area.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    languages = forms.CharField(label=_("Languages"), required=False, max_length=160)
    ask_me = forms.CharField(label=_("Ask me about"), required=False, max_length=300)
    hosts = forms.BooleanField(
        label=_("I gladly have others with me at an inspection"), required=False
    )
    lends_hours = forms.BooleanField(label=_("My office can lend my hours"), required=False)
    shown = forms.MultipleChoiceField(
        label=_("What may other members see?"), required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("areas", _("Areas I know")), ("languages", _("Languages")), ("ask_me", _("Ask me about")),
            ("hosts", _("That I have others with me")), ("lends_hours", _("That my hours can be lent")),
        ],
        help_text=_("Nothing is shown that you do not tick. You can change your mind at any time."),
    )  # fmt: skip


class HelpForm(forms.Form):
    """Hours asked for or offered."""

    kind = forms.ChoiceField(
        label=_("What"), choices=HelpKind.choices, widget=forms.RadioSelect, initial=HelpKind.NEED
    )
    office = forms.ChoiceField(label=_("Office"))
    area = forms.ChoiceField(label=_("Area"), choices=[("", _("Choose an area")), *Area.choices])
    purpose = forms.CharField(
        label=_("What it is about"), max_length=300,
        help_text=_("For example: take appeals on small sewage. Write no names of people or businesses."),
    )  # fmt: skip
    starts = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    ends = forms.DateField(label=_("To"), widget=forms.DateInput(attrs={"type": "date"}))
    hours = forms.IntegerField(label=_("Hours"), min_value=1, max_value=2000)

    def __init__(self, *args: Any, offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["office"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(office.slug, office.name) for office in offices]
        if len(field.choices) == 1:
            field.widget = forms.HiddenInput()
            field.initial = field.choices[0][0]


class HelpAnswerForm(forms.Form):
    """How much the office can do."""

    hours = forms.IntegerField(label=_("Hours"), min_value=1, max_value=2000)
    words = forms.CharField(label=_("More about it"), required=False, max_length=300)


class HelpAgreeForm(forms.Form):
    """What is seen to before somebody works for the other office."""

    checks = forms.MultipleChoiceField(
        label=_("Seen to"), choices=HelpCheck.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    terms = forms.CharField(
        label=_("Costs and what else was agreed"), required=False, max_length=300
    )


class HelpHoursForm(forms.Form):
    """How it went."""

    hours = forms.IntegerField(label=_("Hours in the end"), min_value=0, max_value=2000)
