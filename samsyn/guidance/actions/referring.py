"""Referral: a draft is sent out to the offices, they answer per clause, and each comment gets its reply."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now, today
from samsyn.guidance.clauses import draft_of
from samsyn.guidance.codes import DocumentState, ReplyKind
from samsyn.guidance.drafting import faults_of, shown_rows
from samsyn.guidance.letters import tell_of_referral
from samsyn.guidance.models import Comment, GuidanceDocument, OfficeAnswer, Referral, ReferredClause
from samsyn.guidance.refusals import Refused
from samsyn.organisations.interface import Actor, Office

# Faults with which a draft is not sent out; a reference that is read as text is only a hint.
_STOPS = {"no_clauses", "picture_without_text", "empty_clause"}


@transaction.atomic
def open_referral(
    *, by: Actor, document: GuidanceDocument, closes: date, message: str = ""
) -> Referral:
    """Sends the draft out as it is now, and tells those who speak for the offices.

    Refused: ended, referral_open, day_passed, and what the text lacks. A document in force stays in force meanwhile.
    """
    GuidanceDocument.objects.select_for_update().get(pk=document.pk)
    document.refresh_from_db()
    if document.has_ended:
        raise Refused("ended")
    if document.referrals.filter(closed_at=None).exists():
        raise Refused("referral_open")
    if closes <= today():
        raise Refused("day_passed")
    clauses = draft_of(document)
    for fault in faults_of(clauses):
        if fault.code in _STOPS:
            raise Refused(fault.code)
    referral = Referral.objects.create(
        document=document, closes=closes, message=message.strip(), opened_by_id=by.user_id
    )
    rows = {clause.uuid: clause.pk for clause in document.clauses.filter(removed=False)}
    ReferredClause.objects.bulk_create(
        ReferredClause(
            referral=referral, clause_id=rows[draft.uuid], number=place.number, chapter=draft.chapter,
            heading=draft.heading, text=draft.text, grounds=draft.grounds, example=draft.example,
            citations=list(draft.citations),
        )
        for draft, place in shown_rows(clauses)
        if draft.uuid
    )  # fmt: skip
    _set_state(document, DocumentState.REFERRAL)
    tell_of_referral(referral)
    _record(by, "guidance.referral_opened", document, closes=closes.isoformat())
    return referral


@transaction.atomic
def answer_referral(
    *, by: Actor, referral: Referral, office: Office, comments: Mapping[int | None, str], revision: int, hand_in: bool
) -> OfficeAnswer:  # fmt: skip
    """Stores what the office says, by ReferredClause (None: the whole); an empty text takes a comment away.

    Refused when the time is over, and when a colleague has saved since the `revision` that was read. An answer
    without comments says that the office has none.
    """
    Referral.objects.select_for_update().get(pk=referral.pk)
    if not referral.is_open:
        raise Refused("referral_closed")
    answer, _new = OfficeAnswer.objects.get_or_create(referral=referral, office=office)
    if answer.revision != revision:
        raise Refused("answer_changed")
    known = {comment.clause_id: comment for comment in answer.comments.all()}
    own = {None, *referral.clauses.values_list("pk", flat=True)}
    for key, text in comments.items():
        comment = known.get(key)
        if key not in own or (comment is not None and comment.text == text.strip()):
            continue
        if comment is not None and not text.strip():
            comment.delete()
        elif text.strip():
            comment = comment or Comment(answer=answer, clause_id=key)
            comment.text = text.strip()
            comment.save()
    answer.revision += 1
    answer.changed_at, answer.changed_by_id = now(), by.user_id
    if hand_in:
        answer.handed_in_at = now()
    answer.save()
    _record(
        by, "guidance.referral_answered" if hand_in else "guidance.referral_noted",
        referral.document, office=office.short_name,
    )  # fmt: skip
    return answer


@transaction.atomic
def close_referral(*, by: Actor, referral: Referral) -> None:
    """Ends the time for comments; a second time does nothing."""
    Referral.objects.select_for_update().get(pk=referral.pk)
    referral.refresh_from_db()
    if referral.closed_at is not None:
        return
    referral.closed_at = now()
    referral.save(update_fields=["closed_at"])
    _set_state(referral.document, DocumentState.DRAFT)
    _record(by, "guidance.referral_closed", referral.document)


@transaction.atomic
def reply_to_comment(*, by: Actor, comment: Comment, kind: ReplyKind, reply: str) -> None:
    """Says what came of a comment, and why. Refused while offices may still change theirs, and without words."""
    referral = comment.answer.referral
    if referral.is_open:
        raise Refused("referral_still_open")
    if not reply.strip():
        raise Refused("reply_needed")
    comment.reply_kind, comment.reply = kind, reply.strip()
    comment.replied_at, comment.replied_by_id = now(), by.user_id
    comment.save()
    _record(
        by, "guidance.comment_replied", referral.document,
        office=comment.answer.office.short_name, clause=comment.clause.number if comment.clause else "",
    )  # fmt: skip


def _set_state(document: GuidanceDocument, state: DocumentState) -> None:
    """Only a document that has never been in force changes its state for a referral."""
    if document.state in {DocumentState.DRAFT, DocumentState.REFERRAL}:
        document.state = state
        document.save(update_fields=["state"])


def _record(by: Actor, verb: str, document: GuidanceDocument, **details: str) -> None:
    record(
        by=by.user_id,
        verb=verb,
        obj=document,
        collaboration_id=document.collaboration_id,
        details=details,
    )
