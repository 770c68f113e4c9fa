"""The form of the accessibility statement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.core.subscriptions.interface import letter_groups


class FeedbackForm(forms.Form):
    """What did not work, where, and how to answer."""

    text = forms.CharField(
        label=_("What does not work for you?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    about = forms.CharField(
        label=_("On which page?"),
        max_length=300,
        required=False,
        help_text=_("Its address or its heading."),
    )
    email = forms.EmailField(
        label=_("Your e-mail"), required=False, help_text=_("Only if you want an answer.")
    )


class SubscribeForm(forms.Form):
    """An address and what it wants to hear about."""

    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, chosen: str = "", **kwargs: Any) -> None:
        """`chosen` is a topic that is ticked from the start."""
        super().__init__(*args, **kwargs)
        for group in letter_groups():
            codes = [code for code, _label in group.topics]
            self.fields[group.code] = forms.MultipleChoiceField(
                label=str(group.label),
                choices=group.topics,
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=[chosen] if chosen in codes else [],
            )

    def clean(self) -> dict[str, Any]:
        """At least one topic, of any group."""
        given = super().clean() or self.cleaned_data
        if "email" in given and not self.topics():
            self.add_error(letter_groups()[-1].code, _("Choose at least one topic."))
        return given

    def topics(self) -> list[str]:
        """The chosen topics of all groups."""
        return [code for group in letter_groups() for code in self.cleaned_data.get(group.code, [])]
