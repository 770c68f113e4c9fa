"""Drafts, withdrawals, and settling content that was set aside."""

from uuid import UUID

from django.db import transaction

from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.counting import count_out
from samsyn.campaigns.models import Campaign, CampaignForm, SetAside, Submission
from samsyn.campaigns.refusals import Refused
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.rows.interface import write_turn
from samsyn.organisations.interface import Actor, Office


def save_draft(
    *,
    by: Actor,
    campaign: Campaign,
    office: Office,
    form: CampaignForm,
    submission_id: UUID,
    xml: bytes,
    reference: str,
) -> Submission:
    """Keeps what has been typed so far, seen by the office only; never overwrites something submitted."""
    with write_turn(), transaction.atomic():
        found = Submission.objects.select_for_update().filter(pk=submission_id).first()
        if found is None:
            return Submission.objects.create(
                pk=submission_id,
                campaign=campaign,
                office=office,
                form=form,
                author_id=by.user_id,
                xml=xml,
                reference=reference,
            )
        if (found.campaign_id, found.office_id) != (campaign.pk, office.pk):
            raise Refused("id_taken")
        if found.state != SubmissionState.DRAFT:
            raise Refused("already_submitted")
        found.xml, found.reference, found.form, found.received_at = xml, reference, form, now()
        found.save(update_fields=["xml", "reference", "form", "received_at"])
        return found


def withdraw_submission(*, by: Actor, submission: Submission, reason: str) -> Submission:
    """Takes a submission out of the result, with a reason; it is kept and can be read."""
    if not reason.strip():
        raise Refused("reason_needed")
    with write_turn(), transaction.atomic():
        found = Submission.objects.select_for_update().get(pk=submission.pk)
        if found.state == SubmissionState.WITHDRAWN:
            return found
        before = found.state
        if found.state == SubmissionState.SUBMITTED:
            count_out(found)
        found.state = SubmissionState.WITHDRAWN
        found.withdrawn_reason = reason.strip()[:300]
        found.receipt = found.receipt or "-"
        found.save(update_fields=["state", "withdrawn_reason", "receipt"])
        record(
            by=by.user_id,
            verb="campaigns.withdrawn",
            obj=found,
            collaboration_id=found.campaign.collaboration_id,
            reason=found.withdrawn_reason,
            details={"state": [before, found.state]},
        )
        return found


@transaction.atomic
def settle_set_aside(*, by: Actor, aside: SetAside) -> SetAside:
    """Marks content that was set aside as looked at; it stays readable."""
    aside.settled_at = now()
    aside.save(update_fields=["settled_at"])
    record(
        by=by.user_id,
        verb="campaigns.set_aside_settled",
        obj=aside.submission,
        collaboration_id=aside.submission.campaign.collaboration_id,
    )
    return aside
