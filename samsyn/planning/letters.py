"""Letters of planning: to the office behind a proposal, and to organisations that have not answered a vote."""

import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.mail.interface import queue
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Collaboration, Office, Person, speakers_of
from samsyn.planning.models import Meeting, Proposal, Vote
from samsyn.planning.queries import group_of


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


def send_notice_of(meeting: Meeting) -> int:
    """Mails notice and agenda to the group; once for each wording. Returns to how many."""
    items = list(meeting.items.all())
    body = render_to_string(
        "planning/mail/notice.txt",
        {
            "meeting": meeting,
            "items": items,
            "url": address_of(
                meeting.collaboration, reverse("planning:meeting", args=[meeting.pk])
            ),
        },
    )
    people = group_of(meeting.collaboration)
    _send(
        people,
        key=f"notice:{meeting.pk}:{hashlib.sha256(body.encode()).hexdigest()[:12]}",
        subject=_("Notice: the steering group meets on %(day)s")
        % {"day": format_date(meeting.day)},
        body=body,
        collaboration_id=meeting.collaboration_id,
    )
    return len(people)


def ask_adjusters(meeting: Meeting) -> None:
    """Asks the two adjusters to read the minutes; again when they were taken back in between."""
    context = {
        "meeting": meeting,
        "url": address_of(meeting.collaboration, reverse("planning:meeting", args=[meeting.pk])),
    }
    chosen = meeting.attendances.filter(adjusts=True).select_related("person__user")
    _send(
        [attendance.person for attendance in chosen],
        key=f"adjust:{meeting.pk}:{meeting.revision}",
        subject=_("Adjust the minutes of %(day)s") % {"day": format_date(meeting.day)},
        body=render_to_string("planning/mail/adjust.txt", context),
        collaboration_id=meeting.collaboration_id,
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
