"""What other packages use of planning."""

from samsyn.planning.actions.decision import decide
from samsyn.planning.actions.economy import set_economy, set_fees
from samsyn.planning.actions.meeting import (
    Minutes,
    add_item,
    adjust_minutes,
    call_meeting,
    open_meeting,
    send_to_adjusters,
    write_minutes,
)
from samsyn.planning.actions.plan import (
    add_activity,
    adopt_year,
    change_activity,
    make_year,
    move_year,
)
from samsyn.planning.actions.project import (
    add_task,
    join_project,
    report_status,
    tick_task,
    write_project,
)
from samsyn.planning.actions.proposal import (
    comment_on_proposal,
    decline_proposal,
    merge_proposals,
    prepare_proposal,
    propose,
    set_criterion,
    support_proposal,
    write_opinion,
)
from samsyn.planning.actions.report import begin_report, report_activity, write_report
from samsyn.planning.actions.start import link_work, start_project, start_work
from samsyn.planning.actions.vote import answer_vote, make_vote, say_view
from samsyn.planning.codes import ActivityType, ProposalKind, Stance, Urgency, VoteMethod, YearState
from samsyn.planning.models import Decision, Meeting, PlanItem, PlanYear, Proposal, Vote
from samsyn.planning.queries import (
    activity_of,
    criteria_of,
    decision_of,
    next_meeting,
    open_votes,
    projects_of,
    unanswered_votes,
)
from samsyn.planning.rules import Line

__all__ = [
    "ActivityType",
    "Decision",
    "Line",
    "Meeting",
    "Minutes",
    "PlanItem",
    "PlanYear",
    "Proposal",
    "ProposalKind",
    "Stance",
    "Urgency",
    "Vote",
    "VoteMethod",
    "YearState",
    "activity_of",
    "add_activity",
    "add_item",
    "add_task",
    "adjust_minutes",
    "adopt_year",
    "answer_vote",
    "begin_report",
    "call_meeting",
    "change_activity",
    "comment_on_proposal",
    "criteria_of",
    "decide",
    "decision_of",
    "decline_proposal",
    "join_project",
    "link_work",
    "make_vote",
    "make_year",
    "merge_proposals",
    "move_year",
    "next_meeting",
    "open_meeting",
    "open_votes",
    "prepare_proposal",
    "projects_of",
    "propose",
    "report_activity",
    "report_status",
    "say_view",
    "send_to_adjusters",
    "set_criterion",
    "set_economy",
    "set_fees",
    "start_project",
    "start_work",
    "support_proposal",
    "tick_task",
    "unanswered_votes",
    "write_minutes",
    "write_opinion",
    "write_project",
    "write_report",
]
