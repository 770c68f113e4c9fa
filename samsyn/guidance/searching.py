"""What search finds of guidance: documents with their clauses and what they cite, the files beside them, and agreed
answers. What no longer applies is found by those who ask for it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from django.urls import reverse

from samsyn.core.clock.interface import today
from samsyn.core.files.interface import text_of
from samsyn.core.jobs.interface import Work
from samsyn.core.search.interface import (
    MEMBER,
    PUBLIC,
    Document,
    Narrowing,
    Reader,
    index,
    matching_keys,
    remove,
)
from samsyn.guidance.cleaning import plain_text
from samsyn.guidance.codes import AnswerState, DocumentState
from samsyn.guidance.models import AgreedAnswer, Attachment, Edition, GuidanceDocument

DOCUMENT, ANSWER = "handlaggarstod", "samsynsfraga"
_FILE = "bilaga-"


def index_document(document: GuidanceDocument) -> None:
    """Writes the document and its files as they are in force or were, or takes them out before there is an edition."""
    found = list(_found_of(document))
    for one in found:
        index(one)
    if not found:
        remove(document.collaboration_id, DOCUMENT, str(document.pk))


def index_answer(answer: AgreedAnswer) -> None:
    """Writes the answer, in force or not."""
    index(_answer(answer))


def forget_attachment(attachment: Attachment) -> None:
    """Takes a file out of the index."""
    remove(attachment.document.collaboration_id, DOCUMENT, _key(attachment))


def read_attachment(_work: Work, attachment: int) -> None:
    """What the worker does with a new file: reads its words, so that they are found."""
    found = Attachment.objects.filter(pk=attachment).select_related("document", "stored").first()
    if found is not None:
        _read(found)
        index_document(found.document)


def documents_of(collaboration_id: int) -> Iterator[Document]:
    """All documents of a collaboration that are in force or were, with their files."""
    for document in GuidanceDocument.objects.filter(collaboration_id=collaboration_id):
        for attachment in document.attachments.filter(words=None).select_related("stored"):
            _read(attachment)
        yield from _found_of(document)


def answers_of(collaboration_id: int) -> Iterator[Document]:
    """All agreed answers of a collaboration."""
    for answer in AgreedAnswer.objects.filter(collaboration_id=collaboration_id):
        yield _answer(answer)


def documents_matching(
    question: str, reader: Reader, *, ended: bool, limit: int = 200
) -> list[int]:
    """The documents that a question finds, by their text or a file's, best first."""
    keys = matching_keys(question, reader, DOCUMENT, limit=limit, narrowed=Narrowing(ended=ended))
    files = [int(key.removeprefix(_FILE)) for key in keys if key.startswith(_FILE)]
    beside = dict(Attachment.objects.filter(pk__in=files).values_list("pk", "document"))
    found = (
        beside.get(int(key.removeprefix(_FILE))) if key.startswith(_FILE) else int(key)
        for key in keys
    )
    return list(dict.fromkeys(pk for pk in found if pk is not None))


def _read(attachment: Attachment) -> None:
    attachment.words = text_of(attachment.stored)
    attachment.save(update_fields=["words"])


def _found_of(document: GuidanceDocument) -> Iterator[Document]:
    edition = _found(document)
    if edition is None:
        return
    whole = _document(document, edition)
    yield whole
    for attachment in document.attachments.all():
        yield replace(
            whole,
            key=_key(attachment),
            title=f"{attachment.title} ({document.title})",
            body=attachment.words or "",
            url=f"{whole.url}#attachments",
        )


def _key(attachment: Attachment) -> str:
    return f"{_FILE}{attachment.pk}"


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
        area=document.area,
        year=edition.in_force_from.year,
        is_ended=document.has_ended,
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
        area=answer.area,
        year=answer.agreed_on.year,
        is_ended=answer.state != AnswerState.IN_FORCE,
    )
