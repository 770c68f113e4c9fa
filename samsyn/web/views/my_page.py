"""My page: what waits for a person, what she has done, and what is new."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb, EmptyState
from samsyn.organisations.interface import MemberRequest, Permission
from samsyn.web.guides import tours_of
from samsyn.web.my_office import office_campaigns, own_questions, where_to_report
from samsyn.web.queries import calendar_of, done_by, ended_tours, news_for, waiting_for
from samsyn.web.rows import todo_row, weeks_of
from samsyn.web.rules import DONE_FOR, NEW_FOR
from samsyn.web.standing import standing_of

ENTRIES = 10
CALENDAR = timedelta(days=60)
NEWS = 5
WAITING, PAGE = 30, 50


def my_page(request: MemberRequest) -> HttpResponse:
    """What waits for me, how my office stands, my questions and days; for the coordinator also how the county stands."""
    actor, day = request.actor, today()
    waiting = Paginator(waiting_for(actor), WAITING).get_page(request.GET.get("sida"))
    entries = calendar_of(request.collaboration, actor, first=day, last=day + CALENDAR)
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
        "news": news_for(actor, day - NEW_FOR)[:NEWS],
        "done": len(done_by(actor, day - DONE_FOR)),
        "edits": bool(actor.may(Permission.EDIT_PAGES)),
        "is_member": is_member,
        "weeks": weeks_of(entries[:ENTRIES], day),
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


def done(request: MemberRequest) -> HttpResponse:
    """What a person has done in the last three months, the latest first."""
    lines = done_by(request.actor, today() - DONE_FOR)
    context = {
        "page": Paginator(lines, PAGE).get_page(request.GET.get("sida")),
        "since": today() - DONE_FOR,
        "breadcrumbs": [Crumb(_("My page"), "/min-sida/"), Crumb(_("What you have done"))],
        "nothing": EmptyState(
            icon="checkmark-circle",
            title=_("Nothing is done yet"),
            text=_("Objects you report, votes you answer and editions you read show here."),
        ),
    }
    return render(request, "web/done.html", context)
