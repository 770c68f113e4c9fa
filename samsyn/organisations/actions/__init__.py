"""What people do with collaborations, offices and people; each act checks, writes its audit entry and is atomic."""

from samsyn.organisations.actions.collaborations import (
    change_collaboration,
    change_office,
    make_collaboration,
    make_municipality,
    make_office,
)
from samsyn.organisations.actions.invitations import (
    Invited,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from samsyn.organisations.actions.memberships import end_membership, give_role, leave
from samsyn.organisations.actions.people import (
    add_person,
    change_own_details,
    disable_user,
    enable_user,
)
from samsyn.organisations.actions.starting import add_members, start_collaboration

__all__ = [
    "Invited",
    "accept_invitation",
    "add_members",
    "add_person",
    "change_collaboration",
    "change_office",
    "change_own_details",
    "disable_user",
    "enable_user",
    "end_membership",
    "give_role",
    "invite",
    "leave",
    "make_collaboration",
    "make_municipality",
    "make_office",
    "start_collaboration",
    "withdraw_invitation",
]
