"""What all pages of an event share: status line, tabs, and who the reader is at it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime, now, today
from samsyn.core.components.interface import Fact, Tab
from samsyn.learning.access import runs_events
from samsyn.learning.codes import ACTIVE, Seat
from samsyn.learning.messages import refusal_text
from samsyn.learning.models import Event, Lecturer, Registration
from samsyn.learning.queries import is_over, others_in_series, own_registration, place_in_line
from samsyn.learning.refusals import Refused
from samsyn.learning.rules import refusal_to_register
from samsyn.learning.seating import room_of, waiting_of
from samsyn.lib.swedish import format_date, format_time
from samsyn.network.interface import area_labels
from samsyn.organisations.interface import Actor, Permission, SamsynRequest


def head_of(request: SamsynRequest, event: Event, active: str = "event") -> dict[str, Any]:
    """What every page of an event gives its template."""
    actor: Actor | None = request.actor or None
    runs = runs_events(actor)
    own = own_registration(event, actor)
    lecturers = list(event.lecturers.all())
    teaching = next((one for one in lecturers if actor and one.person_id == actor.pk), None)
    teaches = teaching is not None
    seated = bool(own and own.seat == Seat.CONFIRMED)
    code = refusal_to_register(
        state=event.state, last_day=event.last_day, starts_at=event.starts_at, moment=now(), day=today(),
    )  # fmt: skip
    reads = runs or teaches or bool(own and own.seat in ACTIVE)
    return {
        "event": event,
        "actor": actor,
        "runs": runs,
        "teaches": teaches,
        "teaching": teaching,
        "several_days": localtime(event.starts_at).date() != localtime(event.ends_at).date(),
        "own": own,
        "line": place_in_line(own) if own and own.seat == Seat.WAITING else 0,
        "shows_link": seated or teaches or runs,
        "reads_material": reads,
        "material": event.material.select_related("file") if reads else [],
        "sessions": event.sessions.select_related("lecturer"),
        "lecturers": lecturers,
        "series": others_in_series(event, actor),
        "asks": bool(event.asked_questions or event.asks_needs),
        "areas": area_labels(event.areas),
        "closed": refusal_text(Refused(code)) if code else "",
        "may_register": not code and own is None and not teaches and (actor is not None or event.takes_guests),
        "may_register_others": not code and bool(actor and actor.offices_where(Permission.PLAN_FOR_OFFICE)),
        "over": is_over(event),
        "was_there": bool(own and own.attendance == "attended"),
        "status": _status(event, own),
        "tabs": _tabs(event, active, runs=runs, teaching=teaching) if runs or teaches else [],
    }  # fmt: skip


def _status(event: Event, own: Registration | None) -> list[Fact]:
    facts = [Fact(_("Day"), _when(event))]
    facts.append(Fact(_("Place"), event.place or _("On the net")))
    room = room_of(event)
    waits = len(waiting_of(event))
    seats = _("%(left)d of %(all)d left") % {"left": room.left, "all": event.seats}
    facts.append(Fact(_("Seats"), seats))
    if waits:
        facts.append(Fact(_("Waiting list"), str(waits)))
    if event.starts_at > now():
        facts.append(Fact(_("Last day to register"), format_date(event.last_day)))
    facts.append(
        Fact(
            _("Price"), _("%(price)d kronor") % {"price": event.price} if event.price else _("Free")
        )
    )
    if own is not None:
        tone = "ok" if own.seat == Seat.CONFIRMED else "waits"
        icon = "checkmark-circle" if own.seat == Seat.CONFIRMED else "hourglass"
        facts.append(Fact(_("You"), own.get_seat_display(), icon=icon, tone=tone))  # type: ignore[arg-type]
    return facts


def _when(event: Event) -> str:
    from_, to = localtime(event.starts_at), localtime(event.ends_at)
    times = f"{format_time(from_.time())}–{format_time(to.time())}"
    if from_.date() == to.date():
        return f"{format_date(from_.date())}, {times}"
    return f"{format_date(from_.date())} – {format_date(to.date())}"


def _tabs(event: Event, active: str, *, runs: bool, teaching: Lecturer | None) -> list[Tab]:
    shown = [
        ("event", _("Overview")),
        ("participants", _("Participants")),
        ("check_in", _("Check in")),
        ("result", _("Evaluation")),
        ("programme", _("Programme")),
        ("edit", _("Edit")),
    ]
    if not runs:
        shown = [pair for pair in shown if pair[0] in {"event", "result"}]
    tabs = [
        Tab(label=label, url=reverse(f"learning:{name}", args=[event.slug]), active=name == active)
        for name, label in shown
    ]
    if teaching is not None:
        url = reverse("learning:lecturer", args=[event.slug, teaching.pk])
        tabs.append(Tab(label=_("My assignment"), url=url, active=active == "lecturer"))
    return tabs
