"""People and the users behind them. `by=None` is the program itself (a command, the demo)."""

from allauth.account.models import EmailAddress
from django.db import transaction

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import record, snapshot
from samsyn.organisations.actions.memberships import give_role
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Collaboration, Office, Person
from samsyn.organisations.roles import Role


@transaction.atomic
def add_person(
    *,
    by: Actor | None,
    collaboration: Collaboration,
    email: str,
    name: str,
    role: Role,
    office: Office | None = None,
    password: str | None = None,
    password_hash: str = "",
    reason: str = "",
) -> Person:
    """Puts somebody into a collaboration with a first role, without an invitation.

    She may already be a user or a person; then she gets the role and keeps her name and password. Without a password
    she signs in with an e-mailed code. `password_hash` is a hash already made (the demo makes one for all).
    """
    person = find_or_make_person(
        collaboration=collaboration, email=email, name=name, password=password, by=by, reason=reason
    )
    if password_hash:
        User.objects.filter(pk=person.user_id).update(password=password_hash)
    give_role(by=by, person=person, role=role, office=office, reason=reason)
    return person


def find_or_make_person(
    *,
    by: Actor | None,
    collaboration: Collaboration,
    email: str,
    name: str,
    password: str | None = None,
    reason: str = "",
) -> Person:
    """The person behind an address in a collaboration, made when she is new there; inside the caller's transaction."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        first, _, last = name.rpartition(" ")
        user = User.objects.create_user(
            email=email,
            password=password,
            first_name=first or last,
            last_name=last if first else "",
        )
        # The address is proved by the invitation mailed to it, or vouched for by whoever runs the installation.
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    elif not user.is_active:
        _set_active(user, active=True, by=by, reason=reason)
        if password:
            user.set_password(password)
            user.save(update_fields=["password"])
    person, created = Person.objects.get_or_create(
        user=user, collaboration=collaboration, defaults={"name": name}
    )
    if created:
        record(
            by=by.user_id if by else None,
            verb="organisations.add_person",
            obj=person,
            before={},
            collaboration_id=collaboration.pk,
            subject_id=user.pk,
            reason=reason,
        )
    return person


@transaction.atomic
def change_own_details(*, by: Actor, name: str, phone: str) -> Person:
    """A new name or telephone number of the person herself."""
    person = by.person
    before = snapshot(person)
    person.name, person.phone = name, phone
    person.save()
    record(
        by=by.user_id,
        verb="organisations.change_own_details",
        obj=person,
        before=before,
        collaboration_id=person.collaboration_id,
        subject_id=by.user_id,
    )
    return person


@transaction.atomic
def disable_user(*, user: User, by: Actor | None = None, reason: str = "") -> None:
    """Keeps a user out: her sessions end at once and she cannot sign in. Her roles stay as they are."""
    _set_active(user, active=False, by=by, reason=reason)


@transaction.atomic
def enable_user(*, user: User, by: Actor | None = None, reason: str = "") -> None:
    """Lets a disabled user sign in again."""
    _set_active(user, active=True, by=by, reason=reason)


def _set_active(user: User, *, active: bool, by: Actor | None, reason: str) -> None:
    user.is_active = active
    if not active:
        # A new random value also makes every session of hers invalid, now and if she comes back.
        user.set_unusable_password()
    user.save(update_fields=["is_active", "password"])
    record(
        by=by.user_id if by else None,
        verb="organisations.enable_user" if active else "organisations.disable_user",
        obj=user,
        subject_id=user.pk,
        reason=reason,
    )
