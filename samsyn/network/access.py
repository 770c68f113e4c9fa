"""Loading is checking: questions and networks are for members of the collaboration."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.network.models import HelpNotice, Network, Question
from samsyn.network.queries import help_notices, networks_of, open_questions
from samsyn.organisations.interface import Actor, Collaboration, Office, Permission, Role, check


def check_member(actor: Actor) -> None:
    """Questions, networks and the directory are pages for members."""
    check(actor, Permission.SEE_MEMBER_PAGES)


def get_question_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> Question:
    """A question for its page."""
    check_member(actor)
    question = open_questions(collaboration).filter(pk=pk).first()
    if question is None:
        raise Http404
    return question


def get_network_to_see(actor: Actor, collaboration: Collaboration, slug: str) -> Network:
    """A thematic network for its page."""
    check_member(actor)
    network = networks_of(collaboration).filter(slug=slug).first()
    if network is None:
        raise Http404
    return network


def settles_questions(actor: Actor) -> bool:
    """Whether she settles questions and makes answers agreed: the coordinator and the guidance unit."""
    roles = {held.role for held in actor.memberships}
    return bool(actor.may(Permission.RUN_COLLABORATION)) or Role.GUIDANCE_OFFICER in roles


def check_settles(actor: Actor) -> None:
    """Raises PermissionDenied unless she settles questions."""
    if not settles_questions(actor):
        raise PermissionDenied


def get_help_to_see(actor: Actor, collaboration: Collaboration, pk: int) -> HelpNotice:
    """A notice of help for its page."""
    check_member(actor)
    notice = help_notices(collaboration).filter(pk=pk).first()
    if notice is None:
        raise Http404
    return notice


def get_office_to_speak_for(actor: Actor, slug: str = "") -> Office:
    """One of her own offices that she speaks for: its contact persons and managers answer and agree about hours."""
    offices = actor.offices_where(Permission.PLAN_FOR_OFFICE)
    found = next((office for office in offices if slug in {"", office.slug}), None)
    if found is None:
        raise PermissionDenied(_("The office's manager or contact person decides about its hours."))
    return found
