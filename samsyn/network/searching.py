"""What search finds of questions: those of the collaboration as a whole, for its members."""

from collections.abc import Iterable

from django.urls import reverse

from samsyn.core.search.interface import MEMBER, Document, index
from samsyn.guidance.interface import area_of
from samsyn.network.models import Question

KIND = "network_question"


def question_documents(collaboration_id: int) -> Iterable[Document]:
    """All questions of a collaboration, for a rebuilt index."""
    rows = Question.objects.filter(collaboration_id=collaboration_id, subject_type="")
    return [_document(question) for question in rows.prefetch_related("answers")]


def index_question(question: Question) -> None:
    """Puts a question with its answers into the index."""
    index(_document(Question.objects.get(pk=question.pk)))


def _document(question: Question) -> Document:
    answers = [answer.text for answer in question.answers.all()]
    # In place of a section it may name guidance by its address, which says nothing.
    law = "" if "/handlaggarstod/" in question.law else question.law
    return Document(
        collaboration_id=question.collaboration_id,
        kind=KIND,
        key=str(question.pk),
        scope=MEMBER,
        title=question.text,
        body="\n".join([question.details, *answers, law]).strip(),
        url=reverse("network:question", args=[question.pk]),
        updated=question.asked_at,
        is_example=question.is_example,
        area=area_of(question.area),
    )
