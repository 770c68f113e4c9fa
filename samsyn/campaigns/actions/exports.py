"""A download of objects leaves a line in the trail: who took which rows, and whether free text was among them."""

from django.db import transaction

from samsyn.campaigns.models import Campaign
from samsyn.core.audit.interface import record
from samsyn.organisations.interface import Actor, Office


@transaction.atomic
def log_export(*, by: Actor, campaign: Campaign, office: Office | None, kind: str) -> None:
    """Writes the line before the first row leaves. `office` None is all offices, without personal data."""
    record(
        by=by.user_id,
        verb="campaigns.exported",
        obj=campaign,
        collaboration_id=campaign.collaboration_id,
        details={
            "office": office.slug if office else "",
            "kind": kind,
            "personal_data": office is not None,
        },
    )
