"""Letters of guidance."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.mail.interface import queue
from samsyn.core.subscriptions.interface import tell, write_to_subscribers
from samsyn.guidance.models import Edition, GuidanceDocument, Referral
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import (
    Permission,
    actor_of,
    members_of,
    offices_of,
    site_address_of,
    speakers_of,
)


def topic_of_area(area: str) -> str:
    """What one subscribes to for the guidance of an area, as member and as anybody."""
    return f"guidance.{area}"


def tell_of_edition(edition: Edition) -> None:
    """Tells those who follow the area that there is a new edition, and what has changed in it."""
    document = edition.document
    day = format_date(edition.in_force_from)
    words = (
        _("Edition %(number)s of %(title)s applies from %(day)s.")
        if edition.in_force_from > today()
        else _("Edition %(number)s of %(title)s has been in force since %(day)s.")
    ) % {"number": edition.number, "title": document.title, "day": day}
    is_first = not document.editions.exclude(pk=edition.pk).exists()
    subject = _("New guidance: %(title)s") if is_first else _("Changed guidance: %(title)s")
    _tell(
        document,
        key=f"guidance-edition:{edition.pk}",
        subject=subject % {"title": document.title},
        text="\n\n".join(filter(None, [words, edition.change_summary or document.purpose])),
    )


def tell_of_end(document: GuidanceDocument) -> None:
    """Tells those who follow the area that guidance no longer applies, why, and what does in its place."""
    if document.replaced_by is not None:
        subject = _("Guidance replaced: %(title)s") % {"title": document.title}
        other = _("%(title)s applies in its place.") % {"title": document.replaced_by.title}
    else:
        subject, other = _("Guidance taken out of force: %(title)s") % {"title": document.title}, ""
    _tell(
        document,
        key=f"guidance-ended:{document.pk}",
        subject=subject,
        text="\n\n".join(filter(None, [document.ended_reason, other])),
    )


def _tell(document: GuidanceDocument, *, key: str, subject: str, text: str) -> None:
    """Members by their own choice; addresses outside of what everybody may read."""
    collaboration = document.collaboration
    people = list(members_of(collaboration))
    if document.members_only:
        people = [one for one in people if actor_of(one).may(Permission.SEE_MEMBER_PAGES)]
    topic, at = topic_of_area(document.area), site_address_of(collaboration)
    url = reverse("guidance:document", args=[document.slug])
    tell(
        users=[one.user for one in people],
        collaboration_id=collaboration.pk,
        topic=topic,
        key=key,
        title=subject,
        url=url,
        text=text,
        at=at,
    )
    if not document.members_only:
        write_to_subscribers(
            collaboration_id=collaboration.pk, topic=topic, key=key, subject=subject, text=text, url=url, at=at
        )  # fmt: skip


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
