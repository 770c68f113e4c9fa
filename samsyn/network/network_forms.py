"""What is asked on the pages of a thematic network."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.network.forms import AREAS
from samsyn.network.models import Network
from samsyn.network.queries import members_now
from samsyn.organisations.interface import Person


class NetworkForm(forms.Form):
    """A network's texts."""

    name = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(
        label=_("What it does"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What you do together, and how often you meet."),
    )  # fmt: skip
    area = forms.ChoiceField(label=_("Area"), choices=AREAS, required=False)


class ChangeNetworkForm(NetworkForm):
    """The texts and who answers for it."""

    contact = forms.ChoiceField(
        label=_("Contact person"), required=False,
        help_text=_("One of the members. The new contact person sees it on the network's page."),
    )  # fmt: skip

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in members_now(network)}
        self.fields["contact"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody at the moment")),
            *((pk, person.name) for pk, person in self.people.items()),
        ]

    @property
    def chosen_contact(self) -> Person | None:
        """The chosen member."""
        return self.people.get(self.cleaned_data["contact"])


class LetterForm(forms.Form):
    """A letter to the members; `key` makes a form that is sent twice one letter."""

    key = forms.CharField(max_length=40, widget=forms.HiddenInput)
    subject = forms.CharField(label=_("Subject"), max_length=150)
    text = forms.CharField(
        label=_("Text"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Plain text. Your name, office and e-mail stand in the letter."),
    )  # fmt: skip


class FileForm(forms.Form):
    """A file for the members."""

    title = forms.CharField(label=_("Title"), max_length=160)
    file = forms.FileField(label=_("File"), help_text=_("PDF, Word, Excel, PowerPoint or text."))


class DecideForm(forms.Form):
    """Why a network is declined or closed."""

    reason = forms.CharField(label=_("Why?"), max_length=300)
