"""Agreed answers: made with reasons and the offices behind, looked at again, replaced or withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import IntegrityError, transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.law.interface import read_reference
from samsyn.guidance.codes import AnswerState
from samsyn.guidance.models import AgreedAnswer, AnswerCitation, Clause, OfficeStand
from samsyn.guidance.refusals import Refused
from samsyn.guidance.rules import months_after
from samsyn.guidance.searching import index_answer
from samsyn.organisations.interface import Actor, Office

_REVIEW_MONTHS = 24


@transaction.atomic
def make_agreed_answer(
    *,
    by: Actor,
    slug: str,
    question: str,
    answer: str,
    reasons: str,
    area: str,
    behind: Sequence[Office],
    dissenting: Mapping[Office, str] | None = None,
    citations: Sequence[str] = (),
    clause: Clause | None = None,
    agreed_on: date | None = None,
    decision: DecisionRef | None = None,
    members_only: bool = False,
    is_example: bool = False,
) -> AgreedAnswer:
    """What the county has agreed on, with who stands behind it. An office that does not says why."""
    if not reasons.strip():
        raise Refused("reason_needed")
    aside = dissenting or {}
    if any(not note.strip() for note in aside.values()):
        raise Refused("stand_needs_note")
    day = agreed_on or today()
    try:
        with transaction.atomic():
            agreed = AgreedAnswer.objects.create(
                collaboration=by.collaboration,
                slug=slug,
                question=question,
                answer=answer,
                reasons=reasons.strip(),
                area=area,
                clause=clause,
                agreed_on=day,
                decision=decision,
                review_due=months_after(day, _REVIEW_MONTHS),
                members_only=members_only,
                is_example=is_example,
            )
    except IntegrityError as error:
        raise Refused("slug_taken") from error
    OfficeStand.objects.bulk_create(
        [
            *(OfficeStand(agreed_answer=agreed, office=o, stands_behind=True) for o in behind),
            *(
                OfficeStand(agreed_answer=agreed, office=o, stands_behind=False, note=note.strip())
                for o, note in aside.items()
            ),
        ]
    )
    _cite(agreed, citations)
    index_answer(agreed)
    record(by=by.user_id, verb="guidance.agreed", obj=agreed, collaboration_id=by.collaboration_id)
    return agreed


def _cite(agreed: AgreedAnswer, labels: Sequence[str]) -> None:
    for label in labels:
        reference = read_reference(label)
        AnswerCitation.objects.create(
            agreed_answer=agreed,
            label=label,
            law=reference.law if reference else "",
            chapter=reference.chapter if reference else "",
            section=reference.section if reference else "",
        )


@transaction.atomic
def review_answer(*, by: Actor, answer: AgreedAnswer, reason: str) -> None:
    """Confirms that the answer still holds, for another interval."""
    if answer.state != AnswerState.IN_FORCE:
        raise Refused("not_in_force")
    if not reason.strip():
        raise Refused("reason_needed")
    before = snapshot(answer)
    answer.review_due = months_after(today(), _REVIEW_MONTHS)
    answer.save(update_fields=["review_due"])
    record(
        by=by.user_id,
        verb="guidance.answer_reviewed",
        obj=answer,
        before=before,
        collaboration_id=answer.collaboration_id,
        reason=reason.strip(),
    )


@transaction.atomic
def end_answer(
    *, by: Actor, answer: AgreedAnswer, reason: str, replaced_by: AgreedAnswer | None = None
) -> None:
    """Withdraws an answer, or says which one replaces it. It stays at its address with a notice."""
    if answer.state != AnswerState.IN_FORCE:
        raise Refused("not_in_force")
    if not reason.strip():
        raise Refused("reason_needed")
    if replaced_by is not None and replaced_by.pk == answer.pk:
        raise Refused("replaced_by_itself")
    before = snapshot(answer)
    answer.state = AnswerState.REPLACED if replaced_by else AnswerState.WITHDRAWN
    answer.replaced_by = replaced_by
    answer.ended_reason = reason.strip()
    answer.save()
    index_answer(answer)
    record(
        by=by.user_id,
        verb="guidance.answer_ended",
        obj=answer,
        before=before,
        collaboration_id=answer.collaboration_id,
        reason=reason.strip(),
    )
