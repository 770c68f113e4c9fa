"""The questions of a vote as PDF and as Word, for the office's own meeting."""

from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document as WordDocument

from samsyn.core.pdf.interface import (
    Block,
    Document,
    FormQuestion,
    Heading,
    Option,
    Paragraph,
    render,
)
from samsyn.lib.swedish import format_date
from samsyn.planning.codes import Stance, VoteMethod
from samsyn.planning.models import Vote, VoteItem

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def how_to_answer(vote: Vote) -> str:
    """The method in one sentence."""
    if vote.method == VoteMethod.RANK:
        return _("Give each proposal its own place; 1 is the one you want most.")
    if vote.method == VoteMethod.POINTS:
        return _("Distribute exactly %(points)s points.") % {"points": vote.points}
    return _("Answer yes, no or abstain on each one. A no needs its reason.")


def _parts(item: VoteItem) -> list[tuple[str, str]]:
    proposal = item.proposal
    parts = [
        (_("Background"), proposal.background),
        (_("Purpose"), proposal.purpose),
        (_("Goal"), proposal.goal),
        (_("Expected effect on equal supervision"), proposal.effect),
    ]
    return [(label, text) for label, text in parts if text]


def _items(vote: Vote) -> list[VoteItem]:
    return list(vote.items.select_related("proposal__office"))


def vote_as_pdf(vote: Vote) -> bytes:
    """The questions as a tagged PDF with room for the answer."""
    closes = _("Last day: %(day)s.") % {"day": format_date(vote.closes)}
    blocks: list[Block] = [Paragraph(how_to_answer(vote), lead=closes)]
    if vote.introduction:
        blocks.append(Paragraph(vote.introduction))
    for item in _items(vote):
        blocks.append(Heading(f"{item.proposal.number} {item.proposal.title}"))
        blocks += [Paragraph(text, lead=label) for label, text in _parts(item)]
        if vote.method == VoteMethod.YES_NO:
            options = tuple(Option(str(label)) for label in Stance.labels)
            blocks.append(FormQuestion(_("Our answer"), "choice", options=options, lines=2))
        else:
            blocks.append(FormQuestion(_("Our answer"), "number"))
    return render(
        Document(
            title=vote.title, kind=_("Vote"), organisation=vote.collaboration.name,
            blocks=tuple(blocks), exempeldata=vote.is_example,
        )
    )  # fmt: skip


def vote_as_word(vote: Vote) -> bytes:
    """The questions as a Word document with headings that a screen reader finds."""
    word = WordDocument()
    word.core_properties.title = vote.title
    word.core_properties.language = "sv-SE"
    word.add_heading(vote.title, level=0)
    if vote.is_example:
        word.add_paragraph("exempeldata")
    word.add_paragraph(_("Last day: %(day)s.") % {"day": format_date(vote.closes)})
    word.add_paragraph(how_to_answer(vote))
    if vote.introduction:
        word.add_paragraph(vote.introduction)
    for item in _items(vote):
        word.add_heading(f"{item.proposal.number} {item.proposal.title}", level=1)
        for label, text in _parts(item):
            paragraph = word.add_paragraph()
            paragraph.add_run(f"{label}. ").bold = True
            paragraph.add_run(text)
        word.add_paragraph(_("Our answer") + ": ______________________")
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()
