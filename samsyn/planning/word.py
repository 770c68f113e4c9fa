"""A document as Word: the same blocks that make the PDF, with headings and tables that a screen reader finds."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx import Document as WordDocument

from samsyn.core.pdf.interface import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Note,
    Paragraph,
    Table,
)


def as_word(document: Document) -> bytes:
    """The document as .docx. ValueError for a block that has no form in Word, such as a figure."""
    word = WordDocument()
    word.core_properties.title = document.title
    word.core_properties.author = document.organisation
    word.core_properties.language = "sv-SE"
    word.add_heading(document.title, level=0)
    lead = " · ".join(
        part for part in (document.kind, document.organisation, document.subtitle) if part
    )
    word.add_paragraph(lead)
    if document.exempeldata:
        word.add_paragraph("exempeldata")
    if document.draft:
        word.add_paragraph("UTKAST")
    _facts(word, Facts(document.facts))
    for block in document.blocks:
        _add(word, block)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _add(word: Any, block: Block) -> None:
    writers: dict[type, Callable[[Any, Any], None]] = {
        Heading: _heading, Paragraph: _paragraph, Bullets: _bullets, Facts: _facts, Table: _table, Note: _note,
    }  # fmt: skip
    if type(block) not in writers:
        raise ValueError(f"no form in Word for {type(block).__name__}")
    writers[type(block)](word, block)


def _heading(word: Any, block: Heading) -> None:
    word.add_heading(block.text, level=block.level)


def _paragraph(word: Any, block: Paragraph) -> None:
    paragraph = word.add_paragraph()
    if block.lead:
        paragraph.add_run(f"{block.lead}: ").bold = True
    paragraph.add_run(block.text)


def _bullets(word: Any, block: Bullets) -> None:
    for item in block.items:
        word.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")


def _facts(word: Any, block: Facts) -> None:
    for fact in block.facts:
        _paragraph(word, Paragraph(fact.value, lead=fact.label))


def _note(word: Any, block: Note) -> None:
    _paragraph(word, Paragraph(block.text, lead=block.title))


def _table(word: Any, block: Table) -> None:
    word.add_paragraph(block.caption, style="Caption")
    table = word.add_table(rows=1, cols=len(block.columns), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, block.columns, strict=True):
        cell.text = text
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
