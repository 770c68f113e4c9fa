"""What the ground tells itself: the jobs that every installation runs, and how long letters are kept."""

from django.utils.translation import gettext_lazy as _

from samsyn.core.audit.interface import register_verbs
from samsyn.core.files.interface import sweep_unowned
from samsyn.core.jobs.interface import DAY, HOUR, register_schedule
from samsyn.core.links.interface import check_links
from samsyn.core.mail.interface import LETTERS_KEPT_DAYS, erase_old_letters, retry_waiting
from samsyn.core.registry.interface import Retention, erase_what_is_kept_too_long, retentions
from samsyn.core.subscriptions.interface import KEPT_DAYS, erase_old_notices, send_digests

register_verbs(
    {
        "core.chose_notices": _("The person chose her notices"),
        "core.subscribed": _("Somebody subscribed to letters"),
        "core.unsubscribed": _("Somebody ended a subscription to letters"),
        # As the entries were written while the addresses stood in web.
        "web.subscribed": _("Somebody subscribed to letters"),
        "web.unsubscribed": _("Somebody ended a subscription to letters"),
    }
)
register_schedule("core.digests", every=HOUR, run=send_digests)
register_schedule("core.mail", every=HOUR, run=retry_waiting)
register_schedule("core.files", every=DAY, run=sweep_unowned)
register_schedule("core.links", every=7 * DAY, run=check_links)
register_schedule("core.retention", every=DAY, run=erase_what_is_kept_too_long)
retentions.register(
    "core.letters",
    Retention(
        what=_("Addresses and subjects of sent letters"),  # type: ignore[arg-type]  # lazy on purpose
        days=LETTERS_KEPT_DAYS,
        reason=_("Whether a letter left must be possible to see while it matters."),  # type: ignore[arg-type]
        erase=erase_old_letters,
    ),
)
retentions.register(
    "core.notices",
    Retention(
        what=_("Notices to people"),  # type: ignore[arg-type]  # lazy on purpose
        days=KEPT_DAYS,
        reason=_("The same thing must not be told twice."),  # type: ignore[arg-type]
        erase=erase_old_notices,
    ),
)
