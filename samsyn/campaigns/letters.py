"""Letters of a campaign."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.progress import OfficeProgress


def reminder_letter(
    campaign: Campaign, line: OfficeProgress, *, url: str, sender: str
) -> tuple[str, str]:
    """Subject and text of a reminder to an office, with what is left of its own plan."""
    context = {
        "campaign": campaign,
        "line": line,
        "url": url,
        "sender": sender,
        "left": line.standing.remaining,
    }
    subject = _("Reminder: %(campaign)s") % {"campaign": campaign.title}
    return subject, render_to_string("campaigns/mail/reminder.txt", context)
