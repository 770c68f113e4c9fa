"""Who may do what, decided from the roles held today and nothing else; every answer carries its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from samsyn.organisations.roles import COLLABORATION_ROLES, ROLE_PERMISSIONS, Permission


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
