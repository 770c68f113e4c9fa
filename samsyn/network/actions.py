"""Asking and answering; what a person tells of herself; joining networks."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.network.models import Answer, Network, NetworkMember, Profile, Question
from samsyn.network.rules import PROFILE_FIELDS, weight_of
from samsyn.network.searching import index_question
from samsyn.organisations.interface import Actor, Collaboration, Person


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
) -> Answer:
    """An answer with the weight of who gives it; one that settles the question takes it off the waiting list."""
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
    return answer


class ReasonNeeded(Exception):
    """An answer is agreed on with a reason."""


@transaction.atomic
def set_profile(*, by: Actor, values: Mapping[str, Any], shown: list[str]) -> Profile:
    """What she tells of herself, and which of it others see. Nothing is shown that she has not chosen."""
    profile = Profile.objects.select_for_update().filter(person=by.person).first()
    before = snapshot(profile) if profile else None
    profile = profile or Profile(person=by.person)
    for name in PROFILE_FIELDS:
        setattr(profile, name, values[name])
    profile.shown = [name for name in PROFILE_FIELDS if name in shown]
    profile.changed_at = now()
    profile.save()
    record(
        by=by.user_id,
        verb="network.profile_set",
        obj=profile,
        before=before,
        collaboration_id=by.collaboration_id,
        subject_id=by.user_id,
    )
    return profile


@transaction.atomic
def make_network(
    *,
    by: Actor,
    collaboration: Collaboration,
    slug: str,
    name: str,
    purpose: str = "",
    area: str = "",
    contact: Person | None = None,
    is_example: bool = False,
) -> Network:
    """A thematic network; its contact person is its first member. The same short name gives the one that is there."""
    network, created = Network.objects.get_or_create(
        collaboration=collaboration,
        slug=slug,
        defaults={
            "name": name,
            "purpose": purpose,
            "area": area,
            "contact": contact,
            "is_example": is_example,
        },
    )
    if created:
        if contact is not None:
            NetworkMember.objects.create(network=network, person=contact)
        record(by=by.user_id, verb="network.made", obj=network, collaboration_id=collaboration.pk)
    return network


@transaction.atomic
def join_network(*, by: Actor, network: Network) -> None:
    """Joins; joining twice is joining once."""
    _member, created = NetworkMember.objects.get_or_create(network=network, person=by.person)
    if created:
        record(
            by=by.user_id, verb="network.joined", obj=network, collaboration_id=by.collaboration_id
        )


@transaction.atomic
def leave_network(*, by: Actor, network: Network) -> None:
    """Leaves."""
    left, _rows = NetworkMember.objects.filter(network=network, person=by.person).delete()
    if left:
        record(
            by=by.user_id, verb="network.left", obj=network, collaboration_id=by.collaboration_id
        )
