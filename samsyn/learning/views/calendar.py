"""The calendar: month, list, filters, and the addresses that other calendars subscribe to."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.clock.interface import now, today
from samsyn.core.components.interface import Chip, DateRow
from samsyn.core.registry.interface import CalendarEntry
from samsyn.learning.access import get_event_to_see
from samsyn.learning.actions.afterwards import make_feed, revoke_feeds
from samsyn.learning.codes import EventState, Seat
from samsyn.learning.invitations import feed
from samsyn.learning.letters import site_address
from samsyn.learning.models import Event
from samsyn.learning.month import day_of, entries_of, month_as_typed, weeks_of
from samsyn.learning.queries import (
    events_seen_by,
    feed_owner,
    has_feed,
    own_events,
    own_registration,
)
from samsyn.learning.waiting import entry_of
from samsyn.network.interface import Area
from samsyn.organisations.interface import MemberRequest, SamsynRequest, actor_of, public

SOURCES = ("alla", "kurser")


@public
def calendar(request: SamsynRequest) -> HttpResponse:
    """What has a day: as a list from today on, or a month at a time (?vy=manad&manad=2027-01)."""
    chosen = {
        "vy": "manad" if request.GET.get("vy") == "manad" else "lista",
        "visa": request.GET.get("visa", "") if request.GET.get("visa") in SOURCES else "alla",
        "omrade": request.GET.get("omrade", "") if request.GET.get("omrade") in Area.values else "",
    }
    first = month_as_typed(request.GET.get("manad", ""), today())
    next_month = (first + timedelta(days=32)).replace(day=1)
    entries = _filtered(request, chosen, first if chosen["vy"] == "manad" else today())
    shown = (
        [
            e
            for e in entries
            if day_of(e.starts) < next_month and day_of(e.ends or e.starts) >= first
        ]
        if chosen["vy"] == "manad"
        else [e for e in entries if day_of(e.ends or e.starts) >= today()]
    )
    months: dict[object, list[DateRow]] = {}
    for entry in shown:
        day = max(day_of(entry.starts), first if chosen["vy"] == "manad" else today())
        row = DateRow(day_of(entry.starts), entry.title, entry.detail, entry.url, entry.exempeldata)
        months.setdefault(day.replace(day=1), []).append(row)
    context = {
        "chosen": chosen,
        "months": list(months.items()),
        "weeks": weeks_of(first, shown) if chosen["vy"] == "manad" else [],
        "first": first,
        "earlier": _link(chosen, manad=f"{first - timedelta(days=1):%Y-%m}"),
        "later": _link(chosen, manad=f"{next_month:%Y-%m}"),
        "views": _chips(chosen, "vy", [("lista", _("List")), ("manad", _("Month"))]),
        "sources": _chips(
            chosen, "visa", [("alla", _("All")), ("kurser", _("Courses and meetings"))]
        ),
        "areas": [("", _("All areas")), *Area.choices],
        "has_feed": bool(request.actor) and has_feed(request.actor.pk),  # type: ignore[union-attr]
        "site": site_address(),
    }
    return render(request, "learning/calendar.html", context)


def _filtered(request: SamsynRequest, chosen: dict[str, str], first: date) -> list[CalendarEntry]:
    entries = entries_of(request.collaboration.pk, request.actor or None, first=first)
    if chosen["visa"] == "kurser" or chosen["omrade"]:
        entries = [entry for entry in entries if entry.uid.startswith("event-")]
    if chosen["omrade"]:
        wanted = {
            f"event-{uid}"
            for uid, areas in events_seen_by(
                request.actor or None, request.collaboration
            ).values_list("uid", "areas")
            if chosen["omrade"] in areas
        }
        entries = [entry for entry in entries if entry.uid in wanted]
    return entries


def _link(chosen: dict[str, str], **changed: str) -> str:
    values = {name: value for name, value in {**chosen, **changed}.items() if value}
    return f"{reverse('learning:calendar')}?{urlencode(values)}"


def _chips(chosen: dict[str, str], name: str, choices: list[tuple[str, str]]) -> list[Chip]:
    return [
        Chip(label, _link(chosen, **{name: value}), chosen[name] == value)
        for value, label in choices
    ]


@require_POST
def feed_address(request: MemberRequest) -> HttpResponse:
    """Makes a new secret address for her own calendar, or closes it."""
    if request.POST.get("what") == "revoke":
        revoke_feeds(by=request.actor, person=request.actor.person)
        messages.success(request, _("Your calendar address is closed."))
        return redirect("learning:calendar")
    secret = make_feed(by=request.actor)
    address = site_address() + reverse("learning:own_feed", args=[secret])
    return render(request, "learning/feed_address.html", {"address": address})


@public
def own_feed(request: SamsynRequest, secret: str) -> HttpResponse:
    """A person's own calendar, known by its secret address: her seats, and what members see."""
    person = feed_owner(request.collaboration, secret)
    if person is None:
        raise Http404
    actor = actor_of(person)
    if not actor.memberships:
        raise Http404
    mine = own_events(person.pk)
    taken = {f"event-{event.uid}" for event, _registration in mine}
    entries = [
        entry
        for entry in entries_of(request.collaboration.pk, actor)
        if entry.uid not in taken and day_of(entry.ends or entry.starts) >= today()
    ]
    return _answer(feed(request.collaboration.name, entries, mine, site=site_address()))


@public
def open_feed(request: SamsynRequest, area: str = "") -> HttpResponse:
    """What everyone may see; of one area when one is given."""
    if area and area not in Area.values:
        raise Http404
    entries = entries_of(request.collaboration.pk, None)
    name = request.collaboration.name
    if area:
        rows = Event.objects.filter(
            collaboration=request.collaboration, is_public=True, state=EventState.OPEN,
            ends_at__gte=now() - timedelta(days=365),
        ).values_list("uid", "areas")  # fmt: skip
        wanted = {f"event-{uid}" for uid, areas in rows if area in areas}
        entries = [entry for entry in entries if entry.uid in wanted]
        name = f"{name}: {Area(area).label}"
    return _answer(feed(name, entries, site=site_address()))


@public
def event_file(request: SamsynRequest, slug: str) -> HttpResponse:
    """One event for the reader's own calendar: as she is registered when she has a seat, else as everyone sees it."""
    actor = request.actor or None
    event = get_event_to_see(actor, request.collaboration, slug)
    own = own_registration(event, actor)
    if own is not None and own.seat == Seat.CONFIRMED:
        text = feed("", [], [(event, own)], site=site_address())
    else:
        text = feed("", [entry_of(event)], site=site_address())
    answer = _answer(text)
    answer["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return answer


def _answer(text: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer
