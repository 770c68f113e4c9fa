"""The counts of a campaign: one row per form, office and object type, changed with the submission itself."""

from collections.abc import Sequence

from django.db.models import F

from samsyn.campaigns.models import Submission, Tally
from samsyn.campaigns.reading import codebook_of
from samsyn.core.clock.interface import now
from samsyn.lib.tally import Codebook, Counts


def count_in(submission: Submission, *, codebook: Codebook | None = None) -> None:
    """Adds a submission to the counts. A field test is never counted."""
    _count(submission, 1, codebook)


def count_out(submission: Submission, *, codebook: Codebook | None = None) -> None:
    """Takes a submission out of the counts, before it is changed or withdrawn."""
    _count(submission, -1, codebook)


def count_in_many(same: Sequence[Submission], *, codebook: Codebook) -> None:
    """Adds submissions of one form, office and object type to their row in one go."""
    kept = [submission for submission in same if not submission.is_field_test]
    if kept:
        _change(kept, 1, codebook)


def _count(submission: Submission, sign: int, codebook: Codebook | None) -> None:
    if not submission.is_field_test:
        _change([submission], sign, codebook or codebook_of(submission.form))


def _change(same: Sequence[Submission], sign: int, codebook: Codebook) -> None:
    row = _locked_row(same[0])
    counts = Counts.from_bytes(codebook, bytes(row.counts)) if row.counts else Counts(codebook)
    for submission in same:
        counts.add(bytes(submission.codes), sign)
    reported = [submission.minutes for submission in same if submission.minutes is not None]
    Tally.objects.filter(pk=row.pk).update(
        counts=counts.to_bytes(),
        submissions=F("submissions") + sign * len(same),
        minutes=F("minutes") + sign * sum(reported),
        minutes_reported=F("minutes_reported") + sign * len(reported),
        changed_at=now(),
    )


def _locked_row(submission: Submission) -> Tally:
    key = {
        "form_id": submission.form_id,
        "office_id": submission.office_id,
        "object_type": submission.object_type,
    }
    row = Tally.objects.select_for_update().filter(**key).first()
    if row is not None:
        return row
    Tally.objects.get_or_create(**key, defaults={"campaign_id": submission.campaign_id})
    return Tally.objects.select_for_update().get(**key)
