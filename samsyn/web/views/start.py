"""The start page and my page."""

from django.http import HttpResponse
from django.shortcuts import render

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import (
    MemberRequest,
    Office,
    SamsynRequest,
    municipalities_of,
    offices_of,
    public,
)
from samsyn.web.queries import calendar_of, panels_for, waiting_for
from samsyn.web.rules import days_left, tiles_of

NEXT_ENTRIES = 5


@public
def start(request: SamsynRequest) -> HttpResponse:
    """What the collaboration is, what goes on, and who takes part."""
    collaboration, actor = request.collaboration, request.actor or None
    offices = offices_of(collaboration)
    return render(
        request,
        "web/start.html",
        {
            "environmental_offices": [
                office for office in offices if office.kind == Office.Kind.ENVIRONMENTAL_OFFICE
            ],
            "others": [
                office for office in offices if office.kind != Office.Kind.ENVIRONMENTAL_OFFICE
            ],
            "tiles": tiles_of(municipalities_of(collaboration)),
            "panels": panels_for(collaboration, actor),
            "entries": calendar_of(collaboration, actor, first=today())[:NEXT_ENTRIES],
        },
    )


def my_page(request: MemberRequest) -> HttpResponse:
    """What waits for me, what my calendar holds, and which roles I have."""
    actor = request.actor
    day = today()
    waiting = [
        {"item": item, "days_left": days_left(item.deadline, day) if item.deadline else None}
        for item in waiting_for(actor)
    ]
    return render(
        request,
        "web/my_page.html",
        {
            "first_name": actor.person.name.split()[0] if actor.person.name else "",
            "waiting": waiting,
            "entries": calendar_of(request.collaboration, actor, first=day)[:10],
            "day": day,
            "week": day.isocalendar().week,
            "memberships": actor.memberships,
            "offices": actor.offices,
        },
    )
