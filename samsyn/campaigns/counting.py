"""The counts of a campaign: one row per form, office and object type, changed with the submission itself."""

from collections.abc import Sequence

from django.db import connection

from samsyn.campaigns.models import Submission, Tally
from samsyn.campaigns.reading import codebook_of
from samsyn.core.clock.interface import now
from samsyn.core.rows.interface import insert_row
from samsyn.lib.tally import Codebook, Counts

# Written out, since a receipt waits for them: building them anew from models costs more than running them.
_READ = "SELECT id, counts FROM campaigns_tally WHERE form_id = %s AND office_id = %s AND object_type = %s"
_CHANGE = """
UPDATE campaigns_tally
   SET counts = %s, submissions = submissions + %s, minutes = minutes + %s,
       minutes_reported = minutes_reported + %s, changed_at = %s
 WHERE id = %s
"""


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
    pk, blob = _locked_row(same[0])
    counts = Counts.from_bytes(codebook, blob) if blob else Counts(codebook)
    for submission in same:
        counts.add(bytes(submission.codes), sign)
    reported = [submission.minutes for submission in same if submission.minutes is not None]
    with connection.cursor() as cursor:
        cursor.execute(
            _CHANGE,
            [
                counts.to_bytes(),
                sign * len(same),
                sign * sum(reported),
                sign * len(reported),
                connection.ops.adapt_datetimefield_value(now()),
                pk,
            ],
        )


def _locked_row(submission: Submission) -> tuple[int, bytes]:
    """The number and the counts of the row, which nobody else can change until the transaction ends."""
    key: list[int | str] = [submission.form_id, submission.office_id, submission.object_type]
    lock = "" if connection.vendor == "sqlite" else " FOR UPDATE"
    with connection.cursor() as cursor:
        cursor.execute(_READ + lock, key)
        found = cursor.fetchone()
        if found is None:
            insert_row(
                Tally(
                    campaign_id=submission.campaign_id,
                    form_id=submission.form_id,
                    office_id=submission.office_id,
                    object_type=submission.object_type,
                ),
                ignore_conflicts=True,
            )
            cursor.execute(_READ + lock, key)
            found = cursor.fetchone()
    return found[0], bytes(found[1])
