"""Writing: a document, its clauses with what they cite, files beside it, and what others have published."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.files.interface import FileKind, store_upload
from samsyn.core.law.interface import read_reference
from samsyn.guidance.drafting import ClauseDraft, canonical, stream_of
from samsyn.guidance.models import (
    Attachment,
    Citation,
    Clause,
    DraftPage,
    GuidanceDocument,
    OtherGuidance,
)
from samsyn.guidance.pictures import finds_for
from samsyn.guidance.refusals import Refused
from samsyn.guidance.searching import index_document
from samsyn.organisations.interface import Actor, Person


@transaction.atomic
def make_document(
    *,
    by: Actor,
    slug: str,
    title: str,
    purpose: str,
    area: str,
    target_group: str = "",
    owner: Person | None = None,
    working_group: str = "",
    review_months: int = 24,
    members_only: bool = False,
    members_reason: str = "",
    is_example: bool = False,
) -> GuidanceDocument:
    """A document in draft, seen by those who write until its first edition. Refused: slug_taken, closed_needs_reason."""
    if members_only and not members_reason.strip():
        raise Refused("closed_needs_reason")
    try:
        with transaction.atomic():
            document = GuidanceDocument.objects.create(
                collaboration=by.collaboration,
                slug=slug,
                title=title,
                purpose=purpose,
                area=area,
                target_group=target_group,
                owner=owner or by.person,
                working_group=working_group,
                review_months=review_months,
                members_only=members_only,
                members_reason=members_reason.strip() if members_only else "",
                is_example=is_example,
            )
    except IntegrityError as error:
        raise Refused("slug_taken") from error
    record(by=by.user_id, verb="guidance.made", obj=document, collaboration_id=by.collaboration_id)
    return document


@transaction.atomic
def change_document(*, by: Actor, document: GuidanceDocument, values: Mapping[str, Any]) -> None:
    """Changes what stands about a document; its address never. Refused: closed_needs_reason."""
    before = snapshot(document)
    for name, value in values.items():
        setattr(document, name, value)
    if document.members_only and not document.members_reason.strip():
        raise Refused("closed_needs_reason")
    if not document.members_only:
        document.members_reason = ""
    document.save()
    DraftPage.objects.filter(document=document).update(title=document.title)
    index_document(document)
    record(
        by=by.user_id,
        verb="guidance.changed",
        obj=document,
        before=before,
        collaboration_id=document.collaboration_id,
    )


@transaction.atomic
def write_clauses(
    *, by: Actor, document: GuidanceDocument, clauses: Sequence[ClauseDraft]
) -> list[Clause]:
    """Makes the draft exactly these clauses in this order; those not among them are kept aside as removed.

    A clause keeps its identity by its uuid. One that belongs to another document counts as new. A draft page that
    has been opened in Wagtail gets the same text as a new revision.
    """
    written = store_clauses(document, clauses)
    page = DraftPage.objects.filter(document=document).first()
    if page is not None:
        fill_page(page, by=by)
    record(
        by=by.user_id,
        verb="guidance.written",
        obj=document,
        collaboration_id=document.collaboration_id,
        details={"clauses": len(written)},
    )
    return written


def store_clauses(document: GuidanceDocument, clauses: Sequence[ClauseDraft]) -> list[Clause]:
    """The rows of `write_clauses`, for the actions here; the caller writes the audit entry."""
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


def fill_page(page: DraftPage, *, by: Actor) -> None:
    """Gives the page in Wagtail the document's clauses, as a revision of its own."""
    page.body = json.dumps(stream_of(draft_of(page.document), finds_for(page.document)))
    page.save(clean=False)
    page.save_revision(user=by.person.user, clean=False, log_action=True)


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


@transaction.atomic
def add_attachment(
    *, by: Actor, document: GuidanceDocument, title: str, kind: str, name: str, content: bytes
) -> Attachment:
    """A file beside the text. Raises FileRefused for one that may not be let in."""
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    attachment = Attachment.objects.create(document=document, title=title, kind=kind, stored=stored)
    record(
        by=by.user_id,
        verb="guidance.attached",
        obj=attachment,
        collaboration_id=document.collaboration_id,
    )
    return attachment


@transaction.atomic
def add_other_guidance(
    *,
    by: Actor,
    title: str,
    publisher: str,
    address: str = "",
    year: str = "",
    used_for: str = "",
    document: GuidanceDocument | None = None,
    checked_on: date | None = None,
) -> OtherGuidance:
    """Something that others have published; with a document it stands in that document's chain of forerunners."""
    other = OtherGuidance.objects.create(
        collaboration=by.collaboration,
        document=document,
        title=title,
        publisher=publisher,
        year=year,
        address=address,
        used_for=used_for,
        checked_on=checked_on or today(),
    )
    record(
        by=by.user_id, verb="guidance.other_listed", obj=other, collaboration_id=by.collaboration_id
    )
    return other
