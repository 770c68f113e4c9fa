"""A whole new collaboration in one act: itself, its members, and the letter to the one who is to run it."""

from collections.abc import Sequence

from django.db import transaction

from samsyn.organisations.actions.collaborations import (
    make_collaboration,
    make_municipality,
    make_office,
)
from samsyn.organisations.actions.invitations import Invited, invite
from samsyn.organisations.actor import Actor
from samsyn.organisations.member_lines import MemberLine
from samsyn.organisations.models import Collaboration, Office
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Permission, Role


@transaction.atomic
def start_collaboration(
    *,
    by: Actor,
    slug: str,
    name: str,
    county: str,
    host: str,
    contact_email: str,
    mission: str,
    members: Sequence[MemberLine],
    coordinator_name: str,
    coordinator_email: str,
    site_address: str,
) -> Invited:
    """All or nothing. Raises Refused when a name is taken or the actor does not keep the installation.

    `site_address` is the start of the new collaboration's own addresses: the invitation opens only there.
    """
    made = make_collaboration(
        by=by,
        slug=slug,
        name=name,
        county=county,
        host=host,
        contact_email=contact_email,
        mission=mission,
    )
    _add(by, made, members)
    # Nobody may give roles there yet, not even the administrator of another collaboration: the program invites the first.
    return invite(
        by=None,
        collaboration=made,
        email=coordinator_email,
        name=coordinator_name,
        role=Role.COORDINATOR,
        site_address=site_address,
    )


@transaction.atomic
def add_members(
    *, by: Actor, collaboration: Collaboration, members: Sequence[MemberLine]
) -> list[Office]:
    """More offices in one's own collaboration, all or none. Raises Refused when a name or a code is taken."""
    if by.collaboration_id != collaboration.pk:
        raise Refused("other_collaboration")
    if not (by.may(Permission.RUN_COLLABORATION) or by.may(Permission.ADMINISTER)):
        raise Refused("not_yours_to_keep")
    return _add(by, collaboration, members)


def _add(by: Actor, collaboration: Collaboration, members: Sequence[MemberLine]) -> list[Office]:
    made = []
    for line in members:
        office = make_office(
            by=by,
            collaboration=collaboration,
            slug=line.slug,
            name=line.name,
            short_name=line.short_name,
            kind=line.kind,
        )
        for code, municipality in line.municipalities:
            make_municipality(by=by, office=office, code=code, name=municipality)
        made.append(office)
    return made
