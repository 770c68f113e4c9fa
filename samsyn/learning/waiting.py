"""What waits for a person because of an event, and its day in the calendar."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.urls import reverse
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime, now
from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.learning.codes import Attendance, EventState, Seat
from samsyn.learning.models import Event, Registration
from samsyn.learning.rules import FOLLOW_UP_AFTER


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Offered seats to answer, evaluations and follow-ups to give."""
    rows = Registration.objects.filter(person_id=viewer.pk).select_related("event")
    for row in rows.filter(seat=Seat.OFFERED, offered_until__gt=now()):
        yield _item(
            row, _("You are offered a seat"), reverse("learning:event", args=[row.event.slug]),
            _("Answer"), deadline=row.offered_until,
        )  # fmt: skip
    held = rows.filter(attendance=Attendance.ATTENDED, event__ends_at__lte=now())
    for row in held.filter(has_evaluated=False, event__ends_at__gt=now() - FOLLOW_UP_AFTER):
        yield _item(
            row, _("What did you think?"), reverse("learning:evaluation", args=[row.event.slug]),
            _("Evaluate"),
        )  # fmt: skip
    for row in held.filter(has_followed_up=False, event__ends_at__lte=now() - FOLLOW_UP_AFTER):
        yield _item(
            row, _("Did anything change after three months?"),
            reverse("learning:follow_up_page", args=[row.event.slug]), _("Tell"),
        )  # fmt: skip


def _item(
    row: Registration, detail: str, url: str, button: str, deadline: object = None
) -> WaitingItem:
    return WaitingItem(
        icon="calendar",
        title=row.event.title,
        detail=detail,
        url=url,
        button=button,
        deadline=localtime(row.offered_until).date() if deadline and row.offered_until else None,
        exempeldata=row.event.is_example,
    )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """All open events; visitors get the public ones."""
    events = Event.objects.filter(collaboration_id=collaboration_id, state=EventState.OPEN)
    if viewer is None:
        events = events.filter(is_public=True)
    if first is not None:
        events = events.filter(ends_at__gte=make_aware(datetime.combine(first, time())))
    yield from map(entry_of, events)


def entry_of(event: Event) -> CalendarEntry:
    """An event in the common calendar."""
    return CalendarEntry(
        uid=f"event-{event.uid}",
        title=event.title,
        starts=event.starts_at,
        ends=event.ends_at,
        url=reverse("learning:event", args=[event.slug]),
        detail=_("%(kind)s, %(place)s")
        % {"kind": event.get_kind_display(), "place": event.place or _("On the net")},
        audience="public" if event.is_public else "member",
        exempeldata=event.is_example,
    )
