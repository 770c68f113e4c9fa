"""What planning holds about a user, how it is handed out to her, and how it is erased."""

from collections.abc import Mapping

from samsyn.planning.models import (
    Attendance,
    Ballot,
    ColleagueView,
    Comment,
    Proposal,
    StatusReport,
    Support,
    Task,
)


def extract_acts(user_id: int) -> Mapping[str, object]:
    """What the user has proposed, supported, commented, answered and said, and what she does in projects and meetings."""
    views = ColleagueView.objects.filter(person__user_id=user_id)
    proposals = Proposal.objects.filter(proposed_by__user_id=user_id)
    comments = Comment.objects.filter(written_by__user_id=user_id)
    supports = Support.objects.filter(given_by__user_id=user_id)
    ballots = Ballot.objects.filter(answered_by__user_id=user_id)
    tasks = Task.objects.filter(person__user_id=user_id)
    reports = StatusReport.objects.filter(written_by__user_id=user_id)
    meetings = Attendance.objects.filter(person__user_id=user_id, present=True)
    return {
        "proposals": list(proposals.values("number", "title", "background")),
        "comments": list(comments.values("proposal__number", "text")),
        "supported": list(supports.values_list("proposal__number", flat=True)),
        "answered_votes": list(ballots.values_list("vote__title", flat=True)),
        "tasks": list(tasks.values_list("text", flat=True)),
        "status_reports": list(reports.values("project__item__title", "done")),
        "meetings": [day.isoformat() for day in meetings.values_list("meeting__day", flat=True)],
        "views": list(views.values("vote__title", "text")),
    }


def erase_views(user_id: int) -> int:
    """Erases what the user said to her contact person; what she did for her office stays the office's."""
    erased, _by_model = ColleagueView.objects.filter(person__user_id=user_id).delete()
    return erased
