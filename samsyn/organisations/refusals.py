"""Why an act was refused, as a code that the screen turns into a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "slug_taken": _("That short name is already used. Choose another one."),
    "host_taken": _("That host name already belongs to another collaboration."),
    "second_default": _("Another collaboration already answers for unknown host names."),
    "code_taken": _("That municipality code is already used."),
    "office_needed": _("That role is held in an office. Choose which one."),
    "other_collaboration": _("The office and the person belong to different collaborations."),
    "role_not_yours_to_give": _("You may not give that role there."),
    "role_not_yours_to_end": _("You may not end that role."),
    "role_already_held": _("She already has that role there."),
    "role_ended": _("That role has already ended."),
    "ends_before_start": _("The last day is before the first day. Choose a later last day."),
    "already_invited": _("There is already an open invitation to that address for the same role."),
    "invitation_used": _("The invitation has already been used. Sign in instead."),
    "invitation_withdrawn": _("The invitation has been withdrawn. Ask the one who invited you."),
    "invitation_expired": _("The invitation has expired. Ask for a new one."),
    "signed_in_as_other": _(
        "You are signed in with another address. Sign out first and open the link again."
    ),
    "successor_needed": _("There is open work to hand over. Choose who takes it over."),
    "successor_unfit": _("The one who takes over must be another person who is a member today."),
    "last_keeper": _(
        "This is the last one who can keep the collaboration's people. Give somebody else that role first."
    ),
    "not_yours_to_keep": _("Only the coordinator and the administrator may do that."),
}


class Refused(Exception):
    """An act that the rules do not allow; `code` is a key of SENTENCES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in the reader's language."""
        return str(SENTENCES[self.code])
