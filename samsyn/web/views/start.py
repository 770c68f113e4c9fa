"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from samsyn.core.charts.interface import share_card
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import EmptyState
from samsyn.guidance.interface import adopting_offices, newest_editions
from samsyn.organisations.interface import (
    Office,
    SamsynRequest,
    municipalities_of,
    offices_of,
    public,
)
from samsyn.web.front import county_map, key_figures_of, ongoing_of, results_of
from samsyn.web.queries import calendar_of, panels_for
from samsyn.web.rows import date_row

NEXT_ENTRIES = 4
NEW_GUIDANCE = 3


@public
def start(request: SamsynRequest) -> HttpResponse:
    """What the collaboration is, what goes on, and who takes part."""
    collaboration, actor = request.collaboration, request.actor or None
    offices = offices_of(collaboration)
    environmental = [found for found in offices if found.kind == Office.Kind.ENVIRONMENTAL_OFFICE]
    entries = calendar_of(collaboration, actor, first=today())[:NEXT_ENTRIES]
    ongoing = ongoing_of(collaboration)
    context = {
        "offices": [*environmental, *(found for found in offices if found not in environmental)],
        "environmental": len(environmental),
        "ongoing": ongoing,
        "map": county_map(collaboration, municipalities_of(collaboration), ongoing, actor),
        "key_figures": key_figures_of(collaboration),
        "editions": newest_editions(collaboration, NEW_GUIDANCE),
        "boards": len(adopting_offices(collaboration)),
        "results": results_of(collaboration),
        "day": today(),
        "panels": panels_for(collaboration, actor),
        "dates": [date_row(entry) for entry in entries],
        "no_dates": EmptyState(
            icon="calendar",
            title=_("Nothing public is planned yet"),
            text=_("Meetings, courses and the days of campaigns show here."),
        ),
    }
    return render(request, "web/start.html", context)


@public
@cache_control(public=True, max_age=3_600)
def share(request: SamsynRequest) -> HttpResponse:
    """What programs show beside a shared link to a page that has no picture of its own."""
    heading = _("Equal environmental supervision in the whole county")
    png = share_card(request.collaboration.name, heading, None)
    return HttpResponse(png, content_type="image/png")
