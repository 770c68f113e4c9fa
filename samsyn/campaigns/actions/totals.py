"""An office's totals: reported, corrected, withdrawn. The trail keeps every earlier version."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from samsyn.campaigns.form import MEASURES
from samsyn.campaigns.models import Campaign, CampaignForm, OfficeTotals
from samsyn.campaigns.queries import participation_by_office
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_report
from samsyn.campaigns.totals import asked_of_offices, compare_with_objects
from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now
from samsyn.organisations.interface import Actor, Office


@dataclass(frozen=True, slots=True)
class Totals:
    """What an office reports: numbers by question and code, and for how many objects."""

    objects_inspected: int
    numbers: Mapping[str, Mapping[str, int]]
    minutes: int | None = None
    comment: str = ""
    base_revision: int = field(default=0)


@transaction.atomic
def report_totals(
    *, by: Actor, campaign: Campaign, office: Office, form: CampaignForm, values: Totals
) -> OfficeTotals:
    """Stores the totals, or corrects them. Refused when they cannot be, or somebody else has changed them meanwhile.

    `base_revision` is the revision the reporter saw, 0 for none.
    """
    _refuse_now(campaign, office)
    if values.objects_inspected < 1:
        raise Refused("totals_without_objects")
    _refuse_impossible(form, values)
    # The campaign's row is the lock that also holds when the office has no totals yet.
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    found = OfficeTotals.objects.filter(campaign=campaign, office=office).first()
    if (found.revision if found else 0) != values.base_revision:
        raise Refused("totals_changed")
    before = snapshot(found) if found else {}
    found = found or OfficeTotals(campaign=campaign, office=office, revision=0)
    numbers = {name: dict(codes) for name, codes in values.numbers.items() if codes}
    found.form = form
    found.objects_inspected = values.objects_inspected
    found.measures = numbers.pop(MEASURES, {})
    found.totals = numbers
    found.minutes = values.minutes
    found.comment = values.comment.strip()
    _store(found, by, "campaigns.totals_reported", before)
    return found


@transaction.atomic
def withdraw_totals(*, by: Actor, totals: OfficeTotals, reason: str) -> OfficeTotals:
    """Takes an office's totals out of the result, with a reason; what stood there is in the trail."""
    if not reason.strip():
        raise Refused("reason_needed")
    found = OfficeTotals.objects.select_for_update().get(pk=totals.pk)
    _refuse_now(found.campaign, found.office)
    if not found.objects_inspected:
        return found
    before = snapshot(found)
    found.objects_inspected, found.totals, found.measures, found.minutes = 0, {}, {}, None
    found.comment = ""
    _store(found, by, "campaigns.totals_withdrawn", before, reason.strip()[:300])
    return found


def _store(
    totals: OfficeTotals, by: Actor, verb: str, before: Mapping[str, object], reason: str = ""
) -> None:
    totals.revision += 1
    totals.reported_by_id = by.user_id
    totals.reported_at = now()
    totals.save()
    record(
        by=by.user_id,
        verb=verb,
        obj=totals,
        before=before,
        reason=reason,
        collaboration_id=totals.campaign.collaboration_id,
    )


def _refuse_now(campaign: Campaign, office: Office) -> None:
    answer = participation_by_office(campaign).get(office.pk)
    reporting = may_report(campaign.state, takes_part=answer.takes_part if answer else None)
    if not reporting.allowed:
        raise Refused(reporting.code)
    if reporting.is_field_test:
        raise Refused("totals_in_field_test")


def _refuse_impossible(form: CampaignForm, values: Totals) -> None:
    for column in asked_of_offices(form):
        numbers = values.numbers.get(column.name, {})
        if set(numbers) - {code.code for code in column.codes}:
            raise Refused("totals_of_other_form")
        wrong = compare_with_objects(column, numbers, values.objects_inspected)
        if wrong and wrong.is_impossible:
            raise Refused(
                "totals_too_many",
                {"question": column.label, "total": wrong.total, "objects": wrong.inspected},
            )
