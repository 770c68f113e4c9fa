"""Letters of a round."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from samsyn.indicators.messages import lacking_text
from samsyn.indicators.models import Report
from samsyn.indicators.reporting import asked_of, unready


def reminder_letter(report: Report, *, url: str, sender: str) -> tuple[str, str]:
    """Subject and text of a reminder to an office whose report is not signed off."""
    lacking = lacking_text(unready(asked_of(report)))
    context = {"report": report, "url": url, "sender": sender, "lacking": lacking}
    subject = _("Reminder: key figures for %(year)s") % {"year": report.round.year}
    return subject, render_to_string("indicators/mail/reminder.txt", context)
