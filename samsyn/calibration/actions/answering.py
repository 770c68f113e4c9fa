"""Saving and sending one's own answers. The trail says that she answered, never what."""

from collections.abc import Mapping

from django.db import transaction

from samsyn.calibration.models import Round, Sheet
from samsyn.calibration.questions import Question, questions_of
from samsyn.calibration.refusals import Refused
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.organisations.interface import Actor

MOST_REASON = 400
Answers = Mapping[str, tuple[str, str]]


@transaction.atomic
def save_answers(*, by: Actor, round_: Round, answers: Answers) -> Sheet:
    """Keeps what she has so far; raises Refused when her answers are sent already."""
    sheet = _turn(by, round_)
    sheet.answers = _read(questions_of(round_.version), answers)
    sheet.changed_at = now()
    sheet.save()
    return sheet


@transaction.atomic
def send_answers(*, by: Actor, round_: Round, answers: Answers) -> Sheet:
    """Sends her answers for good. Each question needs an answer and a reason.

    The same again gives the sheet that was sent. A sheet sent when the round is over is late: it counts in no result.
    """
    round_ = (
        Round.objects.select_for_update().select_related("exercise", "version").get(pk=round_.pk)
    )
    sheet = Sheet.objects.filter(round=round_, person_id=by.pk).first()
    asked = questions_of(round_.version)
    given = _read(asked, answers)
    if sheet is not None and sheet.sent_at and sheet.answers == given:
        return sheet
    sheet = _turn(by, round_)
    missing = [one.number for one in asked if not all(given.get(one.name, ["", ""]))]
    if missing:
        raise Refused("not_all_answered", {"missing": ", ".join(missing)})
    sheet.answers = given
    sheet.office = by.office
    sheet.is_late = not round_.takes_answers
    sheet.sent_at = sheet.changed_at = now()
    sheet.save()
    record(
        by=by.user_id,
        verb="calibration.trained" if sheet.is_late else "calibration.answered",
        obj=round_,
        collaboration_id=round_.exercise.collaboration_id,
    )
    return sheet


def _turn(by: Actor, round_: Round) -> Sheet:
    if round_.state == Round.State.DRAFT:
        raise Refused("not_open")
    Sheet.objects.get_or_create(round=round_, person=by.person, defaults={"office": by.office})
    sheet = Sheet.objects.select_for_update().get(round=round_, person=by.person)
    if sheet.sent_at:
        raise Refused("already_sent")
    return sheet


def _read(asked: list[Question], answers: Answers) -> dict[str, list[str]]:
    kept = {}
    for question in asked:
        code, reason = answers.get(question.name, ("", ""))
        if code and code not in question.codes:
            raise Refused("no_such_answer")
        if code or reason.strip():
            kept[question.name] = [code, reason.strip()[:MOST_REASON]]
    return kept
