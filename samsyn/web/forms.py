"""The form of the accessibility statement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.models import Topic


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
    topics = forms.MultipleChoiceField(
        label=_("What do you want to read about?"),
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one topic.")},
    )
