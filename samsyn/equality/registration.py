"""What equal supervision tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, register_schedule
from samsyn.core.registry.interface import NavItem, nav_items
from samsyn.equality.actions import renew_overview
from samsyn.organisations.interface import all_collaborations


def renew_all() -> None:
    """The job of each night: every collaboration's picture of the year."""
    for collaboration in all_collaborations():
        renew_overview(by=None, collaboration=collaboration)


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = "/jamlik-tillsyn/"
    return [
        NavItem(
            label=str(_("Equal supervision")), url=url, order=60, audience="visitor", prefix=url
        )
    ]


nav_items.register("equality.overview", _menu)
register_schedule("equality.renew", every=DAY, run=renew_all)
register_verbs({"equality.renewed": _("worked out the picture of equal supervision")})
