"""What other packages use of the mail."""

from samsyn.core.mail.arriving import NotArrived, not_arrived
from samsyn.core.mail.invitations import CANCEL, REQUEST, Invitation
from samsyn.core.mail.models import Mail
from samsyn.core.mail.sending import (
    LETTERS_KEPT_DAYS,
    erase_old_letters,
    invitation_of,
    letters_are_held,
    queue,
    retry_waiting,
    send_waiting,
    without_letters,
)

__all__ = [
    "CANCEL",
    "LETTERS_KEPT_DAYS",
    "REQUEST",
    "Invitation",
    "Mail",
    "NotArrived",
    "erase_old_letters",
    "invitation_of",
    "letters_are_held",
    "not_arrived",
    "queue",
    "retry_waiting",
    "send_waiting",
    "without_letters",
]
