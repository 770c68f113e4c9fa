"""What visitors do, tell us what does not work for them, and what members do on their own page."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail, queue
from samsyn.organisations.interface import Actor, Collaboration, coordinators_of
from samsyn.web.guides import Guide
from samsyn.web.models import EndedTour
from samsyn.web.rules import FEEDBACK_PER_HOUR, FEEDBACK_WINDOW


class TooMuchFeedback(Exception):
    """More letters in an hour than people write; somebody may be misusing the form."""


@transaction.atomic
def send_feedback(
    *, by: Actor | None, collaboration: Collaboration, about: str, text: str, email: str
) -> int:
    """Mails what a visitor could not use to the collaboration's contact; returns how many letters were queued.

    A visitor (`by=None`) leaves no trace in the audit trail but that somebody wrote. Raises TooMuchFeedback.
    """
    prefix = f"feedback:{collaboration.pk}:"
    recent = Mail.objects.filter(key__startswith=prefix, queued_at__gt=now() - FEEDBACK_WINDOW)
    if recent.count() >= FEEDBACK_PER_HOUR:
        raise TooMuchFeedback
    receivers = _receivers(collaboration)
    occasion = uuid4()
    body = _("About: %(about)s\n\n%(text)s\n\nAnswer to: %(email)s\n") % {
        "about": about or "-",
        "text": text,
        "email": email or "-",
    }
    for receiver in receivers:
        queue(
            key=f"{prefix}{occasion}:{receiver}"[:160],
            to=receiver,
            subject=_("Accessibility: something does not work for a visitor"),
            body=body,
            collaboration_id=collaboration.pk,
        )
    record(
        by=by.user_id if by else None,
        verb="web.send_feedback",
        obj=collaboration,
        collaboration_id=collaboration.pk,
    )
    return len(receivers)


@transaction.atomic
def end_tour(*, by: Actor, guide: Guide) -> None:
    """Takes a tour away from one's own page; once is enough."""
    ended, new = EndedTour.objects.get_or_create(person_id=by.pk, guide=guide.slug)
    if new:
        record(
            by=by.user_id,
            verb="web.end_tour",
            obj=ended,
            before={},
            collaboration_id=by.collaboration_id,
        )


def _receivers(collaboration: Collaboration) -> list[str]:
    if collaboration.contact_email:
        return [collaboration.contact_email]
    return [person.user.email for person in coordinators_of(collaboration)]
