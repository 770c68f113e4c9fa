"""The start page and my page."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from samsyn.core.charts.interface import share_card
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import EmptyState
from samsyn.guidance.interface import adopting_offices, newest_editions
from samsyn.organisations.interface import (
    MemberRequest,
    Office,
    Permission,
    SamsynRequest,
    municipalities_of,
    offices_of,
    public,
)
from samsyn.web.front import county_map, key_figures_of, ongoing_of, results_of
from samsyn.web.guides import tours_of
from samsyn.web.my_office import office_campaigns, own_questions, where_to_report
from samsyn.web.queries import calendar_of, ended_tours, panels_for, waiting_for
from samsyn.web.rows import date_row, todo_row, weeks_of
from samsyn.web.standing import standing_of

NEXT_ENTRIES = 4
NEW_GUIDANCE = 3
MY_ENTRIES = 10
WAITING_PER_PAGE = 30
MY_CALENDAR = timedelta(days=60)


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


def my_page(request: MemberRequest) -> HttpResponse:
    """What waits for me, how my office stands, my questions and days; for the coordinator also how the county stands."""
    actor, day = request.actor, today()
    waiting = Paginator(waiting_for(actor), WAITING_PER_PAGE).get_page(request.GET.get("sida"))
    entries = calendar_of(request.collaboration, actor, first=day, last=day + MY_CALENDAR)
    is_member = bool(actor.may(Permission.SEE_MEMBER_PAGES))
    runs = bool(actor.may(Permission.RUN_COLLABORATION))
    context = {
        "first_name": actor.person.name.split()[0] if actor.person.name else "",
        "page": waiting,
        "waiting": [todo_row(item, day, primary=place == 0) for place, item in enumerate(waiting)],
        "nothing": EmptyState(
            icon="checkmark-circle",
            title=_("You have nothing to do here now"),
            text=_(
                "Inspections to report, questions to answer and days to keep show here when they concern you."
            ),
        ),
        "tours": tours_of(actor.memberships, ended_tours(actor)),
        "standing": standing_of(request.collaboration) if runs else None,
        "campaigns": office_campaigns(actor),
        "visits": where_to_report(actor),
        "questions": own_questions(actor) if is_member else [],
        "editions": newest_editions(request.collaboration, NEW_GUIDANCE) if is_member else [],
        "edits": bool(actor.may(Permission.EDIT_PAGES)),
        "is_member": is_member,
        "weeks": weeks_of(entries[:MY_ENTRIES], day),
        "no_dates": EmptyState(
            icon="calendar",
            title=_("Nothing is planned"),
            text=_("Meetings, courses and the days of campaigns show here."),
        ),
        "day": day,
        "week": day.isocalendar().week,
        "memberships": actor.memberships,
    }
    return render(request, "web/my_page.html", context)
