"""Steering-group meetings: calling, agenda, opening, minutes, adjusting. Decisions are in `decision.py`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Max

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.core.files.interface import FileKind, store_made, store_upload
from samsyn.organisations.interface import Actor, Collaboration
from samsyn.planning.codes import DecisionKind, MeetingState
from samsyn.planning.letters import ask_adjusters, send_notice_of
from samsyn.planning.minutes import minutes_pdf
from samsyn.planning.models import AgendaItem, Attendance, Meeting
from samsyn.planning.queries import group_of, last_held, next_meeting, undecided_items
from samsyn.planning.refusals import Refused
from samsyn.planning.searching import index_meeting
from samsyn.planning.waiting_decisions import waiting_for_decision

ADJUSTERS = 2


@transaction.atomic
def call_meeting(*, by: Actor, **values: Any) -> Meeting:
    """A new meeting whose agenda is what waits for a decision and what the one before did not reach."""
    collaboration = Collaboration.objects.select_for_update().get(pk=by.collaboration_id)
    day = values["day"]
    of_year = Meeting.objects.filter(collaboration=collaboration, day__year=day.year)
    if of_year.filter(day=day).exists():
        raise Refused("day_taken")
    highest = of_year.aggregate(highest=Max("number"))["highest"] or 0
    meeting = Meeting.objects.create(collaboration=collaboration, number=highest + 1, **values)
    before = last_held(collaboration)
    if before is not None:
        _carry_over(before, meeting)
    for waiting in waiting_for_decision(collaboration):
        _append(meeting, **waiting.values)
    _log(by, "planning.meeting_called", meeting)
    return meeting


@transaction.atomic
def change_meeting(*, by: Actor, meeting: Meeting, **values: Any) -> Meeting:
    """Another day, place or notice, before the meeting is opened."""
    locked = _locked(meeting, MeetingState.NOTICE)
    before = snapshot(locked)
    others = Meeting.objects.filter(collaboration_id=locked.collaboration_id).exclude(pk=locked.pk)
    if others.filter(day=values.get("day", locked.day)).exists():
        raise Refused("day_taken")
    for name, value in values.items():
        setattr(locked, name, value)
    locked.save()
    _log(by, "planning.meeting_changed", locked, before)
    return locked


@transaction.atomic
def send_notice(*, by: Actor, meeting: Meeting) -> int:
    """Mails the notice and the agenda to the group. Returns to how many."""
    locked = _locked(meeting, MeetingState.NOTICE)
    sent = send_notice_of(locked)
    _log(by, "planning.notice_sent", locked)
    return sent


@transaction.atomic
def add_item(
    *,
    by: Actor,
    meeting: Meeting,
    title: str,
    attachment: tuple[str, bytes] | None = None,
    **values: Any,
) -> AgendaItem:
    """One more item, also during the meeting. `attachment` is a name and its content; raises FileRefused."""
    locked = _locked(meeting, MeetingState.NOTICE, MeetingState.UNDER_WAY)
    item = _append(locked, title=title, **values)
    _attach(by, item, attachment)
    _log(by, "planning.item_added", locked)
    return item


@transaction.atomic
def change_item(
    *, by: Actor, item: AgendaItem, attachment: tuple[str, bytes] | None = None, **values: Any
) -> AgendaItem:
    """Other words about an item, another place in the agenda or another document; what is decided stands."""
    locked = _locked(item.meeting, MeetingState.NOTICE, MeetingState.UNDER_WAY)
    _undecided(item)
    for name, value in values.items():
        setattr(item, name, value)
    item.save()
    _attach(by, item, attachment)
    _log(by, "planning.item_changed", locked)
    return item


@transaction.atomic
def remove_item(*, by: Actor, item: AgendaItem) -> None:
    """Takes an item off the agenda; it waits for the next meeting if it still waits."""
    locked = _locked(item.meeting, MeetingState.NOTICE, MeetingState.UNDER_WAY)
    _undecided(item)
    item.delete()
    _log(by, "planning.item_removed", locked)


@transaction.atomic
def open_meeting(*, by: Actor, meeting: Meeting) -> Meeting:
    """The meeting begins: the group stands in the attendance, and minutes and decisions can be written."""
    locked = _locked(meeting, MeetingState.NOTICE)
    locked.state = MeetingState.UNDER_WAY
    locked.save()
    Attendance.objects.bulk_create(
        Attendance(meeting=locked, person=person, present=False)
        for person in group_of(locked.collaboration)
    )
    _log(by, "planning.meeting_opened", locked)
    return locked


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is written during a meeting: `notes` by item id, people by id."""

    opening: str = ""
    notes: Mapping[int, str] = field(default_factory=dict)
    present: Iterable[int] = ()
    chair: int | None = None
    adjusters: Iterable[int] = ()


