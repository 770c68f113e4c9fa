"""What other packages use of planning."""

from samsyn.planning.actions.proposal import (
    comment_on_proposal,
    decline_proposal,
    merge_proposals,
    propose,
    set_criterion,
    support_proposal,
    write_opinion,
)
from samsyn.planning.actions.vote import answer_vote, make_vote, say_view
from samsyn.planning.codes import ActivityType, ProposalKind, Stance, Urgency, VoteMethod
from samsyn.planning.models import Proposal, Vote
from samsyn.planning.rules import Line

__all__ = [
    "ActivityType",
    "Line",
    "Proposal",
    "ProposalKind",
    "Stance",
    "Urgency",
    "Vote",
    "VoteMethod",
    "answer_vote",
    "comment_on_proposal",
    "decline_proposal",
    "make_vote",
    "merge_proposals",
    "propose",
    "say_view",
    "set_criterion",
    "support_proposal",
    "write_opinion",
]
