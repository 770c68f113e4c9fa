"""Forms of collaborations: a new one, the details of one's own, and more members."""

import re
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.organisations.member_lines import LineRefused, MemberLine, read_member_lines
from samsyn.organisations.models import Municipality

HOST = re.compile(r"(?=.{1,120}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
LINE_SENTENCES = {
    "name": gettext_lazy("Line %(line)d: the name is missing or too long: %(text)s"),
    "municipality": gettext_lazy(
        "Line %(line)d: write each municipality as its four-digit code and its name, for example 0604 Aneby. "
        "This cannot be read: %(text)s"
    ),
    "twice": gettext_lazy(
        "Line %(line)d: the office or one of its municipalities stands there twice: %(text)s"
    ),
    "too_many": gettext_lazy("Line %(line)d: that is too many at once. Add the rest afterwards."),
}


class MembersField(forms.CharField):
    """Member organisations, one per line; cleaned to what each line says."""

    widget = forms.Textarea(attrs={"rows": 8})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20_000)
        super().__init__(
            label=gettext_lazy("Members, one per line"),
            help_text=gettext_lazy(
                "The name, and after a colon the municipalities it works for. "
                "For example: Miljökontoret Habo och Mullsjö: 1643 Habo, 1642 Mullsjö"
            ),
            **kwargs,
        )

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            lines = read_member_lines(text)
        except LineRefused as refused:
            words = {"line": refused.line, "text": refused.text[:80]}
            raise forms.ValidationError(LINE_SENTENCES[refused.code] % words) from refused
        _refuse_taken(lines)
        return lines


def _refuse_taken(lines: list[MemberLine]) -> None:
    codes = [code for line in lines for code, _name in line.municipalities]
    taken = Municipality.objects.filter(code__in=codes).select_related("office")
    if taken:
        said = ", ".join(f"{one.code} {one.name} ({one.office.name})" for one in taken[:5])
        raise forms.ValidationError(
            _("These municipalities already have an office: %(taken)s") % {"taken": said}
        )


class MembersForm(forms.Form):
    """More members."""

    members = MembersField()


class FrontForm(forms.Form):
    """Name, host name and front page."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    county = forms.CharField(label=gettext_lazy("County"), max_length=80)
    host = forms.CharField(
        label=gettext_lazy("Host name"),
        max_length=120,
        help_text=gettext_lazy(
            "Where it is found on the web, for example samsyn.miljosamverkan.se. The name must lead to this server."
        ),
    )
    contact_email = forms.EmailField(label=gettext_lazy("E-mail for visitors"), required=False)
    mission = forms.CharField(
        label=gettext_lazy("What we do, in one sentence"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Stands first on the start page. Empty gives a sentence with the number of offices."
        ),
    )

    def clean_host(self) -> str:
        host: str = self.cleaned_data["host"].lower()
        if host and not HOST.fullmatch(host):
            raise forms.ValidationError(
                _(
                    "Write only the host name, for example samsyn.miljosamverkan.se, without https:// and without a path."
                )
            )
        return host


class NewCollaborationForm(FrontForm):
    """A new collaboration with its members and the one who is to run it."""

    slug = forms.SlugField(
        label=gettext_lazy("Short name in addresses"),
        max_length=50,
        help_text=gettext_lazy("Small letters a–z and hyphens, for example jonkoping."),
    )
    coordinator_name = forms.CharField(label=gettext_lazy("The coordinator's name"), max_length=120)
    coordinator_email = forms.EmailField(
        label=gettext_lazy("The coordinator's e-mail"),
        help_text=gettext_lazy("She gets an invitation, and invites the others herself."),
    )
    members = MembersField(required=False)
    field_order = ("name", "county", "slug", "host", "contact_email", "mission")


class OwnCollaborationForm(FrontForm):
    """The details of one's own collaboration."""

    film_address = forms.URLField(
        label=gettext_lazy("Address of the film"),
        required=False,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
        help_text=gettext_lazy(
            "Where the film can be shown inside a page (embedded). It is fetched only when a visitor asks for it."
        ),
    )

    def __init__(self, *args: Any, may_move: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One who answers for every unknown host needs no name of its own.
        self.fields["host"].required = False
        self.fields["host"].disabled = not may_move
