"""Publishing an edition, and ending a document. The only code that writes what is in force."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.files.interface import store_made
from samsyn.guidance.cleaning import pictures_without_text
from samsyn.guidance.codes import DocumentState
from samsyn.guidance.freezing import FrozenClause, frozen_html, frozen_pdf
from samsyn.guidance.letters import tell_of_edition, tell_of_end
from samsyn.guidance.models import Clause, Edition, EditionClause, GuidanceDocument
from samsyn.guidance.queries import unanswered_comments
from samsyn.guidance.refusals import Refused
from samsyn.guidance.rules import is_edition_number, months_after, number_order, numbers_of
from samsyn.guidance.searching import index_document
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Actor

_ENDED = (DocumentState.REPLACED, DocumentState.WITHDRAWN)


@transaction.atomic
def publish_edition(
    *,
    by: Actor,
    document: GuidanceDocument,
    number: str,
    decision: DecisionRef | None,
    in_force_from: date | None = None,
    change_summary: str = "",
    change_reason: str = "",
    clause_reasons: Mapping[UUID, str] | None = None,
) -> Edition:
    """Freezes the draft as an edition: numbered, dated, decided, as HTML and PDF with checksums.

    `clause_reasons` says per clause why it was changed. Refused without a decision, with a number or day that is not
    later than the latest edition's, without text, with a picture that lacks its text, and, after the first
    edition, when nothing has changed or it is not said what and why.
    """
    GuidanceDocument.objects.select_for_update().get(pk=document.pk)
    document.refresh_from_db()
    start = in_force_from or today()
    latest = document.editions.first()
    draft = _draft_of(document)
    changes = _changes(draft, latest)
    _check(document, number, decision, start, latest, draft)
    _check_referrals(document)
    if latest is not None:
        if not any(changes) and not _removed_since(latest, draft):
            raise Refused("nothing_changed")
        if not (change_summary.strip() and change_reason.strip()):
            raise Refused("changes_needed")
    assert decision is not None  # _check refuses none
    edition = _freeze(document, draft, number, decision, start, change_summary, change_reason, by)
    _freeze_clauses(edition, draft, changes, clause_reasons or {})
    before = snapshot(document)
    document.state = DocumentState.IN_FORCE
    document.review_due = months_after(start, document.review_months)
    document.save(update_fields=["state", "review_due"])
    index_document(document)
    tell_of_edition(edition)
    record(
        by=by.user_id,
        verb="guidance.published",
        obj=document,
        before=before,
        collaboration_id=document.collaboration_id,
        details={"edition": number, "decision": decision.to_json(), "sha256": edition.html_sha256},
    )
    return edition


def _draft_of(document: GuidanceDocument) -> list[FrozenClause]:
    clauses = document.clauses.filter(removed=False).prefetch_related("citations")
    return [
        FrozenClause(
            pk=clause.pk,
            chapter=clause.chapter,
            heading=clause.heading,
            html=clause.text,
            grounds=clause.grounds,
            example=clause.example,
            citations=tuple(
                {"label": c.label, "law": c.law, "chapter": c.chapter, "section": c.section}
                for c in clause.citations.all()
            ),
        )
        for clause in clauses
    ]


def _check(
    document: GuidanceDocument,
    number: str,
    decision: DecisionRef | None,
    start: date,
    latest: Edition | None,
    draft: Sequence[FrozenClause],
) -> None:
    if document.state in _ENDED:
        raise Refused("ended")
    if decision is None or not (decision.body.strip() and decision.paragraph.strip()):
        raise Refused("decision_needed")
    if not is_edition_number(number):
        raise Refused("number_wrong")
    if document.editions.filter(number=number).exists():
        raise Refused("number_taken")
    if latest is not None and number_order(number) < number_order(latest.number):
        raise Refused("number_lower")
    if latest is not None and start <= latest.in_force_from:
        raise Refused("day_before_latest")
    if not draft:
        raise Refused("no_clauses")
    if any(pictures_without_text(clause.html) for clause in draft):
        raise Refused("picture_without_text")


def _check_referrals(document: GuidanceDocument) -> None:
    """Every office that has said something gets its reply before the text is decided."""
    if document.referrals.filter(closed_at=None).exists():
        raise Refused("referral_open")
    if unanswered_comments(document).exists():
        raise Refused("unanswered")


def _changes(draft: Sequence[FrozenClause], latest: Edition | None) -> list[str]:
    """Per clause "", "new" or "changed" against the latest edition; all "" in a first one."""
    if latest is None:
        return ["" for _clause in draft]
    before = {
        row.clause_id: (row.heading, row.html, row.grounds, row.example, row.citations)
        for row in latest.clauses.all()
    }
    return [
        "new"
        if clause.pk not in before
        else "changed"
        if before[clause.pk] != clause.content
        else ""
        for clause in draft
    ]


def _removed_since(latest: Edition, draft: Sequence[FrozenClause]) -> bool:
    return bool({row.clause_id for row in latest.clauses.all()} - {clause.pk for clause in draft})


def _freeze(
    document: GuidanceDocument,
    draft: Sequence[FrozenClause],
    number: str,
    decision: DecisionRef,
    start: date,
    change_summary: str,
    change_reason: str,
    by: Actor,
) -> Edition:
    html, checksum = frozen_html(document, draft)
    pdf = frozen_pdf(
        document,
        draft,
        number=number,
        decision=decision,
        in_force=format_date(start),
        address=reverse("guidance:edition", args=[document.slug, number]),
    )
    stored = store_made(
        name=f"{document.slug}-{number}.pdf",
        content=pdf,
        content_type="application/pdf",
        by=by.user_id,
    )
    return Edition.objects.create(
        document=document,
        number=number,
        in_force_from=start,
        decision=decision,
        change_summary=change_summary.strip(),
        change_reason=change_reason.strip(),
        title=document.title,
        purpose=document.purpose,
        html=html,
        html_sha256=checksum,
        pdf=stored,
        published_by_id=by.user_id,
    )


def _freeze_clauses(
    edition: Edition,
    draft: Sequence[FrozenClause],
    changes: Sequence[str],
    reasons: Mapping[UUID, str],
) -> None:
    uuids = dict(Clause.objects.filter(document=edition.document).values_list("pk", "uuid"))
    places = numbers_of([clause.chapter for clause in draft])
    EditionClause.objects.bulk_create(
        EditionClause(
            edition=edition,
            clause_id=clause.pk,
            number=place.number,
            chapter=clause.chapter,
            heading=clause.heading,
            html=clause.html,
            grounds=clause.grounds,
            example=clause.example,
            citations=list(clause.citations),
            change=change,
            change_reason=reasons.get(uuids[clause.pk], "") if change else "",
        )
        for clause, place, change in zip(draft, places, changes, strict=True)
    )


@transaction.atomic
def end_document(
    *,
    by: Actor,
    document: GuidanceDocument,
    reason: str,
    replaced_by: GuidanceDocument | None = None,
    ended_on: date | None = None,
) -> None:
    """Withdraws a document in force, or says which one replaces it. Its addresses go on answering."""
    if document.state != DocumentState.IN_FORCE:
        raise Refused("not_in_force")
    if not reason.strip():
        raise Refused("reason_needed")
    if replaced_by is not None and replaced_by.pk == document.pk:
        raise Refused("replaced_by_itself")
    before = snapshot(document)
    document.state = DocumentState.REPLACED if replaced_by else DocumentState.WITHDRAWN
    document.replaced_by = replaced_by
    document.ended_on = ended_on or today()
    document.ended_reason = reason.strip()
    document.review_due = None
    document.save()
    index_document(document)
    tell_of_end(document)
    record(
        by=by.user_id,
        verb="guidance.ended",
        obj=document,
        before=before,
        collaboration_id=document.collaboration_id,
        reason=reason.strip(),
    )
