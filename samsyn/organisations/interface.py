"""What other packages use of organisations."""

from samsyn.lib.swedish import swedish_order
from samsyn.organisations.access import check, refusal
from samsyn.organisations.actions import (
    add_person,
    end_membership,
    give_role,
    invite,
    make_collaboration,
    make_municipality,
    make_office,
)
from samsyn.organisations.actor import Actor, actor_of
from samsyn.organisations.editing import root_page_of
from samsyn.organisations.hosts import site_address_of
from samsyn.organisations.http import MemberRequest, SamsynRequest, public
from samsyn.organisations.middleware import PROBES
from samsyn.organisations.models import Collaboration, Membership, Municipality, Office, Person
from samsyn.organisations.queries import (
    all_collaborations,
    collaboration_by_slug,
    coordinators_of,
    current_memberships,
    holders_of,
    members_of,
    municipalities_of,
    office_by_slug,
    offices_of,
    other_collaborations,
    people_with_role,
    person_by_email,
    speakers_of,
    with_roles,
)
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import (
    COLLABORATION_ROLES,
    OFFICE_ROLES,
    PERMISSION_SENTENCES,
    ROLE_SENTENCES,
    Permission,
    Role,
)
from samsyn.organisations.rules import Answer, roles_that_may
from samsyn.organisations.searching import reader_of

__all__ = [
    "COLLABORATION_ROLES",
    "OFFICE_ROLES",
    "PERMISSION_SENTENCES",
    "PROBES",
    "ROLE_SENTENCES",
    "Actor",
    "Answer",
    "Collaboration",
    "MemberRequest",
    "Membership",
    "Municipality",
    "Office",
    "Permission",
    "Person",
    "Refused",
    "Role",
    "SamsynRequest",
    "actor_of",
    "add_person",
    "all_collaborations",
    "check",
    "collaboration_by_slug",
    "coordinators_of",
    "current_memberships",
    "end_membership",
    "give_role",
    "holders_of",
    "invite",
    "make_collaboration",
    "make_municipality",
    "make_office",
    "members_of",
    "municipalities_of",
    "office_by_slug",
    "offices_of",
    "other_collaborations",
    "people_with_role",
    "person_by_email",
    "public",
    "reader_of",
    "refusal",
    "roles_that_may",
    "root_page_of",
    "site_address_of",
    "speakers_of",
    "swedish_order",
    "with_roles",
]
