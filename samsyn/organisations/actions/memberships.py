"""Giving and ending roles; leaving hands over what was open and ends access the same day."""

from datetime import date

from django.db import transaction

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import hand_over
from samsyn.organisations.access import check_role_fits
from samsyn.organisations.actor import Actor, actor_of
from samsyn.organisations.editing import keep_in_step
from samsyn.organisations.models import Membership, Office, Person
from samsyn.organisations.queries import current_memberships, open_work_of
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Role
from samsyn.organisations.rules import is_current, keeps_people, roles_to_give


@transaction.atomic
def give_role(
    *,
    by: Actor | None,
    person: Person,
    role: Role,
    office: Office | None = None,
    starts: date | None = None,
    ends: date | None = None,
    reason: str = "",
) -> Membership:
    """A role from one day (today) to another (none: until it is ended). Raises Refused when it may not be given."""
    check_role_fits(by, person.collaboration_id, role, office)
    first = starts or today()
    if ends is not None and ends < first:
        raise Refused("ends_before_start")
    held = person.memberships.filter(role=role, office=office)
    if any(membership.ends is None or membership.ends > first for membership in held):
        raise Refused("role_already_held")
    made = Membership.objects.create(
        person=person, office=office, role=role, starts=first, ends=ends
    )
    record(
        by=by.user_id if by else None,
        verb="organisations.give_role",
        obj=made,
        before={},
        collaboration_id=person.collaboration_id,
        subject_id=person.user_id,
        reason=reason,
    )
    keep_in_step(person)
    return made


@transaction.atomic
def end_membership(
    *, by: Actor | None, membership: Membership, successor: Person | None = None, reason: str = ""
) -> int:
    """Ends a role today: its access is gone at once. Returns how many pieces of open work the successor took over.

    Whoever loses her last role needs a successor if she holds open work, and her sessions end. Raises Refused.
    """
    person = membership.person
    _check_may_end(by, membership)
    if membership.ends is not None and membership.ends <= today():
        raise Refused("role_ended")
    _check_keeper_left(membership)
    handed = _hand_over(by, membership, successor)
    before = snapshot(membership)
    membership.ends = max(today(), membership.starts)
    membership.save()
    record(
        by=by.user_id if by else None,
        verb="organisations.end_membership",
        obj=membership,
        before=before,
        collaboration_id=person.collaboration_id,
        subject_id=person.user_id,
        reason=reason,
        details={"handed_over": handed, "successor": successor.pk if successor else None},
    )
    keep_in_step(person)
    _close_account_without_roles(person)
    return handed


@transaction.atomic
def leave(*, by: Actor, successor: Person | None = None) -> int:
    """Ends all of one's own roles today and hands over what is open; returns how many pieces of work."""
    handed = 0
    memberships = Membership.objects.filter(pk__in=[held.pk for held in by.memberships])
    for membership in memberships.select_related("person__user", "person__collaboration"):
        handed += end_membership(by=by, membership=membership, successor=successor)
    return handed


def _check_may_end(by: Actor | None, membership: Membership) -> None:
    if by is None or by.pk == membership.person_id:
        return
    if by.collaboration_id != membership.person.collaboration_id:
        raise Refused("role_not_yours_to_end")
    mine = roles_to_give(by.memberships, office_id=membership.office_id, day=today())
    if membership.role not in mine:
        raise Refused("role_not_yours_to_end")


def _check_keeper_left(membership: Membership) -> None:
    if not keeps_people(membership.role) or not is_current(membership, today()):
        return
    others = current_memberships(membership.person.collaboration).exclude(pk=membership.pk)
    if not any(keeps_people(role) for role in others.values_list("role", flat=True)):
        raise Refused("last_keeper")


def _hand_over(by: Actor | None, membership: Membership, successor: Person | None) -> int:
    leaving = actor_of(membership.person)
    is_last = not [held for held in leaving.memberships if held.pk != membership.pk]
    if successor is None:
        if is_last and open_work_of(leaving):
            raise Refused("successor_needed")
        return 0
    taking = actor_of(successor)
    unfit = successor.collaboration_id != membership.person.collaboration_id
    if unfit or successor.pk == membership.person_id or not taking.memberships:
        raise Refused("successor_unfit")
    return sum(provider(leaving, taking, by) for provider in hand_over.providers())


def _close_account_without_roles(person: Person) -> None:
    held = Membership.objects.filter(person__user_id=person.user_id)
    if any(membership.ends is None or membership.ends > today() for membership in held):
        return
    user = User.objects.get(pk=person.user_id)
    if user.is_superuser:
        return
    # A new random password value makes her sessions invalid, also if she is let in again later.
    user.is_active = False
    user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
