"""Tables of planning."""

from samsyn.planning.models.meeting import AgendaItem, Attendance, Decision, Meeting
from samsyn.planning.models.plan import (
    BudgetLine,
    FeeBasis,
    Goal,
    OfficeShare,
    PlanAdoption,
    PlanChange,
    PlanItem,
    PlanYear,
)
from samsyn.planning.models.project import Project, ProjectPerson, StatusReport, Task
from samsyn.planning.models.proposal import Comment, Criterion, Opinion, Proposal, Support
from samsyn.planning.models.report import AnnualReport
from samsyn.planning.models.vote import Ballot, BallotLine, ColleagueView, Vote, VoteItem

__all__ = [
    "AgendaItem",
    "AnnualReport",
    "Attendance",
    "Ballot",
    "BallotLine",
    "BudgetLine",
    "ColleagueView",
    "Comment",
    "Criterion",
    "Decision",
    "FeeBasis",
    "Goal",
    "Meeting",
    "OfficeShare",
    "Opinion",
    "PlanAdoption",
    "PlanChange",
    "PlanItem",
    "PlanYear",
    "Project",
    "ProjectPerson",
    "Proposal",
    "StatusReport",
    "Support",
    "Task",
    "Vote",
    "VoteItem",
]
