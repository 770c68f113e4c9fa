"""Reading questions."""

from django.db.models import QuerySet

from samsyn.network.models import Question


def questions_about(subject_type: str, subject_id: str) -> QuerySet[Question]:
    """The questions about one row of a higher package: those that wait first, then newest first."""
    return (
        Question.objects.filter(subject_type=subject_type, subject_id=subject_id)
        .select_related("office", "asked_by")
        .prefetch_related("answers__answered_by")
        .order_by("-state", "-asked_at")
    )


def waiting_about(subject_type: str, subject_id: str) -> int:
    """How many questions about a row wait for an answer."""
    return Question.objects.filter(
        subject_type=subject_type, subject_id=subject_id, state=Question.State.WAITING
    ).count()
