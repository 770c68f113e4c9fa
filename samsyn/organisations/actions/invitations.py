"""Inviting by e-mail: the link's token is mailed, only its hash is kept, and it works once within fourteen days."""

import secrets
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import localtime, now
from samsyn.core.mail.interface import queue
from samsyn.organisations.access import check_invitation_open, check_role_fits
from samsyn.organisations.actions.memberships import give_role
from samsyn.organisations.actions.people import find_or_make_person
from samsyn.organisations.actor import Actor
from samsyn.organisations.models import Collaboration, Invitation, Office, Person
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Role
from samsyn.organisations.rules import INVITATION_DAYS, token_hash


class Invited(NamedTuple):
    """An invitation and the token of its link, which is nowhere else than in the letter."""

    invitation: Invitation
    token: str


@transaction.atomic
def invite(
    *,
    by: Actor | None,
    collaboration: Collaboration,
    email: str,
    name: str,
    role: Role,
    office: Office | None = None,
    site_address: str,
) -> Invited:
    """Invites to a role and mails the link; `site_address` is the start of our addresses (`https://host`)."""
    check_role_fits(by, collaboration.pk, role, office)
    address = email.strip().lower()
    same = Invitation.objects.filter(
        collaboration=collaboration, office=office, role=role, email=address
    )
    if same.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now()).exists():
        raise Refused("already_invited")
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        collaboration=collaboration,
        office=office,
        role=role,
        email=address,
        name=name,
        token_hash=token_hash(token),
        invited_by_id=by.user_id if by else None,
        expires_at=now() + timedelta(days=INVITATION_DAYS),
    )
    record(
        by=by.user_id if by else None,
        verb="organisations.invite",
        obj=invitation,
        before={"token_hash": invitation.token_hash},
        collaboration_id=collaboration.pk,
    )
    _mail(invitation, token, by=by, site_address=site_address)
    return Invited(invitation, token)


@transaction.atomic
def accept_invitation(
    *, by: int | None, invitation: Invitation, name: str, password: str | None = None
) -> Person:
    """Makes the invited one a person with the role. Somebody who is already a user keeps her password.

    `by` is the user who has the page open, if any: nobody takes another's invitation by mistake.
    """
    check_invitation_open(invitation)
    taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not taken.update(accepted_at=now()):
        raise Refused("invitation_used")
    before = snapshot(invitation)
    invitation.refresh_from_db()
    person = find_or_make_person(
        by=None,
        collaboration=invitation.collaboration,
        email=invitation.email,
        name=name,
        password=password,
        reason=_("Accepted an invitation"),
    )
    if by is not None and by != person.user_id:
        raise Refused("signed_in_as_other")
    record(
        by=person.user_id,
        verb="organisations.accept_invitation",
        obj=invitation,
        before=before,
        collaboration_id=invitation.collaboration_id,
        subject_id=person.user_id,
    )
    try:
        give_role(by=None, person=person, role=Role(invitation.role), office=invitation.office)
    except Refused as refused:
        if refused.code != "role_already_held":
            raise
    return person


@transaction.atomic
def withdraw_invitation(*, by: Actor, invitation: Invitation) -> None:
    """Makes an open invitation's link worthless."""
    check_role_fits(by, invitation.collaboration_id, Role(invitation.role), invitation.office)
    check_invitation_open(invitation)
    before = snapshot(invitation)
    invitation.withdrawn_at = now()
    invitation.save(update_fields=["withdrawn_at"])
    record(
        by=by.user_id,
        verb="organisations.withdraw_invitation",
        obj=invitation,
        before=before,
        collaboration_id=invitation.collaboration_id,
    )


def _mail(invitation: Invitation, token: str, *, by: Actor | None, site_address: str) -> None:
    collaboration = invitation.collaboration
    path = reverse("organisations:accept_invitation", args=[token])
    where = invitation.office.name if invitation.office else collaboration.name
    values = {
        "name": invitation.name,
        "inviter": by.person.name if by else collaboration.name,
        "role": invitation.get_role_display().lower(),
        "where": where,
        "collaboration": collaboration.name,
        "address": site_address.rstrip("/") + path,
        "day": localtime(invitation.expires_at).strftime("%Y-%m-%d"),
    }
    queue(
        key=f"invitation:{invitation.pk}",
        to=invitation.email,
        subject=_("Invitation to %(collaboration)s in Samsyn") % values,
        body=_(
            "Hello %(name)s\n\n"
            "%(inviter)s invites you to Samsyn as %(role)s, %(where)s.\n"
            "Samsyn is where %(collaboration)s plans and carries out its supervision together.\n\n"
            "Open the link to accept. It works once, until %(day)s:\n%(address)s\n\n"
            "If you did not expect this letter you need not do anything.\n"
        )
        % values,
        collaboration_id=collaboration.pk,
    )
