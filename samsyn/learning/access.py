"""Loading is checking: a view gets an event or a registration only through here."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.learning.models import Event, Lecturer, Registration
from samsyn.learning.queries import event_by_address
from samsyn.organisations.interface import Actor, Collaboration, Permission


def get_event_to_see(actor: Actor | None, collaboration: Collaboration, slug: str) -> Event:
    """An event for its page; one that the reader may not know of is not found."""
    event = event_by_address(actor, collaboration, slug)
    if event is None:
        raise Http404
    event.collaboration = collaboration  # known already: no need to read it again
    return event


def get_event_to_run(actor: Actor, collaboration: Collaboration, slug: str) -> Event:
    """An event for its organiser."""
    event = get_event_to_see(actor, collaboration, slug)
    if not runs_events(actor):
        raise PermissionDenied(_("The county coordinator arranges events."))
    return event


def get_event_to_teach(actor: Actor, collaboration: Collaboration, slug: str) -> Event:
    """An event for those who see its evaluation and what is asked: the organiser and its own lecturers."""
    event = get_event_to_see(actor, collaboration, slug)
    if not (runs_events(actor) or event.lecturers.filter(person_id=actor.pk).exists()):
        raise PermissionDenied(_("The organiser and the lecturers of the event see this."))
    return event


def get_lecturer(actor: Actor, collaboration: Collaboration, slug: str, pk: int) -> Lecturer:
    """A lecturer of an event with what is asked of her and her agreement: the organiser and she herself see it."""
    event = get_event_to_see(actor, collaboration, slug)
    lecturer = event.lecturers.select_related("agreement", "person__user").filter(pk=pk).first()
    if lecturer is None or not (runs_events(actor) or lecturer.person_id == actor.pk):
        raise Http404
    lecturer.event = event
    return lecturer


def get_own_registration(actor: Actor, event: Event, pk: int) -> Registration:
    """Her own registration, with what she needs to eat and to get in: nobody changes that for her."""
    own = event.registrations.select_related("needs").filter(pk=pk, person_id=actor.pk).first()
    if own is None:
        raise Http404
    own.event = event
    return own


def get_registration_to_change(actor: Actor, event: Event, pk: int) -> Registration:
    """A registration that she may cancel, answer for or hand over: her own, her office's if she speaks for it, or any."""
    registration = event.registrations.select_related("office", "event").filter(pk=pk).first()
    if registration is None:
        raise Http404
    speaks_for = {office.pk for office in actor.offices_where(Permission.PLAN_FOR_OFFICE)}
    if (
        registration.person_id == actor.pk
        or registration.office_id in speaks_for
        or runs_events(actor)
    ):
        return registration
    raise Http404


def get_guest_registration(collaboration: Collaboration, key: str) -> Registration:
    """A guest's registration by the key in her letter."""
    found = (
        Registration.objects.select_related("event__collaboration")
        .filter(key=key, person=None, event__collaboration=collaboration)
        .first()
    )
    if found is None:
        raise Http404
    return found


def runs_events(actor: Actor | None) -> bool:
    """Whether she arranges the collaboration's events."""
    return bool(actor and actor.may(Permission.RUN_COLLABORATION))
