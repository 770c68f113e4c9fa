"""Letters about seats and events, with the invitation that the reader's calendar takes in."""

from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.core.mail.interface import CANCEL, REQUEST, queue
from samsyn.learning.codes import Seat
from samsyn.learning.invitations import invitation
from samsyn.learning.models import Event, Lecturer, Registration
from samsyn.organisations.interface import speakers_of

SUBJECTS: dict[str, Promise] = {
    "confirmed": _("You have a seat: %(event)s"),
    "waiting": _("You are on the waiting list: %(event)s"),
    "offered": _("You are offered a seat: %(event)s"),
    "offer_ended": _("The offered seat went on to the next: %(event)s"),
    "cancelled": _("You have cancelled: %(event)s"),
    "left_list": _("You have left the waiting list: %(event)s"),
    "swapped_away": _("A colleague has taken over your seat: %(event)s"),
    "changed": _("Changed: %(event)s"),
    "called_off": _("Called off: %(event)s"),
    "reminder": _("Soon: %(event)s"),
    "evaluate": _("What did you think of %(event)s?"),
    "followed": _("Your seat counts for your new office: %(event)s"),
    "follow_up": _("Three months after %(event)s: did anything change?"),
}
TAKES_AWAY = frozenset({"cancelled", "swapped_away", "called_off"})
FIELDS = {
    "title": _("the title"),
    "starts_at": _("the start"),
    "ends_at": _("the end"),
    "place": _("the place"),
    "video_link": _("the video link"),
}


def site_address() -> str:
    """The start of our addresses."""
    return str(settings.WAGTAILADMIN_BASE_URL).rstrip("/")


def write_about_seat(event: Event, registration: Registration, code: str) -> None:
    """What happened to one person's seat. The same occasion is written about once."""
    _write(event, registration, code, f"seat:{registration.sequence}")


def write_about_event(
    event: Event,
    registration: Registration,
    code: str,
    *,
    told: Sequence[str] = (),
    occasion: str = "",
) -> None:
    """What happened to the event, or is soon to happen, to one who has or waits for a seat."""
    occasion = occasion or f"event:{event.sequence}"
    _write(event, registration, code, occasion, [FIELDS[name] for name in told])


def _write(
    event: Event,
    registration: Registration,
    code: str,
    occasion: str,
    changed: Sequence[Promise] = (),
) -> None:
    url = site_address() + address_for(event, registration)
    context = {
        "event": event,
        "registration": registration,
        "code": code,
        "url": url,
        "changed": [str(word) for word in changed],
        "asks": code in {"confirmed", "waiting"} and _still_asks(event, registration),
    }
    method = _method(registration, code)
    queue(
        key=f"learning:{registration.pk}:{registration.key[:8]}:{code}:{occasion}",
        to=registration.email,
        subject=str(SUBJECTS[code]) % {"event": event.title},
        body=render_to_string("learning/mail/letter.txt", context),
        collaboration_id=event.collaboration_id,
        invitation=invitation(event, registration, url=url, method=method) if method else None,
    )


OFFICE_SUBJECTS: dict[str, Promise] = {
    "left_behind": _("%(name)s has left the office and holds a seat: %(event)s"),
    "followed": _("%(name)s takes her seat along to her new office: %(event)s"),
}


def write_to_office(registration: Registration, code: str) -> None:
    """To those who speak for the office that holds a seat, once for each person who moves."""
    event, office = registration.event, registration.office
    assert office is not None
    place = [event.slug, registration.pk] if code == "left_behind" else [event.slug]
    page = reverse("learning:swap_page" if code == "left_behind" else "learning:event", args=place)
    text = _("Hand the seat over to a colleague, or cancel it so that it goes to the next.")
    for person in speakers_of(office):
        queue(
            key=f"learning:{registration.pk}:{code}:{office.pk}:{person.pk}",
            to=person.user.email,
            subject=str(OFFICE_SUBJECTS[code]) % {"name": registration.name, "event": event.title},
            body=f"{text if code == 'left_behind' else event.title}\n\n{site_address()}{page}\n",
            collaboration_id=event.collaboration_id,
        )


LECTURER_SUBJECTS: dict[str, Promise] = {
    "asked": _("What we ask of you as a lecturer: %(event)s"),
    "agreement": _("The agreement about %(event)s is there to read"),
}


def write_to_lecturer(lecturer: Lecturer, code: str, *, occasion: str = "") -> None:
    """To a lecturer who signs in: her own page has changed. What stands there is not in the letter."""
    if lecturer.person is None:
        return
    event = lecturer.event
    path = reverse("learning:lecturer", args=[event.slug, lecturer.pk])
    queue(
        key=f"learning:lecturer:{lecturer.pk}:{code}:{occasion}",
        to=lecturer.person.user.email,
        subject=str(LECTURER_SUBJECTS[code]) % {"event": event.title},
        body=f"{event.title}\n\n{site_address()}{path}\n\n{event.collaboration.name}\n",
        collaboration_id=event.collaboration_id,
    )


def address_for(event: Event, registration: Registration) -> str:
    """The page where she answers, cancels and sees her seat: the event's for members, by key for guests."""
    if registration.person_id is not None:
        return reverse("learning:event", args=[event.slug])
    return reverse("learning:guest", args=[registration.key])


def _still_asks(event: Event, registration: Registration) -> bool:
    """Whether somebody else registered her, so that the organiser's questions are not answered."""
    person = registration.person
    if person is None or registration.registered_by_id == person.user_id:
        return False
    return event.asks_needs or (bool(event.asked_questions) and not registration.answers)


def _method(registration: Registration, code: str) -> str:
    if code in TAKES_AWAY:
        return CANCEL
    if code == "confirmed" or (code == "changed" and registration.seat == Seat.CONFIRMED):
        return REQUEST
    return ""
