"""What equal supervision tells the ground at start-up."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from samsyn.campaigns.interface import Campaign
from samsyn.core.audit.interface import register_verbs
from samsyn.core.jobs.interface import DAY, HOUR, register_schedule
from samsyn.core.registry.interface import NavItem, nav_items, panels
from samsyn.equality.actions import renew_comparison, renew_overview
from samsyn.equality.panels import comparison_panel, indicator_panel
from samsyn.organisations.interface import all_collaborations


def renew_all() -> None:
    """The job of each night: every collaboration's picture of the year."""
    for collaboration in all_collaborations():
        renew_overview(by=None, collaboration=collaboration)


def renew_comparisons() -> None:
    """The job of each hour: every campaign whose counts have changed since it was compared."""
    for campaign in Campaign.objects.filter(is_historical=False, forms__isnull=False).distinct():
        renew_comparison(by=None, campaign=campaign)


def _menu(request: HttpRequest) -> Iterable[NavItem]:
    url = "/jamlik-tillsyn/"
    return [
        NavItem(
            label=str(_("Equal supervision")), url=url, order=60, audience="visitor", prefix=url
        )
    ]


nav_items.register("equality.overview", _menu)
panels.register("equality.comparison", comparison_panel)
panels.register("equality.indicator", indicator_panel)
register_schedule("equality.renew", every=DAY, run=renew_all)
register_schedule("equality.compare", every=HOUR, run=renew_comparisons)
register_verbs(
    {
        "equality.renewed": _("worked out the picture of equal supervision"),
        "equality.compared": _("compared the offices of a campaign"),
    }
)
