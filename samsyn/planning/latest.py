"""The steering group's latest minutes, and what a person has done in the planning, for her page."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.core.registry.interface import Happening, Viewer
from samsyn.lib.swedish import format_date
from samsyn.planning.codes import MeetingState
from samsyn.planning.models import Attendance, Ballot, Meeting, Task


def news_of(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Minutes that are adjusted and so can be read."""
    meetings = Meeting.objects.filter(
        collaboration_id=viewer.collaboration_id,
        state=MeetingState.FROZEN,
        frozen_at__date__gte=since,
    )
    for meeting in meetings:
        if meeting.frozen_at:
            yield Happening(
                title=_("Minutes of the steering group, %(day)s")
                % {"day": format_date(meeting.day)},
                url=reverse("planning:meeting", args=[meeting.pk]),
                day=localtime(meeting.frozen_at).date(),
                detail=_("Adjusted minutes"),
                exempeldata=meeting.is_example,
            )


def done_by(viewer: Viewer, since: date) -> Iterable[Happening]:
    """Votes that she has answered, minutes that she has adjusted and tasks that are done."""
    yield from _votes(viewer, since)
    yield from _minutes(viewer, since)
    yield from _tasks(viewer, since)


def _votes(viewer: Viewer, since: date) -> Iterable[Happening]:
    ballots = Ballot.objects.filter(answered_by_id=viewer.pk, answered_at__date__gte=since)
    for ballot in ballots.select_related("vote", "office"):
        yield Happening(
            title=ballot.vote.title,
            url=reverse("planning:vote", args=[ballot.vote_id]),
            day=localtime(ballot.answered_at).date(),
            detail=_("You have answered for %(office)s") % {"office": ballot.office.name},
            exempeldata=ballot.vote.is_example,
        )


def _minutes(viewer: Viewer, since: date) -> Iterable[Happening]:
    adjusted = Attendance.objects.filter(person_id=viewer.pk, adjusted_at__date__gte=since)
    for attendance in adjusted.select_related("meeting"):
        meeting = attendance.meeting
        if attendance.adjusted_at:
            yield Happening(
                title=_("Minutes of the steering group, %(day)s")
                % {"day": format_date(meeting.day)},
                url=reverse("planning:meeting", args=[meeting.pk]),
                day=localtime(attendance.adjusted_at).date(),
                detail=_("You have adjusted them"),
                exempeldata=meeting.is_example,
            )


def _tasks(viewer: Viewer, since: date) -> Iterable[Happening]:
    done = Task.objects.filter(person_id=viewer.pk, done_at__date__gte=since)
    for task in done.select_related("project__item"):
        if task.done_at:
            yield Happening(
                title=task.text,
                url=reverse("planning:project", args=[task.project_id]),
                day=localtime(task.done_at).date(),
                detail=task.project.item.title,
                exempeldata=task.project.item.is_example,
            )
