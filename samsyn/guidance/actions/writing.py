"""Writing: a document, its clauses with what they cite, files beside it, and what others have published."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.files.interface import FileKind, remove_stored, store_upload
from samsyn.core.jobs.interface import start_work
from samsyn.core.law.interface import Law, LawEvent
from samsyn.guidance.clauses import fill_page, store_clauses
from samsyn.guidance.drafting import ClauseDraft
from samsyn.guidance.models import (
    Attachment,
    Clause,
    DraftPage,
    GuidanceDocument,
    OtherGuidance,
)
from samsyn.guidance.refusals import Refused
from samsyn.guidance.searching import forget_attachment, index_document
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
        fill_page(page, user=by.person.user)
    record(
        by=by.user_id,
        verb="guidance.written",
        obj=document,
        collaboration_id=document.collaboration_id,
        details={"clauses": len(written)},
    )
    return written


@transaction.atomic
def add_attachment(
    *, by: Actor, document: GuidanceDocument, title: str, kind: str, name: str, content: bytes
) -> Attachment:
    """A file beside the text. Raises FileRefused for one that may not be let in."""
    stored = store_upload(name=name, content=content, kind=FileKind.DOCUMENT, by=by.user_id)
    attachment = Attachment.objects.create(document=document, title=title, kind=kind, stored=stored)
    start_work(
        runner="samsyn.guidance.searching.read_attachment",
        by=by.user_id,
        collaboration_id=document.collaboration_id,
        arguments={"attachment": attachment.pk},
    )
    index_document(document)
    record(
        by=by.user_id,
        verb="guidance.attached",
        obj=attachment,
        collaboration_id=document.collaboration_id,
    )
    return attachment


@transaction.atomic
def remove_attachment(*, by: Actor, attachment: Attachment) -> None:
    """Takes a file away from the document. The trail keeps its name and checksum."""
    document, stored = attachment.document, attachment.stored
    details = {"title": attachment.title, "name": stored.name, "sha256": stored.sha256}
    forget_attachment(attachment)
    attachment.delete()
    remove_stored(stored)
    record(
        by=by.user_id,
        verb="guidance.attachment_removed",
        obj=document,
        collaboration_id=document.collaboration_id,
        details=details,
    )


@transaction.atomic
def enter_law_event(
    *, by: Actor, law: str, chapter: str, section: str, day: date, what: str
) -> LawEvent:
    """A change of law, for everybody who cites it; `law` is a short code or a number. The same change twice is one."""
    row, _new = Law.objects.get_or_create(code=law, defaults={"name": law})
    event, is_new = LawEvent.objects.get_or_create(
        law=row, chapter=chapter, section=section, date=day, what=what.strip()
    )
    if is_new:
        record(
            by=by.user_id,
            verb="guidance.law_event",
            obj=event,
            collaboration_id=by.collaboration_id,
        )
    return event


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
