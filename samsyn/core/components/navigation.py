"""What the page shell is drawn from: the menu for this reader, who she is, and the links of the footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One word of the main menu; `badge` counts what waits there."""

    label: str
    url: str
    active: bool = False
    badge: int = 0


@dataclass(frozen=True, slots=True)
class ShellPerson:
    """Who is signed in, as the header says it."""

    name: str
    initials: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language the page can be had in."""

    code: str
    label: str
    url: str
    active: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """All that the shell shows. `collaboration` has a `name`; `environment` names a test installation."""

    collaboration: object
    nav: Sequence[NavEntry] = ()
    person: ShellPerson | None = None
    demo: bool = False
    environment: str = ""
    languages: Sequence[Language] = ()


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """A column of the footer."""

    title: str
    links: Sequence[tuple[str, str]]


@cache
def address_of(name: str) -> str:
    """The address of a page by its URL name; empty while its part is not built, so that nobody links to it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _group(title: str, *links: tuple[str, str]) -> LinkGroup:
    found = [(label, address_of(name)) for label, name in links]
    return LinkGroup(title, [(label, url) for label, url in found if url])


def footer_groups() -> list[LinkGroup]:
    """The footer's columns; a page that does not exist is left out, and so is an empty column."""
    groups = [
        _group(
            _("Contact"),
            (_("About the collaboration"), "web:about"),
            (_("Members"), "web:members"),
            (_("For operators"), "web:operators"),
            (_("Suggest something"), "web:suggest"),
            (_("Press"), "web:press"),
            (_("Help"), "web:help_page"),
        ),
        _group(
            _("Data"),
            (_("Open data"), "indicators:open_data"),
            (_("Key figures"), "indicators:overview"),
            (_("Results"), "web:results"),
            (_("News"), "web:news"),
            (_("Newsletter"), "web:newsletter"),
        ),
        _group(
            _("About the website"),
            (_("Accessibility statement"), "web:accessibility"),
            (_("Personal data"), "web:privacy"),
            (_("Components"), "core:components"),
        ),
    ]
    return [group for group in groups if group.links]


def person_links() -> list[tuple[str, str, str]]:
    """The links under the reader's name: icon, label and address of those pages that exist."""
    links = [
        ("house", _("My page"), "web:my_page"),
        ("person", _("My details"), "organisations:own_details"),
        ("key-horizontal", _("Change password"), "account_change_password"),
        ("questionmark-circle", _("Help"), "web:help_page"),
    ]
    return [(icon, label, address) for icon, label, name in links if (address := address_of(name))]
