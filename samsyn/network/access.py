"""Loading is checking: questions and networks are for members of the collaboration."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from samsyn.network.models import HelpNotice, Network, NetworkFile, Question, Review, Wish
from samsyn.network.queries import help_notices, networks_seen_by, open_questions
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
    if actor.collaboration_id != collaboration.pk:
        raise Http404
    network = networks_seen_by(actor, runs=starts_networks(actor)).filter(slug=slug).first()
    if network is None:
        raise Http404
    return network


def starts_networks(actor: Actor) -> bool:
    """Whether she starts and closes networks: others propose."""
    return bool(actor.may(Permission.RUN_COLLABORATION))


def runs_network(actor: Actor, network: Network) -> bool:
    """Whether she keeps a network's texts and contact person: its contact person and the coordinator."""
    return network.contact_id == actor.pk or starts_networks(actor)


def is_inside(actor: Actor, network: Network) -> bool:
    """Whether she reads the network's files and writes to its members."""
    return starts_networks(actor) or network.members.filter(person_id=actor.pk).exists()


def get_network_to_run(actor: Actor, collaboration: Collaboration, slug: str) -> Network:
    """A network that she keeps."""
    network = get_network_to_see(actor, collaboration, slug)
    if not runs_network(actor, network):
        raise PermissionDenied
    return network


def get_network_to_decide(actor: Actor, collaboration: Collaboration, slug: str) -> Network:
    """A network for who starts and closes them."""
    network = get_network_to_see(actor, collaboration, slug)
    check(actor, Permission.RUN_COLLABORATION)
    return network


def get_network_inside(actor: Actor, collaboration: Collaboration, slug: str) -> Network:
    """A network for those in it."""
    network = get_network_to_see(actor, collaboration, slug)
    if not is_inside(actor, network):
        raise PermissionDenied
    return network


def get_network_file(actor: Actor, collaboration: Collaboration, slug: str, pk: int) -> NetworkFile:
    """A file of a network that she is in."""
    network = get_network_inside(actor, collaboration, slug)
    file = network.files.select_related("file", "network").filter(pk=pk).first()
    if file is None:
        raise Http404
    return file


def get_network_file_to_remove(
    actor: Actor, collaboration: Collaboration, slug: str, pk: int
) -> NetworkFile:
    """A file that she added, or of a network that she keeps."""
    file = get_network_file(actor, collaboration, slug, pk)
    if file.added_by_id != actor.user_id and not runs_network(actor, file.network):
        raise PermissionDenied
    return file


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


def get_review(actor: Actor, pk: int) -> Review:
    """A visit for the two who do it; nobody else may know of it, not even who runs the collaboration."""
    check_member(actor)
    found = Review.objects.select_related(
        "host__user", "guest__user", "host_office", "guest_office", "collaboration"
    )
    both = Q(host_id=actor.pk) | Q(guest_id=actor.pk)
    review = found.filter(both, pk=pk, collaboration_id=actor.collaboration_id).first()
    if review is None:
        raise Http404
    return review


def get_own_wish(actor: Actor, pk: int) -> Wish:
    """Her own offer or request."""
    check_member(actor)
    wish = Wish.objects.filter(pk=pk, person_id=actor.pk).first()
    if wish is None:
        raise Http404
    return wish


def get_open_wish(actor: Actor, pk: int) -> Wish:
    """An offer or request of the collaboration that nobody has taken yet; one that is gone is Refused by the act."""
    check_member(actor)
    wish = Wish.objects.filter(pk=pk, collaboration_id=actor.collaboration_id).first()
    if wish is None:
        raise Http404
    return wish
