"""What search finds of exercises: their words and cases, never an answer."""

from collections.abc import Iterable

from django.urls import reverse

from samsyn.calibration.models import Exercise, Round
from samsyn.core.search.interface import MEMBER, Document, index

KIND = "calibration_exercise"


def exercise_documents(collaboration_id: int) -> Iterable[Document]:
    """All opened exercises of a collaboration, for a rebuilt index."""
    opened = Round.objects.exclude(state=Round.State.DRAFT).values("exercise_id")
    found = Exercise.objects.filter(collaboration_id=collaboration_id, pk__in=opened)
    return [_document(one) for one in found.prefetch_related("rounds")]


def index_exercise(exercise: Exercise) -> None:
    """Puts an exercise into the index once members may know of it."""
    if exercise.rounds.exclude(state=Round.State.DRAFT).exists():
        index(_document(exercise))


def _document(exercise: Exercise) -> Document:
    cases = [
        f"{one.case_title}\n{one.case_text}"
        for one in exercise.rounds.all()
        if one.state != Round.State.DRAFT
    ]
    return Document(
        collaboration_id=exercise.collaboration_id,
        kind=KIND,
        key=str(exercise.pk),
        scope=MEMBER,
        title=exercise.title,
        body="\n".join([exercise.lead, *cases]).strip(),
        url=reverse("calibration:exercise", args=[exercise.slug]),
        updated=exercise.made_at,
        is_example=exercise.is_example,
    )
