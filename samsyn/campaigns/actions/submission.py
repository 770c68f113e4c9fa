"""Receiving submissions. The counts, the audit line and the receipt are made in the same transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from samsyn.campaigns.codes import SubmissionState
from samsyn.campaigns.counting import count_in, count_out
from samsyn.campaigns.models import Attachment, Campaign, SetAside, Submission, SubmissionRevision
from samsyn.campaigns.reading import Reading
from samsyn.campaigns.receipts import content_hash, receipt_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import Reporting
from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.files.interface import FileKind, check_file, store_upload
from samsyn.core.rows.interface import insert_row, write_turn
from samsyn.organisations.interface import Actor, Office


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the officer gets: the receipt, and whether this very content was already here."""

    submission_id: UUID
    receipt: str
    repeated: bool
    review: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Work:
    """One arrival: who sends what, for which campaign and office."""

    by: Actor
    campaign: Campaign
    office: Office
    submission_id: UUID
    reading: Reading
    xml: bytes
    digest: str
    reporting: Reporting
    base_revision: int | None
    photos: Mapping[str, bytes]


def receive_submission(
    *,
    by: Actor,
    campaign: Campaign,
    office: Office,
    submission_id: UUID,
    reading: Reading,
    xml: bytes,
    reporting: Reporting,
    base_revision: int | None = None,
    photos: Mapping[str, bytes] | None = None,
) -> Receipt:
    """Stores a valid submission, counts it and gives its receipt; all on disk when this returns.

    The same content under the same id gives the same receipt, however many times and from however many clients.
    Other content under an id that is already submitted is a correction when `base_revision` is the one it changes;
    otherwise the first is kept, this one is kept aside, and `Refused("conflict")` says so. Raises FileRefused for a
    photo that may not be let in, before anything is stored.
    """
    for name, content in (photos or {}).items():
        check_file(name, content, kind=FileKind.PHOTO)
    work = _Work(
        by,
        campaign,
        office,
        submission_id,
        reading,
        xml,
        content_hash(xml),
        reporting,
        base_revision,
        photos or {},
    )
    with write_turn(), transaction.atomic():
        outcome = _store(work)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


def _store(work: _Work) -> Receipt | Refused:
    """New unless the id is taken; the database decides that, also when several clients come at the same moment."""
    receipt = _store_new(work)
    if receipt is not None:
        return receipt
    found = Submission.objects.select_for_update().get(pk=work.submission_id)
    return _store_again(found, work)


def _store_new(work: _Work) -> Receipt | None:
    submission = Submission(
        pk=work.submission_id,
        campaign=work.campaign,
        office=work.office,
        author_id=work.by.user_id,
        is_field_test=work.reporting.is_field_test,
    )
    _fill(submission, work)
    if not insert_row(submission, ignore_conflicts=True):
        return None
    _finish(submission, work, "campaigns.submitted")
    return Receipt(submission.pk, submission.receipt, repeated=False, review=submission.review)


def _store_again(found: Submission, work: _Work) -> Receipt | Refused:
    """The id is known: a draft becomes submitted, a repetition gets its receipt, a correction replaces, else set aside."""
    if (found.campaign_id, found.office_id) != (work.campaign.pk, work.office.pk):
        return Refused("id_taken")
    if found.state == SubmissionState.DRAFT:
        _fill(found, work)
        found.author_id = work.by.user_id
        found.is_field_test = work.reporting.is_field_test
        found.save()
        _finish(found, work, "campaigns.submitted")
        return Receipt(found.pk, found.receipt, repeated=False, review=found.review)
    earlier = _receipt_of_same(found, work.digest)
    if earlier:
        _attach(found, work.photos, by=work.by)
        return Receipt(found.pk, earlier, repeated=True, review=found.review)
    if found.state == SubmissionState.WITHDRAWN:
        return Refused("withdrawn")
    if work.base_revision == found.revision:
        return _correct(found, work)
    return _set_aside(found, work)


def _receipt_of_same(found: Submission, digest: str) -> str:
    if found.content_hash == digest:
        return found.receipt
    earlier = found.revisions.filter(content_hash=digest).first()
    return earlier.receipt if earlier else ""


def _correct(found: Submission, work: _Work) -> Receipt:
    SubmissionRevision.objects.create(
        submission=found,
        revision=found.revision,
        form_id=found.form_id,
        xml=found.xml,
        codes=found.codes,
        content_hash=found.content_hash,
        receipt=found.receipt,
        received_at=found.received_at,
        replaced_by_id=work.by.user_id,
    )
    count_out(found)
    found.revision += 1
    _fill(found, work)
    found.save()
    _finish(found, work, "campaigns.corrected")
    return Receipt(found.pk, found.receipt, repeated=False, review=found.review)


def _set_aside(found: Submission, work: _Work) -> Refused:
    SetAside.objects.get_or_create(
        submission=found,
        content_hash=work.digest,
        defaults={"xml": work.xml, "sent_by_id": work.by.user_id},
    )
    record(
        by=work.by.user_id,
        verb="campaigns.set_aside",
        obj=found,
        collaboration_id=work.campaign.collaboration_id,
    )
    return Refused("conflict", {"revision": found.revision, "submission": str(found.pk)})


def _fill(submission: Submission, work: _Work) -> None:
    for name, value in work.reading.stored().items():
        setattr(submission, name, value)
    submission.state = SubmissionState.SUBMITTED
    submission.xml = work.xml
    submission.content_hash = work.digest
    submission.receipt = receipt_of(work.submission_id, work.digest)
    submission.received_at = now()


def _finish(submission: Submission, work: _Work, verb: str) -> None:
    count_in(submission, codebook=work.reading.codebook)
    _attach(submission, work.photos, by=work.by)
    record(
        by=work.by.user_id,
        verb=verb,
        obj=submission,
        collaboration_id=work.campaign.collaboration_id,
    )


def _attach(submission: Submission, photos: Mapping[str, bytes], *, by: Actor) -> None:
    """Keeps the photos that are not there yet; a field app may send them in several requests."""
    there = set(submission.attachments.values_list("name", flat=True)) if photos else set()
    for name, content in photos.items():
        if name not in there:
            stored = store_upload(name=name, content=content, kind=FileKind.PHOTO, by=by.user_id)
            Attachment.objects.create(submission=submission, name=name, file=stored)
