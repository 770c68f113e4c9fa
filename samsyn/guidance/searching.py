"""What search finds of guidance: every document in force with its clauses and what they cite, and agreed answers."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from samsyn.core.clock.interface import today
from samsyn.core.search.interface import MEMBER, PUBLIC, Document, index, remove
from samsyn.guidance.cleaning import plain_text
from samsyn.guidance.codes import AnswerState, DocumentState
from samsyn.guidance.models import AgreedAnswer, Edition, GuidanceDocument

DOCUMENT, ANSWER = "handlaggarstod", "samsynsfraga"


def index_document(document: GuidanceDocument) -> None:
    """Writes the document as it is in force, or takes it out when it no longer is."""
    edition = _found(document)
    if document.state == DocumentState.IN_FORCE and edition is not None:
        index(_document(document, edition))
    else:
        remove(document.collaboration_id, DOCUMENT, str(document.pk))


def index_answer(answer: AgreedAnswer) -> None:
    """Writes the answer, or takes it out when it no longer holds."""
    if answer.state == AnswerState.IN_FORCE:
        index(_answer(answer))
    else:
        remove(answer.collaboration_id, ANSWER, str(answer.pk))


def documents_of(collaboration_id: int) -> Iterator[Document]:
    """All documents in force of a collaboration."""
    in_force = GuidanceDocument.objects.filter(
        collaboration_id=collaboration_id, state=DocumentState.IN_FORCE
    )
    for document in in_force:
        edition = _found(document)
        if edition is not None:
            yield _document(document, edition)


def answers_of(collaboration_id: int) -> Iterator[Document]:
    """All agreed answers that hold, of a collaboration."""
    for answer in AgreedAnswer.objects.filter(
        collaboration_id=collaboration_id, state=AnswerState.IN_FORCE
    ):
        yield _answer(answer)


def _found(document: GuidanceDocument) -> Edition | None:
    """The edition that search speaks of: the one in force; before the first is, the coming one."""
    in_force = document.editions.filter(in_force_from__lte=today()).first()
    return in_force or document.editions.first()


def index_what_came_into_force() -> int:
    """Every day: documents whose coming edition began to apply are found by its words. Returns how many."""
    since = today() - timedelta(days=3)  # a worker that stood still for a day or two catches up
    documents = GuidanceDocument.objects.filter(
        editions__in_force_from__range=(since, today()), state=DocumentState.IN_FORCE
    ).distinct()
    for document in documents:
        index_document(document)
    return len(documents)


def _document(document: GuidanceDocument, edition: Edition) -> Document:
    parts = [document.purpose, document.target_group]
    for row in edition.clauses.all():
        parts += [row.chapter, row.heading, plain_text(row.html), row.grounds, row.example]
        parts += [citation["label"] for citation in row.citations]
    parts += list(document.attachments.values_list("title", flat=True))
    return Document(
        collaboration_id=document.collaboration_id,
        kind=DOCUMENT,
        key=str(document.pk),
        scope=MEMBER if document.members_only else PUBLIC,
        title=document.title,
        body="\n".join(part for part in parts if part),
        url=reverse("guidance:document", args=[document.slug]),
        updated=edition.published_at,
        is_example=document.is_example,
    )


def _answer(answer: AgreedAnswer) -> Document:
    labels = list(answer.citations.values_list("label", flat=True))
    return Document(
        collaboration_id=answer.collaboration_id,
        kind=ANSWER,
        key=str(answer.pk),
        scope=MEMBER if answer.members_only else PUBLIC,
        title=answer.question,
        body="\n".join([answer.answer, answer.reasons, *labels]),
        url=reverse("guidance:answer", args=[answer.slug]),
        updated=answer.made_at,
        is_example=answer.is_example,
    )
