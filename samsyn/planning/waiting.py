"""What waits for a person because of planning, the votes' days in the calendar, and the reminders."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import CalendarEntry, Viewer, WaitingItem
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor
from samsyn.planning.codes import MeetingState
from samsyn.planning.letters import remind_of_vote
from samsyn.planning.models import Attendance, Meeting, ProjectPerson, Task, Vote
from samsyn.planning.queries import (
    answerers_of,
    answers_for,
    next_meeting,
    unanswered_votes,
    voters_of,
)

# Days before the last one when those who have not answered get a letter.
REMINDED = (14, 3)
# Days before its last one when a task, and before a meeting when its status report, waits on my page.
TASKS_AHEAD, REPORT_AHEAD = 14, 28


def waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Open votes that wait for the answer of the person's organisation."""
    if not isinstance(viewer, Actor):
        return
    for vote, silent in unanswered_votes(viewer.collaboration, answers_for(viewer)):
        for office in silent:
            yield WaitingItem(
                icon="tasklist",
                title=_("Answer the vote: %(title)s") % {"title": vote.title},
                detail=_("One answer for %(office)s") % {"office": office.name},
                url=f"{reverse('planning:ballot', args=[vote.pk])}?kontor={office.slug}",
                button=_("Give the answer"),
                deadline=vote.closes,
                exempeldata=vote.is_example,
            )


def minutes_waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """Minutes that the person was chosen to adjust."""
    if not isinstance(viewer, Actor):
        return
    mine = Attendance.objects.filter(
        person_id=viewer.pk, adjusts=True, adjusted_at=None, meeting__state=MeetingState.ADJUSTING
    )
    for attendance in mine.select_related("meeting"):
        yield WaitingItem(
            icon="gavel",
            title=_("Adjust the minutes of %(day)s") % {"day": format_date(attendance.meeting.day)},
            detail=_("You were chosen at the meeting. Read them, and say that they are right."),
            url=reverse("planning:meeting", args=[attendance.meeting_id]),
            button=_("Read the minutes"),
            exempeldata=attendance.meeting.is_example,
        )


def work_waiting_for(viewer: Viewer) -> Iterable[WaitingItem]:
    """The person's tasks with a day, and status reports that the coming meeting lacks from projects she leads."""
    if not isinstance(viewer, Actor):
        return
    tasks = Task.objects.filter(
        person_id=viewer.pk, done_at=None, due__lte=today() + timedelta(days=TASKS_AHEAD), project__finished_at=None
    ).select_related("project__item")  # fmt: skip
    for task in tasks:
        yield WaitingItem(
            icon="briefcase",
            title=task.text,
            detail=task.project.item.title,
            url=reverse("planning:project", args=[task.project_id]),
            button=_("Go to the project"),
            deadline=task.due,
            exempeldata=task.project.item.is_example,
        )
    meeting = next_meeting(viewer.collaboration)
    if meeting is None or meeting.day > today() + timedelta(days=REPORT_AHEAD):
        return
    led = ProjectPerson.objects.filter(
        person_id=viewer.pk, is_leader=True, ends=None, project__finished_at=None
    ).exclude(project__reports__meeting=meeting)
    for member in led.select_related("project__item"):
        yield WaitingItem(
            icon="briefcase",
            title=_("Status report: %(title)s") % {"title": member.project.item.title},
            detail=_("It is filled in from the tasks; read it through and send."),
            url=reverse("planning:status_report", args=[member.project_id]),
            button=_("Write a status report"),
            deadline=meeting.day,
            exempeldata=member.project.item.is_example,
        )


def calendar_of(
    collaboration_id: int, viewer: Viewer | None, first: date | None = None
) -> Iterable[CalendarEntry]:
    """The last days of votes and the steering group's meetings, for members."""
    if viewer is None:
        return
    first = first or date.min
    for meeting in Meeting.objects.filter(collaboration_id=collaboration_id, day__gte=first):
        yield CalendarEntry(
            uid=f"meeting-{meeting.pk}",
            title=_("The steering group meets"),
            starts=meeting.day,
            ends=None,
            url=reverse("planning:meetings"),
            detail=meeting.place,
            exempeldata=meeting.is_example,
        )
    for vote in Vote.objects.filter(collaboration_id=collaboration_id, closes__gte=first):
        yield CalendarEntry(
            uid=f"vote-{vote.pk}",
            title=_("The vote closes"),
            starts=vote.closes,
            ends=None,
            url=reverse("planning:vote", args=[vote.pk]),
            detail=vote.title,
            exempeldata=vote.is_example,
        )


def remind_voters() -> int:
    """Mails organisations that have not answered, some days before the last one (the daily job)."""
    near = Q()
    for days in REMINDED:
        near |= Q(closes=today() + timedelta(days=days))
    reminded = 0
    for vote in Vote.objects.filter(near, opens__lte=today()).select_related("collaboration"):
        answered = set(vote.ballots.values_list("office_id", flat=True))
        for office in voters_of(vote):
            if office.pk not in answered:
                people = answerers_of(office)
                remind_of_vote(
                    vote, office, people, occasion=vote.closes.isoformat() + str(today())
                )
                reminded += 1
    return reminded
