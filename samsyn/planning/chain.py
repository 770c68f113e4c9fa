"""The chain of one proposal: from the need to what came of it, as steps with their days."""

from django.utils.translation import gettext as _

from samsyn.core.components.interface import TimelineStep
from samsyn.lib.swedish import format_date
from samsyn.planning.codes import ProposalKind, ProposalState
from samsyn.planning.models import Proposal, Vote

ENDS = (ProposalState.DECLINED, ProposalState.WITHDRAWN, ProposalState.MERGED)


def chain_of(proposal: Proposal) -> list[TimelineStep]:
    """The steps so far, and the coming one; a merged proposal ends where the other one goes on."""
    need = proposal.need or (proposal if proposal.kind == ProposalKind.NEED else None)
    steps = []
    if need is not None:
        steps.append(_made(_("Need"), need, icon="chat-elipsis"))
    if need is not proposal:
        steps.append(_made(_("Proposal"), proposal, icon="light-bulb"))
    item = proposal.vote_items.select_related("vote").order_by("vote__closes").last()
    if item is not None:
        steps.append(_vote(item.vote))
    if proposal.state in ENDS:
        text = proposal.reason
        if proposal.merged_into is not None:
            text = f"{proposal.merged_into.number} {proposal.merged_into.title}"
        steps.append(TimelineStep(proposal.get_state_display(), "", text, "done", "gavel"))
    else:
        steps.append(TimelineStep(_("Decision"), _("not yet"), "", "coming", "gavel"))
    return steps


def _made(title: str, proposal: Proposal, *, icon: str) -> TimelineStep:
    text = f"{proposal.number}, {proposal.office.short_name}"
    return TimelineStep(title, format_date(proposal.proposed_at.date()), text, "done", icon)


def _vote(vote: Vote) -> TimelineStep:
    answered = _("%(n)d have answered") % {"n": vote.ballots.count()}
    state = "done" if vote.is_closed else "now"
    return TimelineStep(_("Vote"), format_date(vote.closes), answered, state, "tasklist")  # type: ignore[arg-type]
