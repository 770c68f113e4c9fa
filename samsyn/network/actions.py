"""Asking and answering."""

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.network.models import Answer, Question
from samsyn.network.rules import weight_of
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
    is_example: bool = False,
) -> Question:
    """A question to the collaboration, shown with the asker's office. The caller has checked who may ask."""
    question = Question.objects.create(
        collaboration_id=by.collaboration_id,
        office=by.office,
        subject_type=subject_type,
        subject_id=subject_id,
        item=item,
        text=text,
        details=details,
        is_example=is_example,
        asked_by_id=by.user_id,
    )
    record(by=by.user_id, verb="network.asked", obj=question, collaboration_id=by.collaboration_id)
    return question


@transaction.atomic
def answer_question(*, by: Actor, question: Question, text: str, settles: bool) -> Answer:
    """An answer with the weight of who gives it; one that settles the question takes it off the waiting list."""
    answer = Answer.objects.create(
        question=question,
        text=text,
        weight=weight_of({held.role for held in by.memberships}),
        settles=settles,
        answered_by_id=by.user_id,
    )
    if settles:
        Question.objects.filter(pk=question.pk).update(state=Question.State.ANSWERED)
    record(
        by=by.user_id,
        verb="network.answered",
        obj=question,
        collaboration_id=question.collaboration_id,
    )
    return answer
