"""Letters of planning: to the office behind a proposal, and to organisations that have not answered a vote."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.mail.interface import queue
from samsyn.organisations.interface import Collaboration, Office, Person, speakers_of
from samsyn.planning.models import Proposal, Vote


def address_of(collaboration: Collaboration, path: str) -> str:
    """A page's whole address where the collaboration has a host name of its own; else its path."""
    if not collaboration.host:
        return path
    scheme = "https" if settings.HTTPS else "http"
    return f"{scheme}://{collaboration.host}{path}"


def tell_proposer(proposal: Proposal, *, step: str, sentence: str) -> None:
    """Tells the person and the office behind a proposal, and behind all that was merged into it, of one step."""
    for origin in [proposal, *proposal.parts.select_related("office", "proposed_by__user")]:
        context = {
            "proposal": origin,
            "sentence": sentence,
            "url": address_of(
                proposal.collaboration, reverse("planning:proposal", args=[proposal.number])
            ),
        }
        _send(
            [origin.proposed_by, *speakers_of(origin.office)],
            key=f"proposal:{origin.pk}:{step}",
            subject=_("Your proposal %(number)s: %(title)s")
            % {"number": origin.number, "title": origin.title},
            body=render_to_string("planning/mail/proposal.txt", context),
            collaboration_id=origin.collaboration_id,
        )


def remind_of_vote(vote: Vote, office: Office, people: Iterable[Person], *, occasion: str) -> None:
    """Reminds those who answer for an organisation; once for each occasion."""
    context = {
        "vote": vote,
        "office": office,
        "url": address_of(vote.collaboration, reverse("planning:ballot", args=[vote.pk])),
    }
    _send(
        people,
        key=f"vote:{vote.pk}:{office.pk}:{occasion}",
        subject=_("Answer the vote: %(title)s") % {"title": vote.title},
        body=render_to_string("planning/mail/vote.txt", context),
        collaboration_id=vote.collaboration_id,
    )


def _send(
    people: Iterable[Person], *, key: str, subject: str, body: str, collaboration_id: int
) -> None:
    for address in {person.user.email for person in people if person.user.is_active}:
        queue(
            key=f"{key}:{address}",
            to=address,
            subject=subject,
            body=body,
            collaboration_id=collaboration_id,
        )
