"""What the meeting agrees on: one answer per question with its reason, and a better wording of the clause."""

from django.db import transaction

from samsyn.calibration.models import Key, Round
from samsyn.calibration.questions import questions_of
from samsyn.calibration.refusals import Refused
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.organisations.interface import Actor


@transaction.atomic
def agree(
    *,
    by: Actor,
    round_: Round,
    question: str,
    answer: str,
    reason: str,
    proposed_clause: str = "",
) -> Key:
    """Notes the agreed answer to a question with its reason, and if wanted how the clause should read instead."""
    if not round_.is_over:
        raise Refused("round_not_over")
    asked = {one.name: one for one in questions_of(round_.version)}
    if question not in asked or answer not in asked[question].codes:
        raise Refused("no_such_answer", field="answer")
    if not reason.strip():
        raise Refused("reason_needed", field="reason")
    key, _made = Key.objects.select_for_update().get_or_create(round=round_, question=question)
    before = snapshot(key)
    key.agreed, key.agreed_reason = answer, reason.strip()
    key.proposed_clause = proposed_clause.strip()
    key.agreed_by_id, key.agreed_at = by.user_id, now()
    key.save()
    Round.objects.filter(pk=round_.pk, discussed_on=None).update(discussed_on=today())
    record(
        by=by.user_id,
        verb="calibration.agreed",
        obj=key,
        before=before,
        collaboration_id=round_.exercise.collaboration_id,
    )
    return key