@transaction.atomic
def write_minutes(*, by: Actor, meeting: Meeting, minutes: Minutes, revision: int) -> Meeting:
    """Saves the minutes; refused when somebody else saved since `revision` was read."""
    locked = _locked(meeting, MeetingState.UNDER_WAY)
    if locked.revision != revision:
        raise Refused("other_wrote")
    there, adjusters = set(minutes.present), set(minutes.adjusters)
    if adjusters and (len(adjusters) != ADJUSTERS or not adjusters <= there):
        raise Refused("two_adjusters")
    locked.opening, locked.chair_id = minutes.opening.strip(), minutes.chair
    locked.revision += 1
    locked.save()
    for item in locked.items.all():
        if item.pk in minutes.notes:
            item.notes = minutes.notes[item.pk].strip()
            item.save(update_fields=["notes"])
    for attendance in locked.attendances.all():
        attendance.present = attendance.person_id in there
        attendance.adjusts = attendance.person_id in adjusters
        attendance.save(update_fields=["present", "adjusts"])
    _log(by, "planning.minutes_written", locked)
    return locked


@transaction.atomic
def send_to_adjusters(*, by: Actor, meeting: Meeting) -> Meeting:
    """The minutes are finished and lie with the two adjusters; what was not decided goes on to the next meeting."""
    locked = _locked(meeting, MeetingState.UNDER_WAY)
    if not locked.decisions.exists():
        raise Refused("nothing_decided")
    if locked.attendances.filter(adjusts=True).count() != ADJUSTERS:
        raise Refused("two_adjusters")
    locked.state = MeetingState.ADJUSTING
    locked.save()
    coming = next_meeting(locked.collaboration)
    if coming is not None:
        _carry_over(locked, coming)
    ask_adjusters(locked)
    _log(by, "planning.minutes_sent", locked)
    return locked


@transaction.atomic
def take_back_minutes(*, by: Actor, meeting: Meeting) -> Meeting:
    """The minutes are written in again; whoever had adjusted must do it again."""
    locked = _locked(meeting, MeetingState.ADJUSTING)
    locked.state = MeetingState.UNDER_WAY
    locked.revision += 1
    locked.save()
    locked.attendances.update(adjusted_at=None)
    _log(by, "planning.minutes_taken_back", locked)
    return locked


@transaction.atomic
def adjust_minutes(*, by: Actor, meeting: Meeting) -> Meeting:
    """One adjuster's word that the minutes are right; with the second one they are frozen as PDF."""
    locked = _locked(meeting, MeetingState.ADJUSTING)
    mine = locked.attendances.filter(person_id=by.pk, adjusts=True).first()
    if mine is None:
        raise Refused("not_an_adjuster")
    if mine.adjusted_at is None:
        mine.adjusted_at = now()
        mine.save(update_fields=["adjusted_at"])
        _log(by, "planning.minutes_adjusted", locked)
    if not locked.attendances.filter(adjusts=True, adjusted_at=None).exists():
        locked.state, locked.frozen_at = MeetingState.FROZEN, now()
        locked.minutes_file = store_made(
            name=f"protokoll-{locked.day}.pdf", content=minutes_pdf(locked),
            content_type="application/pdf", by=by.user_id,
        )  # fmt: skip
        locked.save()
        index_meeting(locked)
        _log(by, "planning.minutes_frozen", locked)
    return locked


def _carry_over(before: Meeting, meeting: Meeting) -> None:
    """What an earlier meeting did not decide stands first on the agenda of the next one."""
    if meeting.previous_id is None and not Meeting.objects.filter(previous=before).exists():
        meeting.previous = before
        meeting.save(update_fields=["previous"])
    kept = ("title", "background", "kind", "proposal", "plan_year", "plan_item", "campaign",
            "annual_report", "address", "attachment")  # fmt: skip
    for item in undecided_items(before):
        if not AgendaItem.objects.filter(carried_from=item).exists():
            _append(meeting, carried_from=item, **{name: getattr(item, name) for name in kept})


def _append(meeting: Meeting, *, title: str, **values: Any) -> AgendaItem:
    last = meeting.items.aggregate(last=Max("order"))["last"] or 0
    values.setdefault("kind", DecisionKind.PRINCIPLE)
    if values.get("proposal") is not None:
        values["kind"] = DecisionKind.ACTIVITY
    return AgendaItem.objects.create(meeting=meeting, order=last + 1, title=title[:200], **values)


def _attach(by: Actor, item: AgendaItem, attachment: tuple[str, bytes] | None) -> None:
    if attachment is None:
        return
    name, content = attachment
    item.attachment = store_upload(
        name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id
    )
    item.save(update_fields=["attachment"])


def _undecided(item: AgendaItem) -> None:
    if hasattr(item, "decision"):
        raise Refused("item_decided")


def _locked(meeting: Meeting, *states: str) -> Meeting:
    """The meeting, locked, in one of the states; else Refused with what to do."""
    locked = Meeting.objects.select_for_update(of=("self",)).select_related("collaboration").get(
        pk=meeting.pk
    )  # fmt: skip
    if locked.state in states:
        return locked
    if locked.state == MeetingState.FROZEN:
        raise Refused("minutes_stand")
    if locked.state == MeetingState.ADJUSTING:
        raise Refused("minutes_with_adjusters")
    raise Refused("meeting_not_open" if locked.state == MeetingState.NOTICE else "meeting_is_open")


def _log(by: Actor, verb: str, meeting: Meeting, before: dict[str, object] | None = None) -> None:
    record(by=by.user_id, verb=verb, obj=meeting, before=before,
           collaboration_id=meeting.collaboration_id)  # fmt: skip
