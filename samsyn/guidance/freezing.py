"""An edition as it is kept for good: one HTML text and one tagged PDF, both made from the same clauses."""

import base64
import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from django.template.loader import render_to_string
from PIL import Image

from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRef
from samsyn.core.files.interface import read_stored
from samsyn.core.pdf.interface import (
    Block,
    Bullets,
    Document,
    Fact,
    Figure,
    Footer,
    Heading,
    Note,
    Paragraph,
    Table,
    blocks_from_text,
    render,
)
from samsyn.guidance.models import GuidanceDocument
from samsyn.guidance.pictures import picture_at
from samsyn.guidance.rules import numbers_of
from samsyn.lib.swedish import format_date

# Pixels of a picture that fills the line.
_LINE = 1000


@dataclass(frozen=True, slots=True)
class FrozenClause:
    """A clause on its way into an edition."""

    pk: int
    chapter: str
    heading: str
    html: str
    grounds: str
    example: str
    citations: tuple[dict[str, str], ...]

    @property
    def content(self) -> tuple[object, ...]:
        """What makes two editions of the clause differ; its place and number do not."""
        return (self.heading, self.html, self.grounds, self.example, list(self.citations))


def frozen_html(document: GuidanceDocument, clauses: Sequence[FrozenClause]) -> tuple[str, str]:
    """The text as one HTML fragment, and its SHA-256."""
    places = numbers_of([clause.chapter for clause in clauses])
    html = render_to_string(
        "guidance/frozen.html",
        {"document": document, "rows": list(zip(clauses, places, strict=True))},
    )
    return html, hashlib.sha256(html.encode()).hexdigest()


def frozen_pdf(
    document: GuidanceDocument,
    clauses: Sequence[FrozenClause],
    *,
    number: str,
    decision: DecisionRef,
    in_force: str,
    address: str,
) -> bytes:
    """The edition as PDF/A-2a and PDF/UA-1."""
    facts = (
        Fact("Version", number),
        Fact("Gäller från", in_force),
        Fact("Beslut", f"{decision.body} {format_date(decision.date)}, § {decision.paragraph}"),
        Fact("Område", str(document.get_area_display())),
        *((Fact("Målgrupp", document.target_group),) if document.target_group else ()),
        *((Fact("Arbetsgrupp", document.working_group),) if document.working_group else ()),
    )
    return render(
        Document(
            title=document.title,
            kind="Handläggarstöd",
            subtitle=document.purpose,
            organisation=document.collaboration.name,
            facts=facts,
            footer=Footer(number, in_force, address),
            exempeldata=document.is_example,
            cover=True,
            created=now(),
            blocks=tuple(_blocks(clauses, lambda address: _drawn(document, address))),
        )
    )


# From the address of a picture in a text to the picture as SVG; "" when there is none.
Draws = Callable[[str], str]


def _drawn(document: GuidanceDocument, address: str) -> str:
    """The document's own picture as an SVG that carries it."""
    picture = picture_at(document, address)
    if picture is None:
        return ""
    content = base64.b64encode(_raster(read_stored(picture.stored), picture.stored.content_type))
    size = f'width="{picture.width}" height="{picture.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {picture.width} {picture.height}">'
        f'<image {size} href="data:image/png;base64,{content.decode()}"/></svg>'
    )


def _raster(content: bytes, content_type: str) -> bytes:
    """PNG without transparency, which an archive of PDF/A-2 need not keep."""
    if content_type == "image/png":
        return content
    written = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.convert("RGB").save(written, "PNG")
    return written.getvalue()


def _blocks(clauses: Sequence[FrozenClause], draws: Draws) -> Iterable[Block]:
    places = numbers_of([clause.chapter for clause in clauses])
    for clause, place in zip(clauses, places, strict=True):
        if place.is_first:
            yield Heading(f"{place.chapter_number}. {clause.chapter}")
        yield Heading(f"{place.number} {clause.heading}".strip(), 2)
        yield from blocks_of_html(clause.html, draws)
        if clause.grounds:
            yield Paragraph("", lead="Bedömningsgrund")
            yield from blocks_from_text(clause.grounds)
        if clause.example:
            yield Note(clause.example, title="Exempel på beslut")
        if clause.citations:
            labels = ", ".join(citation["label"] for citation in clause.citations)
            yield Paragraph(labels, lead="Lagstöd:", small=True)


def blocks_of_html(html: str, draws: Draws = lambda _address: "") -> Iterable[Block]:
    """The blocks of a cleaned clause; a picture that cannot be drawn is told by its alternative text."""
    loose = ""
    for node in BeautifulSoup(html, "html.parser").contents:
        if isinstance(node, NavigableString) or (
            isinstance(node, Tag) and node.name in {"a", "strong", "b", "em", "i", "sub", "sup"}
        ):
            loose += node.get_text()
            continue
        if loose.strip():
            yield Paragraph(_words(loose))
        loose = ""
        if isinstance(node, Tag):
            yield from _blocks_of(node, draws)
    if loose.strip():
        yield Paragraph(_words(loose))


def _blocks_of(node: Tag, draws: Draws) -> Iterable[Block]:
    if node.name in {"ul", "ol"}:
        items = tuple(_words(item.get_text(" ")) for item in node.find_all("li", recursive=False))
        if items:
            yield Bullets(items, numbered=node.name == "ol")
    elif node.name == "table":
        yield from _table(node)
    elif node.name in {"h4", "h5"}:
        yield Heading(_words(node.get_text(" ")), 3)
    elif node.name in {"figure", "img"} or node.find("img"):
        yield from _picture(node, draws)
    elif text := _words(node.get_text()):
        yield Paragraph(text)


def _table(node: Tag) -> Iterable[Block]:
    rows = [
        tuple(_words(cell.get_text(" ")) for cell in row.find_all(["th", "td"]))
        for row in node.find_all("tr")
    ]
    rows = [row for row in rows if row]
    if not rows:
        return
    width = max(len(row) for row in rows)
    full = [row + ("",) * (width - len(row)) for row in rows]
    caption = node.find("caption")
    yield Table(_words(caption.get_text()) if caption else "Tabell", full[0], tuple(full[1:]))


def _picture(node: Tag, draws: Draws) -> Iterable[Block]:
    picture = node if node.name == "img" else node.find("img")
    caption = node.find("figcaption") if node.name == "figure" else None
    if not isinstance(picture, Tag):
        return
    alternative, below = str(picture.get("alt", "")), caption.get_text() if caption else ""
    svg = draws(str(picture.get("src", "")))
    if svg and alternative.strip():
        yield Figure(svg, alternative, below or alternative, width=_share(picture))
    else:
        yield Note(alternative, title=below or "Bild")


def _share(picture: Tag) -> float:
    """Of the line: a small picture is not blown up, a tall one does not fill the page alone."""
    wide, high = (int(str(picture.get(name, "0"))) or _LINE for name in ("width", "height"))
    return round(max(0.2, min(1.0, wide / _LINE, 0.9 * wide / high)), 2)


def _words(text: str) -> str:
    return " ".join(text.split())
