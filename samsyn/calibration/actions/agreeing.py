"""What the meeting agrees on: one answer per question with its reason, a better wording of the clause, and what becomes
an agreed answer of the county.
"""

from typing import Any

from django.db import transaction

from samsyn.calibration.models import Key, Round
from samsyn.calibration.questions import questions_of
from samsyn.calibration.refusals import Refused
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.guidance.interface import AgreedAnswer, free_answer_slug, make_agreed_answer
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


@transaction.atomic
def share(*, by: Actor, key: Key, question: str, **values: Any) -> AgreedAnswer:
    """Makes what was agreed an agreed answer of the county (`values` as guidance takes them); twice is once."""
    key = Key.objects.select_for_update().select_related("round__exercise").get(pk=key.pk)
    if not key.agreed:
        raise Refused("not_agreed")
    if key.shared_id is not None:
        return AgreedAnswer.objects.get(pk=key.shared_id)
    exercise = key.round.exercise
    key.shared = make_agreed_answer(
        by=by,
        slug=free_answer_slug(exercise.collaboration, question),
        question=question,
        is_example=exercise.is_example,
        **values,
    )
    key.save(update_fields=["shared"])
    record(
        by=by.user_id,
        verb="calibration.shared",
        obj=key,
        collaboration_id=exercise.collaboration_id,
    )
    return key.shared
