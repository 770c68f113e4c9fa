"""Asking and answering questions, and agreeing on answers."""

from datetime import date
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.guidance.interface import AgreedAnswer, free_answer_slug, make_agreed_answer
from samsyn.network.models import Answer, Question
from samsyn.network.rules import weight_of
from samsyn.network.searching import index_question
from samsyn.network.telling_questions import tell_agreed, tell_answered, tell_asked
from samsyn.organisations.interface import Actor


@transaction.atomic
def ask_question(
    *,
    by: Actor,
    text: str,
    details: str = "",
    subject_type: str = "",
    subject_id: str = "",
    item: str = "",
    area: str = "",
    law: str = "",
    is_example: bool = False,
) -> Question:
    """A question to the collaboration, shown with the asker's office. The caller has checked who may ask."""
    question = Question.objects.create(
        collaboration_id=by.collaboration_id,
        office=by.office,
        subject_type=subject_type,
        subject_id=subject_id,
        item=item,
        area=area,
        law=law,
        text=text,
        details=details,
        is_example=is_example,
        asked_by_id=by.user_id,
    )
    if not subject_type:
        index_question(question)
    record(by=by.user_id, verb="network.asked", obj=question, collaboration_id=by.collaboration_id)
    tell_asked(question)
    return question


@transaction.atomic
def answer_question(
    *,
    by: Actor,
    question: Question,
    text: str,
    settles: bool,
    valid_until: date | None = None,
    source: str = "",
    url: str = "",
) -> Answer:
    """An answer with the weight of who gives it; one that settles the question takes it off the waiting list.

    `url` is the path of a page that shows the question, for one that is about a row of a higher package.
    """
    answer = Answer.objects.create(
        question=question,
        text=text,
        weight=weight_of({held.role for held in by.memberships}, source=source),
        settles=settles,
        source=source,
        valid_until=valid_until,
        answered_by_id=by.user_id,
    )
    if settles:
        Question.objects.filter(pk=question.pk).update(state=Question.State.ANSWERED)
    if not question.subject_type:
        index_question(question)
    record(
        by=by.user_id,
        verb="network.answered",
        obj=question,
        collaboration_id=question.collaboration_id,
    )
    if url or not question.subject_type:
        tell_answered(answer, url)
    return answer


@transaction.atomic
def agree_on_answer(*, by: Actor, answer: Answer, reason: str) -> Answer:
    """Makes an answer one that the collaboration has agreed on; several may be, and it stays with its question."""
    if not reason.strip():
        raise ReasonNeeded
    answer.agreed_at = answer.agreed_at or now()
    answer.agreed_reason = reason.strip()
    answer.settles = True
    answer.save(update_fields=["agreed_at", "agreed_reason", "settles"])
    Question.objects.filter(pk=answer.question_id).update(state=Question.State.ANSWERED)
    record(
        by=by.user_id,
        verb="network.agreed",
        obj=answer,
        collaboration_id=answer.question.collaboration_id,
        reason=reason.strip(),
    )
    if not answer.question.subject_type:
        tell_agreed(answer)
    return answer


@transaction.atomic
def share_answer(*, by: Actor, given: Answer, question: str, **values: Any) -> AgreedAnswer:
    """Makes an answer an agreed answer in the county's guidance (`values` as guidance takes them); twice is once."""
    answer = Answer.objects.select_for_update().get(pk=given.pk)
    if answer.shared_id is not None:
        return AgreedAnswer.objects.get(pk=answer.shared_id)
    asked = answer.question
    answer.shared = make_agreed_answer(
        by=by,
        slug=free_answer_slug(asked.collaboration, question),
        question=question,
        is_example=asked.is_example,
        **values,
    )
    answer.save(update_fields=["shared"])
    if answer.agreed_at is None:
        agree_on_answer(by=by, answer=answer, reason=str(values["reasons"])[:300])
    record(
        by=by.user_id,
        verb="network.shared",
        obj=answer,
        collaboration_id=asked.collaboration_id,
    )
    return answer.shared


class ReasonNeeded(Exception):
    """An answer is agreed on with a reason."""
