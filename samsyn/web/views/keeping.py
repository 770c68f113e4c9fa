"""For those who keep the web: how often its pages are read."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb
from samsyn.organisations.interface import MemberRequest, Permission, check
from samsyn.web.visits import visits_per_day, visits_per_page

PERIODS = (7, 30, 365)
USUAL = 30
MOST_PAGES = 200


def statistics(request: MemberRequest) -> HttpResponse:
    """How many times each public page was shown; `?dagar=` 7, 30 or 365."""
    check(request.actor, Permission.EDIT_PAGES)
    asked = request.GET.get("dagar", "")
    days = int(asked) if asked in {str(one) for one in PERIODS} else USUAL
    last = today()
    first = last - timedelta(days=days - 1)
    per_page = visits_per_page(request.collaboration, first, last)
    context = {
        "breadcrumbs": [Crumb(_("My page"), "/min-sida/"), Crumb(_("Visits"))],
        "first": first,
        "last": last,
        "days": days,
        "periods": PERIODS,
        "pages": per_page[:MOST_PAGES],
        "left_out": max(0, len(per_page) - MOST_PAGES),
        "total": sum(number for _path, number in per_page),
        "per_day": list(visits_per_day(request.collaboration, first, last).items())[::-1],
    }
    return render(request, "web/statistics.html", context)
