"""Why an act was refused, as a sentence that says what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HELP_REFUSALS: dict[str, Promise] = {
    "days": _("The last day must be today or later, and not before the first."),
    "own_notice": _("This is your own office's notice. Another office answers it."),
    "not_open": _("The notice is no longer open. Look at the page again to see what has happened."),
    "checks": _("See to everything on the list first, and tick it."),
    "not_agreed": _("No offices have agreed on this yet, so there are no hours to tell."),
    "done": _("The help is done, so the notice stays as it is."),
}
