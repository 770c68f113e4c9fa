"""A submission as an inspection record (protokoll) for the office's own case system."""

from samsyn.campaigns.answers import AnswerLine, Section, answer_sheet
from samsyn.campaigns.columns import DEVIATION
from samsyn.campaigns.models import Submission
from samsyn.core.clock.interface import localtime
from samsyn.core.pdf.interface import (
    Block,
    Document,
    Fact,
    Footer,
    Heading,
    Paragraph,
    Record,
    RecordAnswer,
    Signatures,
    render,
)
from samsyn.lib.swedish import format_date


def record_of(submission: Submission, *, version: str) -> bytes:
    """The record as a tagged PDF; the same submission gives the same bytes. `version` is the checklist's, for people."""
    return render(_document(submission, version))


def _document(submission: Submission, version: str) -> Document:
    campaign = submission.campaign
    received = localtime(submission.received_at)
    blocks: list[Block] = []
    for section in answer_sheet(submission.form_id, bytes(submission.xml)):
        blocks += _section(section)
    photos = list(submission.attachments.values_list("name", flat=True))
    if photos:
        blocks += [Heading("Foton"), Paragraph(", ".join(photos))]
    blocks.append(Signatures(("Inspektör",)))
    return Document(
        title=f"Inspektionsprotokoll {submission.reference}".strip(),
        subtitle=campaign.title,
        kind="Protokoll",
        organisation=submission.office.name,
        facts=(
            Fact("Datum för besöket", format_date(submission.visited_on) if submission.visited_on else "–"),
            Fact("Handläggare", str(submission.author) if submission.author else "–"),
            Fact("Checklista", version),
            Fact("Kvittens", submission.receipt or "–"),
            Fact("Mottaget", f"{format_date(received.date())} kl. {received:%H.%M}"),
            *((Fact("Läge", "Tillbakadragen"),) if submission.state == "withdrawn" else ()),
            *((Fact("Version av rapporten", str(submission.revision)),) if submission.revision > 1 else ()),
        ),
        footer=Footer(version, format_date(received.date()), submission.receipt),
        draft=submission.state == "draft",
        exempeldata=campaign.is_example,
        created=submission.received_at,
        blocks=tuple(blocks),
    )  # fmt: skip


def _section(section: Section) -> list[Block]:
    answers = tuple(_answer(line) for line in section.lines)
    title = section.title or "Övrigt"
    return [Heading(title), Record(title, answers)]


def _answer(line: AnswerLine) -> RecordAnswer:
    return RecordAnswer(
        label=line.label,
        answer=line.text,
        number=line.number,
        law="; ".join(line.law),
        deviates=line.role == DEVIATION,
    )
