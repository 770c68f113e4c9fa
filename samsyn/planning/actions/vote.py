"""Votes: making one, collecting colleagues' views, and the organisation's own answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor, Office
from samsyn.planning.codes import ProposalState
from samsyn.planning.letters import tell_proposer
from samsyn.planning.models import Ballot, BallotLine, ColleagueView, Proposal, Vote, VoteItem
from samsyn.planning.queries import voters_of
from samsyn.planning.refusals import Refused
from samsyn.planning.rules import OPEN_STATES, Line, ballot_fault


@transaction.atomic
def make_vote(*, by: Actor, proposals: Sequence[Proposal], **values: Any) -> Vote:
    """A vote on at least two open proposals; each one's office is told."""
    if len(proposals) < 2 or any(p.state not in OPEN_STATES for p in proposals):
        raise Refused("nothing_to_vote_on")
    if values["closes"] < values["opens"]:
        raise Refused("closes_before_opens")
    vote = Vote.objects.create(collaboration=by.collaboration, **values)
    VoteItem.objects.bulk_create(
        VoteItem(vote=vote, proposal=proposal, order=order)
        for order, proposal in enumerate(proposals, start=1)
    )
    for proposal in proposals:
        Proposal.objects.filter(pk=proposal.pk).update(state=ProposalState.VOTING)
        sentence = _("The members vote on it. The last day is %(day)s.") % {
            "day": format_date(vote.closes)
        }
        tell_proposer(proposal, step=f"vote:{vote.pk}", sentence=sentence)
    record(
        by=by.user_id, verb="planning.vote_made", obj=vote, collaboration_id=vote.collaboration_id
    )
    return vote


@transaction.atomic
def answer_vote(
    *, by: Actor, vote: Vote, office: Office, lines: Mapping[int, Line], revision: int
) -> Ballot:
    """The organisation's answer, by question id; `revision` is that of the answer the person saw (0 for none)."""
    _check_open(vote)
    if office.pk not in {voter.pk for voter in voters_of(vote)}:
        raise Refused("not_a_voter", {"office": office.name})
    items = list(vote.items.select_related("proposal"))
    given = [(item.proposal.title, lines.get(item.pk, Line())) for item in items]
    fault = ballot_fault(vote.method, given, points=vote.points)
    if fault is not None:
        raise Refused(fault.code, dict(fault.params))
    # The vote's row is locked so that two first answers of an office come after each other.
    Vote.objects.select_for_update().get(pk=vote.pk)
    ballot = Ballot.objects.filter(vote=vote, office=office).select_related("answered_by").first()
    if ballot is not None and ballot.revision != revision:
        raise Refused("other_answered", {"name": ballot.answered_by.name})
    ballot = ballot or Ballot(vote=vote, office=office, revision=0)
    ballot.answered_by, ballot.answered_at = by.person, now()
    ballot.revision += 1
    ballot.save()
    ballot.lines.all().delete()
    BallotLine.objects.bulk_create(
        BallotLine(
            ballot=ballot,
            item=item,
            number=line.number,
            stance=line.stance,
            reason=line.reason.strip(),
        )
        for item, (_title, line) in zip(items, given, strict=True)
    )
    record(by=by.user_id, verb="planning.vote_answered", obj=ballot,
           collaboration_id=vote.collaboration_id, details={"office": office.slug})  # fmt: skip
    return ballot


@transaction.atomic
def say_view(*, by: Actor, vote: Vote, office: Office, text: str) -> ColleagueView:
    """What somebody thinks, for her own kontaktperson; saying it again replaces it."""
    _check_open(vote)
    view, _made = ColleagueView.objects.update_or_create(
        vote=vote, person=by.person, defaults={"office": office, "text": text, "written_at": now()}
    )
    record(
        by=by.user_id, verb="planning.view_said", obj=view, collaboration_id=vote.collaboration_id
    )
    return view


def _day(vote: Vote, name: str) -> dict[str, str]:
    return {"day": format_date(getattr(vote, name))}


def _check_open(vote: Vote) -> None:
    """Raises Refused, with the day, when the vote has not opened or has closed."""
    if today() < vote.opens:
        raise Refused("vote_not_open", _day(vote, "opens"))
    if vote.is_closed:
        raise Refused("vote_closed", _day(vote, "closes"))
