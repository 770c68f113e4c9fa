"""What the web tells the ground: its words in the menu and the names of its acts."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.core.audit.interface import register_verbs
from samsyn.core.registry.interface import NavItem, nav_items


def menu(request: HttpRequest) -> Iterable[NavItem]:
    """My page, the calendar and about us. Parts that are still to come register their own words when they exist."""
    return (
        NavItem(label=_("My page"), url="/min-sida/", order=10),
        NavItem(label=_("Calendar"), url="/kalender/", order=80),
        NavItem(label=_("Calendar"), url="/kalender/", order=80, audience="visitor"),
        NavItem(label=_("About us"), url="/om/", order=90, audience="visitor"),
    )


nav_items.register("web.menu", menu)
register_verbs({"web.send_feedback": gettext_lazy("A visitor told us what does not work")})
