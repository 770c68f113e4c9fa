"""Many submissions of one office at once, for imports and for measuring: counted once, one line in the trail."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction

from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.counting import count_in_many
from samsyn.campaigns.models import Campaign, Submission
from samsyn.campaigns.reading import Reading
from samsyn.campaigns.receipts import content_hash, receipt_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import Reporting
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.organisations.interface import Actor, Office


@transaction.atomic
def add_submissions(
    *,
    by: Actor,
    campaign: Campaign,
    office: Office,
    readings: Sequence[tuple[Reading, bytes]],
    reporting: Reporting,
    ids: Sequence[UUID] | None = None,
) -> list[UUID]:
    """Stores valid readings with their XML as new submissions: all of them or none. Raises Refused when one has faults.

    `ids` are the submissions' own where they are known from before, and none of them may be taken.
    """
    if not reporting.allowed:
        raise Refused(reporting.code)
    if any(reading.faults for reading, _ in readings):
        raise Refused("has_faults")
    chosen = ids or [uuid4() for _ in readings]
    rows = [
        _row(pk, by, campaign, office, reading, xml, reporting)
        for pk, (reading, xml) in zip(chosen, readings, strict=True)
    ]
    Submission.objects.bulk_create(rows, batch_size=500)
    by_kind: dict[tuple[int, str], list[Submission]] = defaultdict(list)
    for row in rows:
        by_kind[row.form_id, row.object_type].append(row)
    codebooks = {reading.form_id: reading.codebook for reading, _ in readings}
    for (form_id, _kind), same in by_kind.items():
        count_in_many(same, codebook=codebooks[form_id])
    record(
        by=by.user_id,
        verb="campaigns.submitted_many",
        obj=campaign,
        collaboration_id=campaign.collaboration_id,
        details={"office": office.slug, "submissions": len(rows)},
    )
    return [row.pk for row in rows]


def _row(
    pk: UUID,
    by: Actor,
    campaign: Campaign,
    office: Office,
    reading: Reading,
    xml: bytes,
    reporting: Reporting,
) -> Submission:
    digest = content_hash(xml)
    return Submission(
        pk=pk,
        campaign=campaign,
        office=office,
        author_id=by.user_id,
        is_field_test=reporting.is_field_test,
        state=SubmissionState.SUBMITTED,
        content_hash=digest,
        receipt=receipt_of(pk, digest),
        received_at=now(),
        xml=xml,
        **reading.stored(),
    )
