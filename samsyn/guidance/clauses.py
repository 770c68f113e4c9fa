"""The draft's clauses as rows: stored, read back, and given to the page in Wagtail. The actions of writing use them."""

import json
from collections.abc import Sequence
from uuid import UUID

from samsyn.core.accounts.interface import User
from samsyn.core.law.interface import read_reference
from samsyn.guidance.drafting import ClauseDraft, canonical, stream_of
from samsyn.guidance.models import Citation, Clause, DraftPage, GuidanceDocument
from samsyn.guidance.pictures import finds_for


def store_clauses(document: GuidanceDocument, clauses: Sequence[ClauseDraft]) -> list[Clause]:
    """The rows of `write_clauses`, for the actions of writing; the caller writes the audit entry."""
    known = {clause.uuid: clause for clause in document.clauses.select_for_update()}
    written: list[Clause] = []
    for position, draft in enumerate(clauses):
        clause = known.pop(draft.uuid, None) if draft.uuid else None
        clause = clause or _new_clause(document, draft.uuid)
        clause.position = position
        clause.chapter = draft.chapter.strip()
        clause.heading = draft.heading.strip()
        clause.text = canonical(draft.text)
        clause.grounds = draft.grounds.strip()
        clause.example = draft.example.strip()
        clause.removed = False
        clause.save()
        _cite(clause, draft.citations)
        written.append(clause)
    gone = [clause.pk for clause in known.values() if not clause.removed]
    Clause.objects.filter(pk__in=gone).update(removed=True)
    return written


def fill_page(page: DraftPage, *, user: User) -> None:
    """Gives the page in Wagtail the document's clauses, as a revision of its own."""
    page.body = json.dumps(stream_of(draft_of(page.document), finds_for(page.document)))
    page.save(clean=False)
    page.save_revision(user=user, clean=False, log_action=True)


def draft_of(document: GuidanceDocument) -> list[ClauseDraft]:
    """The clauses of the draft as they are written."""
    return [
        ClauseDraft(
            chapter=clause.chapter,
            heading=clause.heading,
            text=clause.text,
            grounds=clause.grounds,
            example=clause.example,
            citations=tuple(citation.label for citation in clause.citations.all()),
            uuid=clause.uuid,
        )
        for clause in document.clauses.filter(removed=False).prefetch_related("citations")
    ]


def _new_clause(document: GuidanceDocument, uuid: UUID | None) -> Clause:
    clause = Clause(document=document)
    if uuid is not None and not Clause.objects.filter(uuid=uuid).exists():
        clause.uuid = uuid
    return clause


def _cite(clause: Clause, labels: Sequence[str]) -> None:
    """References as data; what names no law (a court case) is kept as it is written."""
    clause.citations.all().delete()
    for label in labels:
        if not label.strip():
            continue
        reference = read_reference(label)
        Citation.objects.create(
            clause=clause,
            label=label.strip(),
            law=reference.law if reference else "",
            chapter=reference.chapter if reference else "",
            section=reference.section if reference else "",
        )
