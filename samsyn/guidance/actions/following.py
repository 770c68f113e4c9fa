"""After the decision: reviews, the boards' adoption, and officers who say that they have read."""

from datetime import date

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.guidance.codes import AdoptionState, DocumentState, ReviewOutcome
from samsyn.guidance.models import Adoption, Edition, GuidanceDocument, ReadReceipt, Review
from samsyn.guidance.refusals import Refused
from samsyn.guidance.rules import months_after
from samsyn.organisations.interface import Actor, Office

# How long somebody has who found that the text must change.
_MONTHS_TO_CHANGE = {
    ReviewOutcome.SMALL_CHANGE: 3,
    ReviewOutcome.REVISE: 12,
    ReviewOutcome.WITHDRAW: 3,
}


@transaction.atomic
def review_document(
    *, by: Actor, document: GuidanceDocument, outcome: ReviewOutcome, reason: str
) -> Review:
    """Registers what a review came to. Unchanged gives a whole new interval, the others a shorter one to act in."""
    edition = document.editions.first()
    if document.state != DocumentState.IN_FORCE or edition is None:
        raise Refused("not_in_force")
    if not reason.strip():
        raise Refused("reason_needed")
    months = _MONTHS_TO_CHANGE.get(outcome, document.review_months)
    before = snapshot(document)
    review = Review.objects.create(
        document=document,
        edition=edition,
        outcome=outcome,
        reason=reason.strip(),
        reviewed_on=today(),
        next_due=months_after(today(), months),
        reviewed_by_id=by.user_id,
    )
    document.review_due = review.next_due
    document.save(update_fields=["review_due"])
    record(
        by=by.user_id,
        verb="guidance.reviewed",
        obj=document,
        before=before,
        collaboration_id=document.collaboration_id,
        reason=reason.strip(),
        details={"outcome": str(outcome)},
    )
    return review


@transaction.atomic
def set_adoption(
    *,
    by: Actor,
    document: GuidanceDocument,
    office: Office,
    state: AdoptionState,
    date: date | None = None,
    paragraph: str = "",
    deviation: str = "",
) -> Adoption:
    """What the board has decided about the edition in force. Refused: not_in_force, date_needed, deviation_needed."""
    edition = document.editions.first()
    if document.state != DocumentState.IN_FORCE or edition is None:
        raise Refused("not_in_force")
    if date is None:
        raise Refused("date_needed")
    if state == AdoptionState.DEVIATES and not deviation.strip():
        raise Refused("deviation_needed")
    adoption = Adoption.objects.select_for_update().filter(document=document, office=office).first()
    before = snapshot(adoption) if adoption else None
    adoption = adoption or Adoption(document=document, office=office)
    adoption.edition = edition
    adoption.state = state
    adoption.date = date
    adoption.paragraph = paragraph.strip()
    adoption.deviation = deviation.strip() if state == AdoptionState.DEVIATES else ""
    adoption.changed_at = now()
    adoption.save()
    record(
        by=by.user_id,
        verb="guidance.adopted",
        obj=adoption,
        before=before,
        collaboration_id=document.collaboration_id,
    )
    return adoption


@transaction.atomic
def confirm_read(*, by: Actor, edition: Edition) -> ReadReceipt:
    """She has read the edition; saying so twice is saying so once."""
    receipt, created = ReadReceipt.objects.get_or_create(edition=edition, person=by.person)
    if created:
        record(
            by=by.user_id,
            verb="guidance.read",
            obj=edition,
            collaboration_id=by.collaboration_id,
        )
    return receipt
