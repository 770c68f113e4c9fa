"""Forms of people and offices; what may be chosen is what the reader may do."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from samsyn.core.clock.interface import today
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Office, Person
from samsyn.organisations.queries import offices_of
from samsyn.organisations.roles import PERMISSION_SENTENCES, Permission, Role
from samsyn.organisations.rules import roles_to_give


class OfficeForm(forms.Form):
    """Names and address of an office."""

    name = forms.CharField(label=_("Name"), max_length=120)
    short_name = forms.CharField(label=_("Short name in tables"), max_length=40)
    email = forms.EmailField(label=_("E-mail"), required=False)


class InviteForm(forms.Form):
    """Whom to invite, to which role."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"), help_text=_("Her address at work. The invitation is sent there.")
    )
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, actor: Actor, office: Office | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = roles_to_give(
            actor.memberships, office_id=office.pk if office else None, day=today()
        )
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


class RoleForm(forms.Form):
    """A role for somebody who is already in the collaboration."""

    role = forms.ChoiceField(label=_("Role"))
    office = forms.ChoiceField(
        label=_("Office"),
        required=False,
        help_text=_("Leave empty for a role in the whole collaboration."),
    )
    starts = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    ends = forms.DateField(
        label=_("To"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave empty if the role goes on until further notice."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offices = offices_of(actor.collaboration)
        some_office = self.offices[0].pk if self.offices else None
        roles = roles_to_give(actor.memberships, office_id=some_office, day=today())
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            ("", _("The whole collaboration")),
            *((str(office.pk), office.name) for office in self.offices),
        ]

    @property
    def chosen_office(self) -> Office | None:
        """The chosen office."""
        chosen = self.cleaned_data.get("office")
        return next((office for office in self.offices if str(office.pk) == chosen), None)


class EndForm(forms.Form):
    """Ending a role: who takes over, and why."""

    successor = forms.ChoiceField(label=_("Who takes over open work"), required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["successor"].choices = [  # type: ignore[attr-defined]
            ("", _("Nobody")),
            *((str(person.pk), person.name) for person in people),
        ]

    @property
    def chosen_successor(self) -> Person | None:
        """The chosen person."""
        chosen = self.cleaned_data.get("successor")
        return next((person for person in self.people if str(person.pk) == chosen), None)


class AcceptForm(forms.Form):
    """The name to be known by, and a password for those who want one."""

    name = forms.CharField(label=_("Your name"), max_length=120)
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 12 characters. Leave it empty if you prefer to sign in with a code that we e-mail to you."
        ),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password


class OwnDetailsForm(forms.Form):
    """One's own name and telephone number."""

    name = forms.CharField(label=_("Name"), max_length=120)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)


class WhyForm(forms.Form):
    """Why may, or may not, somebody do something somewhere?"""

    person = forms.ChoiceField(label=_("Person"))
    permission = forms.ChoiceField(label=_("What she wants to do"))
    office = forms.ChoiceField(label=_("Where"), required=False)

    def __init__(
        self, *args: Any, people: list[Person], offices: list[Office], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(person.pk), person.name) for person in people]  # type: ignore[attr-defined]
        self.fields["permission"].choices = [  # type: ignore[attr-defined]
            (permission.value, PERMISSION_SENTENCES[permission]) for permission in Permission
        ]
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            ("", _("Anywhere")),
            *((str(office.pk), office.name) for office in offices),
        ]


def role_of(form: forms.Form) -> Role:
    """The chosen role of a valid form."""
    return Role(form.cleaned_data["role"])
