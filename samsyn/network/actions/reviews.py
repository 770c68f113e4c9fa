"""A visit between two offices: accepted, planned, noted by each for herself, compared, and a lesson shared."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.network.matching import side_of
from samsyn.network.models import Review, ReviewNote, ReviewQuestion, Wish
from samsyn.network.refusals import Refused
from samsyn.network.telling import tell_of_review
from samsyn.organisations.interface import Actor

MOST_QUESTIONS = 40


@transaction.atomic
def answer_proposal(*, by: Actor, review: Review, accepts: bool) -> Review:
    """The other one says yes or no. After a no both wishes are open again, but not for each other."""
    review = _in_state(review, Review.State.PROPOSED)
    if side_of(review, by.pk) == review.proposed_by:
        raise Refused("wrong_state")
    if accepts:
        review.state = Review.State.PLANNED
        review.save(update_fields=["state"])
    else:
        _call_off(review, reason="")
    _record(by, "network.review_accepted" if accepts else "network.review_declined", review)
    tell_of_review(review, by, "accepted" if accepts else "declined")
    return review


@transaction.atomic
def plan_review(
    *, by: Actor, review: Review, day: date, programme: str, questions: Sequence[str]
) -> Review:
    """The day, the programme, and the questions that both answer. Questions stay once somebody has written a note."""
    review = _in_state(review, Review.State.PLANNED)
    before = snapshot(review)
    review.day, review.programme = day, programme
    review.save(update_fields=["day", "programme"])
    lines = list(dict.fromkeys(" ".join(line.split())[:300] for line in questions))
    lines = [line for line in lines if line][:MOST_QUESTIONS]
    if not lines:
        raise Refused("questions_needed")
    if lines != [question.text for question in review.questions.all()]:
        if ReviewNote.objects.filter(question__review=review).exists():
            raise Refused("notes_started")
        review.questions.all().delete()
        ReviewQuestion.objects.bulk_create(
            ReviewQuestion(review=review, order=order, text=text)
            for order, text in enumerate(lines, 1)
        )
    _record(by, "network.review_planned", review, before=before)
    tell_of_review(review, by, "planned")
    return review


@transaction.atomic
def write_notes(
    *, by: Actor, review: Review, notes: Mapping[int, tuple[str, str]], finished: bool
) -> Review:
    """Her own judgement and note per question. Finished they stay, and the other's are shown when both have finished.

    `notes` holds (judgement, text) by the question's key. The trail says that notes were written, never what.
    """
    review = _in_state(review, Review.State.PLANNED)
    side = side_of(review, by.pk)
    if getattr(review, f"{side}_done_at") is not None:
        raise Refused("wrong_state")
    questions = list(review.questions.all())
    if not questions:
        raise Refused("questions_needed")
    for question in questions:
        judgement, text = notes.get(question.pk, ("", ""))
        ReviewNote.objects.update_or_create(
            question=question, side=side, defaults={"judgement": judgement, "text": text}
        )
    if finished:
        if any(not notes.get(question.pk, ("", ""))[0] for question in questions):
            raise Refused("answer_all")
        setattr(review, f"{side}_done_at", now())
        both = review.host_done_at is not None and review.guest_done_at is not None
        review.state = Review.State.COMPARING if both else Review.State.PLANNED
        review.save(update_fields=["host_done_at", "guest_done_at", "state"])
        _record(by, "network.review_noted", review)
        tell_of_review(review, by, "compare" if both else "noted")
    return review


@transaction.atomic
def compare(*, by: Actor, review: Review, found: Mapping[int, tuple[bool, str]]) -> Review:
    """Whether they judged differently on each question, and why: (differs, why) by the question's key."""
    review = _in_state(review, Review.State.COMPARING)
    for question in review.questions.all():
        differs, why = found.get(question.pk, (False, ""))
        if differs and not why.strip():
            raise Refused("say_why")
        question.differs, question.why = differs, why.strip() if differs else ""
        question.save(update_fields=["differs", "why"])
    _record(by, "network.review_compared", review)
    return review


@transaction.atomic
def write_lesson(*, by: Actor, review: Review, text: str) -> Review:
    """What others can learn. All members see it when the other one agrees; a change asks the other again."""
    review = _in_state(review, Review.State.COMPARING)
    if not text.strip():
        raise Refused("lesson_needed")
    review.lesson, review.lesson_by = text.strip(), side_of(review, by.pk)
    review.save(update_fields=["lesson", "lesson_by"])
    _record(by, "network.lesson_written", review)
    tell_of_review(review, by, "lesson")
    return review


@transaction.atomic
def share_lesson(*, by: Actor, review: Review, text: str) -> Review:
    """The other one agrees to the lesson as she read it (`text`), and the visit ends."""
    review = _in_state(review, Review.State.COMPARING)
    unseen = review.lesson != text
    if not review.lesson or review.lesson_by == side_of(review, by.pk) or unseen:
        raise Refused("wrong_state")
    review.lesson_shared_at = now()
    review.state = Review.State.ENDED
    review.save(update_fields=["lesson_shared_at", "state"])
    _record(by, "network.lesson_shared", review)
    tell_of_review(review, by, "shared")
    return review


@transaction.atomic
def end_review(*, by: Actor, review: Review) -> Review:
    """Ends a compared visit without a lesson for others."""
    review = _in_state(review, Review.State.COMPARING)
    review.state, review.lesson, review.lesson_by = Review.State.ENDED, "", ""
    review.save(update_fields=["state", "lesson", "lesson_by"])
    _record(by, "network.review_ended", review)
    return review


@transaction.atomic
def call_off_review(*, by: Actor, review: Review, reason: str) -> Review:
    """Calls a visit off before the notes are compared. Both wishes are open again."""
    review = _in_state(review, Review.State.PROPOSED, Review.State.PLANNED)
    if not reason.strip():
        raise Refused("reason_needed")
    _call_off(review, reason=reason.strip())
    _record(by, "network.review_called_off", review)
    tell_of_review(review, by, "called_off")
    return review


@transaction.atomic
def leave_review(*, by: Actor, review: Review) -> None:
    """One of the two leaves and nobody of her office takes over: what is compared ends, the rest is called off.

    The other one's wish is open again, and she is told.
    """
    if review.state == Review.State.COMPARING:
        review.state = Review.State.ENDED
        review.save(update_fields=["state"])
        _record(by, "network.review_ended", review)
        return
    _call_off(review, reason="")
    Wish.objects.filter(person_id=by.pk, state=Wish.State.OPEN).update(state=Wish.State.WITHDRAWN)
    _record(by, "network.review_called_off", review)
    tell_of_review(review, by, "called_off")


def _call_off(review: Review, *, reason: str) -> None:
    review.state, review.called_off_reason = Review.State.CALLED_OFF, reason
    review.save(update_fields=["state", "called_off_reason"])
    Wish.objects.filter(pk__in=[review.host_wish_id, review.guest_wish_id]).update(
        state=Wish.State.OPEN
    )


def _in_state(review: Review, *states: Review.State) -> Review:
    """The visit, locked, if it still stands where the reader saw it."""
    locked = Review.objects.select_for_update().get(pk=review.pk)
    if locked.state not in states:
        raise Refused("wrong_state")
    return locked


def _record(
    by: Actor, verb: str, review: Review, *, before: dict[str, object] | None = None
) -> None:
    record(
        by=by.user_id,
        verb=verb,
        obj=review,
        before=before,
        collaboration_id=review.collaboration_id,
    )
