"""The yearly round: opened, reported, signed off, asked back, accepted."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.core.mail.interface import queue
from samsyn.indicators.codes import ReportState, RoundState
from samsyn.indicators.letters import reminder_letter
from samsyn.indicators.models import Definition, Entry, Report, Round
from samsyn.indicators.queries import current_definitions, reporting_offices, reports_of
from samsyn.indicators.refusals import Refused
from samsyn.indicators.reporting import Typed, asked_of, findings_of, unready
from samsyn.indicators.rules import may_edit, may_sign
from samsyn.organisations.interface import Actor, Collaboration, speakers_of


@transaction.atomic
def open_round(
    *,
    by: Actor,
    collaboration: Collaboration,
    year: int,
    deadline: date,
    definitions: Iterable[Definition] | None = None,
    is_example: bool = False,
) -> Round:
    """Opens the collection of a year for all offices, with the definitions in force that year."""
    if Round.objects.filter(collaboration=collaboration, year=year).exists():
        raise Refused("round_exists", {"year": year})
    chosen = list(definitions or current_definitions(collaboration, year))
    if not chosen:
        raise Refused("nothing_to_collect")
    opened = Round.objects.create(
        collaboration=collaboration,
        year=year,
        deadline=deadline,
        is_example=is_example,
        opened_by_id=by.user_id,
    )
    opened.definitions.set(chosen)
    Report.objects.bulk_create(
        Report(round=opened, office=office) for office in reporting_offices(collaboration)
    )
    _log(by, "indicators.opened", opened, collaboration.pk)
    return opened


@transaction.atomic
def save_entries(*, by: Actor, report: Report, typed: Mapping[str, Typed]) -> list[str]:
    """Saves what the office has typed, also half-finished. Returns the keys of the numbers that changed.

    Raises Refused("conflict") with both values when somebody else changed a number since it was read, and
    Refused("stops") when a number cannot be right. Nothing is saved then; the page keeps what was typed.
    """
    locked = Report.objects.select_for_update().select_related("round", "office").get(pk=report.pk)
    if locked.round.state != RoundState.OPEN:
        raise Refused("round_released")
    if not may_edit(locked.state):
        raise Refused("already_signed")
    stored = {entry.key: entry for entry in locked.entries.all()}
    asked = asked_of(locked)
    known = {one.key for one in asked.fields}
    changed = {
        key: one for key, one in typed.items() if key in known and _differs(one, stored.get(key))
    }
    conflicts = {
        key: stored[key]
        for key, one in changed.items()
        if key in stored and one.revision is not None and one.revision != stored[key].revision
    }
    if conflicts:
        raise Refused("conflict", {"entries": conflicts})
    stops = [one for one in findings_of(asked, typed) if one.finding.stops]
    if stops:
        raise Refused("stops", {"findings": stops})
    for key, one in changed.items():
        _store(by, locked, key, one, stored.get(key))
    return list(changed)


def _differs(one: Typed, entry: Entry | None) -> bool:
    if entry is None:
        return one.value is not None or bool(one.missing or one.comment or one.deviation)
    old = (entry.value, entry.missing, entry.comment, entry.deviation, entry.breaks_series)
    return old != (one.value, one.missing, one.comment, one.deviation, one.breaks_series)


def _store(by: Actor, report: Report, key: str, one: Typed, entry: Entry | None) -> None:
    before = snapshot(entry) if entry else None
    row = entry or Entry(report=report, key=key, revision=0)
    row.value, row.missing = one.value, "" if one.value is not None else one.missing
    row.comment, row.deviation = one.comment, one.deviation
    row.breaks_series = one.breaks_series
    row.revision += 1
    row.changed_at, row.changed_by_id = now(), by.user_id
    row.save()
    record(
        by=by.user_id,
        verb="indicators.entered",
        obj=row,
        before=before,
        collaboration_id=report.round.collaboration_id,
        details={"key": key, "office": report.office.slug},
    )


@transaction.atomic
def sign_report(*, by: Actor, report: Report) -> Report:
    """The office's manager says that the report is right and whole."""
    locked = Report.objects.select_for_update().select_related("round", "office").get(pk=report.pk)
    if locked.round.state != RoundState.OPEN:
        raise Refused("round_released")
    if not may_sign(locked.state):
        raise Refused("already_signed")
    lacking = unready(asked_of(locked))
    if lacking:
        raise Refused("not_whole", {"lacking": lacking})
    before = snapshot(locked)
    locked.state = ReportState.SIGNED
    locked.signed_at, locked.signed_by_id = now(), by.user_id
    locked.save()
    _log_report(by, "indicators.signed", locked, before)
    return locked


