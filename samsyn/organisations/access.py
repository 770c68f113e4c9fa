"""Loading is checking: each getter gives what the actor may do the thing with, or 404 / 403.

404 when she may not know that it exists (another collaboration's), 403 when she may know but may not do it.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import now, today
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Collaboration, Invitation, Membership, Office, Person
from samsyn.organisations.queries import holders_of, people_explained_to, sees_everybody
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import (
    COLLABORATION_ROLES,
    ROLE_PERMISSIONS,
    Permission,
    Role,
)
from samsyn.organisations.rules import (
    invitation_state,
    roles_that_may,
    roles_to_give,
    token_hash,
)


def refusal(permission: Permission) -> str:
    """The sentence of a 403: which roles may do it."""
    roles = ", ".join(str(Role(role).label).lower() for role in roles_that_may(permission))
    return _("This needs one of these roles: %(roles)s.") % {"roles": roles}


def check(actor: Actor, permission: Permission, *, office: Office | None = None) -> None:
    """Raises PermissionDenied, with the rule's sentence, unless the actor may."""
    if not actor.may(permission, office_id=office.pk if office else None):
        raise PermissionDenied(refusal(permission))


def check_keeper(actor: Actor) -> None:
    """Raises PermissionDenied unless the actor keeps the people of the whole collaboration."""
    if not sees_everybody(actor):
        raise PermissionDenied(refusal(Permission.RUN_COLLABORATION))


def get_office_to_see(actor: Actor, slug: str) -> Office:
    """An office of the actor's collaboration; every member sees them."""
    check(actor, Permission.SEE_MEMBER_PAGES)
    return get_object_or_404(actor.collaboration.offices, slug=slug)


def get_office_to_change(actor: Actor, slug: str) -> Office:
    """An office whose names the actor may change."""
    office = get_office_to_see(actor, slug)
    check_keeper(actor)
    return office


def get_office_to_invite_to(actor: Actor, slug: str) -> Office:
    """An office to which the actor may invite."""
    office = get_office_to_see(actor, slug)
    check(actor, Permission.INVITE_TO_OFFICE, office=office)
    return office


def may_see_history(actor: Actor, office: Office) -> bool:
    """Those who see all of the office, and those who keep the collaboration's people."""
    return bool(actor.may(Permission.SEE_OWN_OFFICE, office_id=office.pk) or sees_everybody(actor))


def get_invitation_to_withdraw(actor: Actor, pk: int) -> Invitation:
    """An invitation to a role that the actor may give."""
    found = get_object_or_404(
        Invitation.objects.select_related("office", "collaboration"),
        pk=pk,
        collaboration=actor.collaboration,
    )
    if found.role not in roles_to_give(actor.memberships, office_id=found.office_id, day=today()):
        raise PermissionDenied(refusal(Permission.INVITE_TO_OFFICE))
    return found


def get_invitation_to_accept(collaboration: Collaboration, token: str) -> Invitation:
    """The invitation of a link, whatever its state; 404 when there is none such here."""
    found = Invitation.objects.filter(token_hash=token_hash(token), collaboration=collaboration)
    invitation = found.select_related("office", "collaboration").first()
    if invitation is None:
        raise Http404
    return invitation


def get_membership_to_end(actor: Actor, pk: int) -> Membership:
    """One's own role, or one that the actor may give and end."""
    memberships = Membership.objects.select_related(
        "person__user", "person__collaboration", "office"
    )
    found = get_object_or_404(memberships, pk=pk, person__collaboration=actor.collaboration)
    if found.person_id == actor.pk:
        return found
    if found.role not in roles_to_give(actor.memberships, office_id=found.office_id, day=today()):
        raise PermissionDenied(refusal(Permission.INVITE_TO_OFFICE))
    return found


def get_person_to_keep(actor: Actor, pk: int) -> Person:
    """Somebody in the collaboration, for those who keep its people."""
    check_keeper(actor)
    return get_object_or_404(actor.collaboration.people.select_related("user"), pk=pk)


def get_person_to_explain(actor: Actor, pk: int) -> Person:
    """Somebody about whose permissions the actor may ask."""
    for person in people_explained_to(actor):
        if person.pk == pk:
            return person
    if holders_of(actor.collaboration).filter(pk=pk).exists():
        raise PermissionDenied(refusal(Permission.RUN_COLLABORATION))
    raise Http404


def permissions_of_role(role: str) -> list[Permission]:
    """What a role may, in the order of the list of permissions."""
    return [permission for permission in Permission if permission in ROLE_PERMISSIONS[role]]


def check_role_fits(
    by: Actor | None, collaboration_id: int, role: Role, office: Office | None
) -> None:
    """Raises Refused unless the role can be held there and `by` may give it."""
    if office is None and role not in COLLABORATION_ROLES:
        raise Refused("office_needed")
    if office is not None and office.collaboration_id != collaboration_id:
        raise Refused("other_collaboration")
    if by is None:
        return
    if by.collaboration_id != collaboration_id:
        raise Refused("other_collaboration")
    office_id = office.pk if office else None
    if role not in roles_to_give(by.memberships, office_id=office_id, day=today()):
        raise Refused("role_not_yours_to_give")


def check_invitation_open(invitation: Invitation) -> None:
    """Raises Refused, saying why, when the invitation can no longer be used."""
    state = invitation_state(
        accepted=invitation.accepted_at is not None,
        withdrawn=invitation.withdrawn_at is not None,
        expires_at=invitation.expires_at,
        moment=now(),
    )
    if state != "open":
        raise Refused(f"invitation_{state}")
