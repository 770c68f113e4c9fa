"""Reading wishes and visits: what all members see, and what only the two see."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from samsyn.checklists.interface import ChecklistVersion, definition_of
from samsyn.core.clock.interface import today
from samsyn.network.matching import suggested
from samsyn.network.models import Review, ReviewNote, ReviewQuestion, Side, Wish
from samsyn.organisations.interface import Actor, Collaboration

# Kinds of rows in a form that ask nothing.
NOT_ASKED = frozenset({"group", "repeat", "note", "calculate", "hidden"})


def open_wishes(collaboration: Collaboration) -> QuerySet[Wish]:
    """The offers and requests that nobody has taken, from this month on."""
    return Wish.objects.filter(
        collaboration=collaboration,
        state=Wish.State.OPEN,
        month__gte=today().replace(day=1),
    ).select_related("office")


def suggestions_for(actor: Actor) -> list[tuple[Wish, Wish]]:
    """Pairs of an own open wish and another office's that suits it."""
    wishes = list(open_wishes(actor.collaboration))
    mine = [wish for wish in wishes if wish.person_id == actor.pk]
    return suggested(mine, [wish for wish in wishes if wish.person_id != actor.pk])


def reviews_of(actor: Actor) -> QuerySet[Review]:
    """Her own visits, newest first."""
    return Review.objects.filter(
        Q(host_id=actor.pk) | Q(guest_id=actor.pk), collaboration_id=actor.collaboration_id
    ).select_related("host_office", "guest_office", "host__user", "guest__user")


def shared_lessons(collaboration: Collaboration) -> QuerySet[Review]:
    """What others can learn: shown with area and kind, never with offices or people."""
    return (
        Review.objects.filter(collaboration=collaboration, lesson_shared_at__isnull=False)
        .only("kind", "area", "lesson", "lesson_shared_at", "is_example")
        .order_by("-lesson_shared_at", "-pk")
    )


def questions_of_checklist(version: ChecklistVersion) -> list[str]:
    """The questions of a published checklist, as lines."""
    return [
        item.label.get("sv") or next(iter(item.label.values()))
        for item in definition_of(version).items
        if item.label and item.type not in NOT_ASKED
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """A question with both notes. `looks_different` is what the two judgements say before the two have talked."""

    question: ReviewQuestion
    own: ReviewNote | None
    other: ReviewNote | None

    @property
    def looks_different(self) -> bool:
        own = self.own.judgement if self.own else ""
        other = self.other.judgement if self.other else ""
        return own != other


def notes_of(review: Review, side: Side) -> list[Compared]:
    """The questions with her own notes; the other's are with them only when both have finished."""
    both = review.state in (Review.State.COMPARING, Review.State.ENDED)
    rows = []
    for question in review.questions.prefetch_related("notes"):
        notes = {note.side: note for note in question.notes.all()}
        own = notes.pop(side.value, None)
        rows.append(Compared(question, own, next(iter(notes.values()), None) if both else None))
    return rows
