"""Who may do what, decided from the roles held today and nothing else; every answer carries its reason."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from samsyn.organisations.roles import (
    COLLABORATION_ROLES,
    OFFICE_ROLES,
    ROLE_PERMISSIONS,
    Permission,
    Role,
)

INVITATION_DAYS = 14
# Addresses under /organisation/ that an office may not take.
RESERVED_SLUGS = frozenset(
    {
        "personer",
        "mina-uppgifter",
        "uppdrag",
        "inbjudningar",
        "bjud-in",
        "samverkan",
        "installningar",
        "nya-kontor",
    }
)


class HeldRole(Protocol):
    """A role held from one day to another, in one office or (None) in the whole collaboration."""

    role: str
    starts: date
    ends: date | None
    office_id: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether it is allowed, and by which role: `role` is the one that allows it, `would_need` those that would."""

    allowed: bool
    role: str = ""
    would_need: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed


def is_current(held: HeldRole, day: date) -> bool:
    """Whether the role is held that day. The last day is not included: leaving ends access the same day."""
    return held.starts <= day and (held.ends is None or day < held.ends)


def may(
    roles: Iterable[HeldRole], permission: Permission, *, office_id: int | None = None, day: date
) -> Answer:
    """Whether the roles held on `day` allow `permission`, in the given office when one is given.

    A role of the whole collaboration counts in every office; an office's role only in its own.
    """
    for held in roles:
        if not is_current(held, day) or permission not in ROLE_PERMISSIONS[held.role]:
            continue
        if office_id is None or held.office_id == office_id or held.role in COLLABORATION_ROLES:
            return Answer(allowed=True, role=held.role)
    return Answer(allowed=False, would_need=roles_that_may(permission))


def roles_that_may(permission: Permission) -> tuple[str, ...]:
    """The roles that hold a permission."""
    return tuple(
        role for role, permissions in ROLE_PERMISSIONS.items() if permission in permissions
    )


def roles_to_give(
    roles: Iterable[HeldRole], *, office_id: int | None, day: date
) -> tuple[Role, ...]:
    """The roles that somebody with `roles` may give and end, in an office or (None) in the whole collaboration.

    An office's own kontaktperson or chef gives the office's roles in her own office. Who may invite through a role of
    the whole collaboration gives every role everywhere, but only an administrator makes another administrator.
    """
    held = [role for role in roles if is_current(role, day)]
    if not may(held, Permission.INVITE_TO_OFFICE, office_id=office_id, day=day):
        return ()
    wide = [role for role in held if role.role in COLLABORATION_ROLES]
    if not may(wide, Permission.INVITE_TO_OFFICE, day=day):
        return tuple(OFFICE_ROLES) if office_id is not None else ()
    administers = bool(may(wide, Permission.ADMINISTER, day=day))
    return tuple(
        role
        for role in Role
        if (office_id is not None or role in COLLABORATION_ROLES)
        and (role != Role.ADMINISTRATOR or administers)
    )


def keeps_people(role: str) -> bool:
    """Whether the role can keep the collaboration's people; one of these must always be left."""
    permissions = ROLE_PERMISSIONS[role]
    return role in COLLABORATION_ROLES and Permission.INVITE_TO_OFFICE in permissions


def invitation_state(
    *, accepted: bool, withdrawn: bool, expires_at: datetime, moment: datetime
) -> str:
    """`open`, or why the invitation can no longer be used: `used`, `withdrawn`, `expired`."""
    if accepted:
        return "used"
    if withdrawn:
        return "withdrawn"
    return "expired" if moment >= expires_at else "open"


def token_hash(token: str) -> str:
    """What is kept of an invitation's token. It has 256 random bits, so a plain hash cannot be searched backwards."""
    return hashlib.sha256(token.encode()).hexdigest()
