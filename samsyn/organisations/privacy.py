"""What organisations hold about a user, how it is handed out to her, and how it is erased."""

from collections.abc import Mapping
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import erase_personal_values
from samsyn.organisations.models import Invitation, Membership, Person

INVITATION_KEPT_DAYS = 365


def extract_person(user_id: int) -> Mapping[str, object]:
    """Everything that organisations hold about a user."""
    user = User.objects.get(pk=user_id)
    memberships = Membership.objects.filter(person__user_id=user_id).select_related("office")
    invitations = Invitation.objects.filter(email__iexact=user.email)
    return {
        "user": {"email": user.email, "first_name": user.first_name, "last_name": user.last_name},
        "people": list(
            Person.objects.filter(user_id=user_id).values("collaboration__name", "name", "phone")
        ),
        "roles": [
            {
                "role": str(held.get_role_display()),
                "office": held.office.name if held.office else "",
                "from": held.starts.isoformat(),
                "to": held.ends.isoformat() if held.ends else "",
            }
            for held in memberships
        ],
        "invitations": [
            {"name": sent.name, "email": sent.email, "at": sent.invited_at.isoformat()}
            for sent in invitations
        ],
    }


@transaction.atomic
def erase_person(user_id: int) -> int:
    """Erases a user's names and addresses; her acts stay, as done by an erased person. Returns how many rows."""
    user = User.objects.get(pk=user_id)
    erased = Invitation.objects.filter(email__iexact=user.email).update(email="", name="")
    erased += Person.objects.filter(user_id=user_id).update(name=_("Erased person"), phone="")
    EmailAddress.objects.filter(user=user).delete()
    user.email, user.first_name, user.last_name = f"erased-{user.pk}@invalid", "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()
    return erased + 1 + erase_personal_values(subject_id=user_id)


def erase_old_invitations(moment: datetime) -> int:
    """Erases the names and addresses of invitations sent before `moment`; that they were sent stays."""
    old = Invitation.objects.filter(invited_at__lt=moment).exclude(email="")
    return old.update(email="", name="")
