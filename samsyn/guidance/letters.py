"""Letters of guidance."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.mail.interface import queue
from samsyn.guidance.models import Referral
from samsyn.organisations.interface import offices_of, speakers_of


def tell_of_referral(referral: Referral) -> None:
    """Tells those who speak for each office that a draft waits for its answer; one letter a person."""
    document = referral.document
    body = render_to_string(
        "guidance/mail/referral.txt",
        {
            "referral": referral,
            "document": document,
            "url": _address(referral),
        },
    )
    people = {
        person.pk: person
        for office in offices_of(document.collaboration)
        for person in speakers_of(office)
        if person.user.is_active
    }
    for person in people.values():
        queue(
            key=f"guidance-referral:{referral.pk}:{person.pk}",
            to=person.user.email,
            subject=_("For comments: %(title)s") % {"title": document.title},
            body=body,
            collaboration_id=document.collaboration_id,
        )


def _address(referral: Referral) -> str:
    """The page's whole address where the collaboration has a host name of its own; else its path."""
    path = reverse("guidance:referral", args=[referral.document.slug])
    host = referral.document.collaboration.host
    return f"{'https' if settings.HTTPS else 'http'}://{host}{path}" if host else path
