"""What is new in Samsyn, for its users: one line per thing one can now do, newest first."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class New:
    """Something one could not do before, from which day, and the name of the address where it is."""

    day: date
    text: str | Promise
    address: str = ""
    link: str | Promise = ""


WHATS_NEW = (
    New(
        date(2026, 12, 1),
        _("My page tells what is new, what you have done and which objects you have begun."),
        "web:done",
        _("What you have done"),
    ),
    New(
        date(2026, 11, 24),
        _("The website can be read in English. Choose the language at the top or the bottom of the page."),
        "web:accessibility",
        _("About languages"),
    ),
    New(
        date(2026, 11, 24),
        _("The help has a guide for each role, with pictures, and a tour on My page for those who are new."),
        "web:help_page",
        _("Help"),
    ),
    New(
        date(2026, 11, 24),
        _("Another collaboration can be added with a form, with its own host name and front page."),
        "organisations:collaborations",
        _("Collaborations here"),
    ),
    New(
        date(2026, 11, 23),
        _("News go to the web, to feeds and by e-mail to those who have asked for them."),
        "web:newsletter",
        _("Newsletter"),
    ),
)  # fmt: skip
