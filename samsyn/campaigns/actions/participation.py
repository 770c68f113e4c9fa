"""An office's answer, and the reminders it gets."""

from django.db import transaction

from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.models import Campaign, Participation, Reminder
from samsyn.campaigns.refusals import Refused
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.core.mail.interface import queue
from samsyn.organisations.interface import Actor, Office

ANSWERABLE = {
    CampaignState.DRAFT,
    CampaignState.REFERRAL,
    CampaignState.FIELD_TEST,
    CampaignState.OPEN,
}
MOST_PLANNED = 10_000


@transaction.atomic
def answer_participation(
    *,
    by: Actor,
    campaign: Campaign,
    office: Office,
    takes_part: bool,
    planned: int = 0,
    reason: str = "",
    reports_totals: bool = False,
) -> Participation:
    """The office takes part with its own number of objects, or says why it does not."""
    if campaign.state not in ANSWERABLE:
        raise Refused("closed")
    if not takes_part and not reason.strip():
        raise Refused("reason_needed")
    if takes_part and not 1 <= planned <= MOST_PLANNED:
        raise Refused("planned_out_of_range", {"most": MOST_PLANNED})
    answer = (
        Participation.objects.select_for_update().filter(campaign=campaign, office=office).first()
    )
    before = snapshot(answer) if answer else {}
    answer = answer or Participation(campaign=campaign, office=office)
    answer.takes_part = takes_part
    answer.planned = planned if takes_part else 0
    answer.reason = "" if takes_part else reason.strip()
    answer.reports_totals = takes_part and reports_totals
    answer.answered_by_id = by.user_id
    answer.answered_at = now()
    answer.save()
    record(
        by=by.user_id,
        verb="campaigns.participation_answered",
        obj=answer,
        before=before,
        collaboration_id=campaign.collaboration_id,
    )
    return answer


@transaction.atomic
def remind(
    *, by: Actor, campaign: Campaign, office: Office, receivers: list[str], subject: str, body: str
) -> Reminder:
    """Mails the office's people about what is left; once a day for each office at most."""
    if campaign.state != CampaignState.OPEN:
        raise Refused("closed")
    if not receivers:
        raise Refused("nobody_to_remind", {"office": office.name})
    if Reminder.objects.filter(campaign=campaign, office=office, sent_at__date=today()).exists():
        raise Refused("reminded_today", {"office": office.name})
    reminder = Reminder.objects.create(
        campaign=campaign, office=office, sent_by_id=by.user_id, receivers=len(receivers)
    )
    for address in receivers:
        queue(
            key=f"campaign-reminder:{reminder.pk}:{address}",
            to=address,
            subject=subject,
            body=body,
            collaboration_id=campaign.collaboration_id,
        )
    record(
        by=by.user_id,
        verb="campaigns.reminded",
        obj=reminder,
        collaboration_id=campaign.collaboration_id,
        details={"office": office.slug, "receivers": len(receivers)},
    )
    return reminder
