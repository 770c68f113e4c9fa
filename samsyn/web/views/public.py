"""Public pages: members, results, for operators, press, and how to suggest something."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.campaigns.interface import campaigns_seen_by
from samsyn.core.components.interface import Crumb
from samsyn.organisations.interface import SamsynRequest, coordinators_of, public
from samsyn.planning.interface import YearState, projects_of
from samsyn.web.front import ongoing_of, results_of
from samsyn.web.membership import members_with_campaigns

MOST_RESULTS = 200
DECIDED = (YearState.DECIDED, YearState.CLOSED)


def _below_about(title: str) -> list[Crumb]:
    return [Crumb(_("About us"), "/om/"), Crumb(title)]


@public
def members(request: SamsynRequest) -> HttpResponse:
    """Each office, how to reach it, and which campaigns it takes part in."""
    context = {
        "breadcrumbs": _below_about(_("Members")),
        "members": members_with_campaigns(request.collaboration),
    }
    return render(request, "web/members.html", context)


@public
def results(request: SamsynRequest) -> HttpResponse:
    """What every finished campaign gave."""
    context = {
        "results": results_of(request.collaboration, MOST_RESULTS),
        "under_way": campaigns_seen_by(None, request.collaboration).exclude(state="published"),
    }
    return render(request, "web/results.html", context)


@public
def projects(request: SamsynRequest) -> HttpResponse:
    """The projects of the decided plans, now and earlier; who works in them is for members."""
    found = projects_of(request.collaboration).filter(item__plan_year__state__in=DECIDED)
    found = found.select_related("item__plan_year", "item__campaign").order_by(
        "-item__plan_year__year", "item__title"
    )
    context = {
        "breadcrumbs": _below_about(_("Projects")),
        "under_way": [one for one in found if one.finished_at is None],
        "earlier": [one for one in found if one.finished_at is not None],
    }
    return render(request, "web/projects.html", context)


@public
def operators(request: SamsynRequest) -> HttpResponse:
    """What an operator meets: what happens at an inspection, her rights, how to appeal."""
    return render(request, "web/operators.html", {"ongoing": ongoing_of(request.collaboration)})


@public
def press(request: SamsynRequest) -> HttpResponse:
    """Whom a journalist asks, and where figures stand that may be used freely."""
    context = {
        "coordinators": coordinators_of(request.collaboration),
        "results": results_of(request.collaboration, 3),
    }
    return render(request, "web/press.html", context)


@public
def suggest(request: SamsynRequest) -> HttpResponse:
    """How visitors and members suggest something."""
    return render(request, "web/suggest.html")