@transaction.atomic
def return_report(*, by: Actor, report: Report, reason: str) -> Report:
    """The coordinator asks back: the office can change its numbers again, and signs off anew."""
    if not reason.strip():
        raise Refused("reason_needed")
    locked = Report.objects.select_for_update().select_related("round", "office").get(pk=report.pk)
    if locked.round.state != RoundState.OPEN or may_sign(locked.state):
        raise Refused("nothing_to_return")
    before = snapshot(locked)
    locked.state, locked.returned_reason = ReportState.RETURNED, reason.strip()
    locked.accepted_at = None
    locked.save()
    _log_report(by, "indicators.returned", locked, before, reason.strip())
    return locked


@transaction.atomic
def accept_report(*, by: Actor, report: Report) -> Report:
    """The coordinator has looked at a signed report and takes it as it is."""
    locked = Report.objects.select_for_update().select_related("round", "office").get(pk=report.pk)
    if locked.state != ReportState.SIGNED or locked.round.state != RoundState.OPEN:
        raise Refused("not_signed")
    before = snapshot(locked)
    locked.state, locked.accepted_at, locked.returned_reason = ReportState.ACCEPTED, now(), ""
    locked.save()
    _log_report(by, "indicators.accepted", locked, before)
    return locked


@transaction.atomic
def remind_office(*, by: Actor, report: Report, url: str) -> int:
    """A letter to those who speak for an office that has not signed off; at most once a day. Returns how many."""
    if not may_sign(report.state) or report.round.state != RoundState.OPEN:
        raise Refused("nothing_to_remind")
    people = speakers_of(report.office)
    if not people:
        raise Refused("nobody_to_remind", {"office": report.office.name})
    subject, body = reminder_letter(report, url=url, sender=by.person.name)
    sent = 0
    for person in people:
        sent += queue(
            key=f"indicators:{report.pk}:{person.pk}:{today().isoformat()}",
            to=person.user.email,
            subject=subject,
            body=body,
            collaboration_id=report.round.collaboration_id,
        )
    if not sent:
        raise Refused("reminded_today", {"office": report.office.name})
    _log_report(by, "indicators.reminded", report)
    return sent


@transaction.atomic
def remind_all(*, by: Actor, opened: Round, urls: Mapping[int, str]) -> list[str]:
    """A letter to every office that has not signed off and can be reminded today. Returns their names.

    `urls` leads from a report's primary key to its page. Raises Refused("nobody_left_to_remind") when no letter went.
    """
    reminded = []
    for report in reports_of(opened):
        try:
            remind_office(by=by, report=report, url=urls[report.pk])
        except Refused:
            continue
        reminded.append(report.office.short_name)
    if not reminded:
        raise Refused("nobody_left_to_remind")
    return reminded


def _log(by: Actor, verb: str, opened: Round, collaboration_id: int) -> None:
    record(by=by.user_id, verb=verb, obj=opened, collaboration_id=collaboration_id)


def _log_report(
    by: Actor,
    verb: str,
    report: Report,
    before: Mapping[str, object] | None = None,
    reason: str = "",
) -> None:
    record(
        by=by.user_id,
        verb=verb,
        obj=report,
        before=before,
        reason=reason,
        collaboration_id=report.round.collaboration_id,
    )
