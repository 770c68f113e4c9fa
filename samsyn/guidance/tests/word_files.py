"""Word files for tests: as offices write them, and as nobody should send them."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> io.BytesIO:
    drawn = io.BytesIO()
    Image.new("RGB", size, "teal").save(drawn, kind)
    drawn.seek(0)
    return drawn


def saved(document: Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def guidance(*, without_text: bool = True) -> bytes:
    """Two chapters and three clauses with a list, a table with joined cells and a picture; `without_text` adds one more
    that says nothing to those who do not see it.
    """
    word = Document()
    word.add_paragraph("Handläggarstöd för tvätthallar", style="Title")
    word.add_paragraph("Det här gäller alla tvätthallar & platser.")
    word.add_heading("1. Bedömningsgrunder", 1)
    word.add_heading("1.1 Förvaring", 2)
    word.add_paragraph("Kemikalier förvaras invallat. ").add_run("Alltid.").bold = True
    word.add_paragraph("säkerhetsdatablad", style="List Bullet")
    word.add_paragraph("journal", style="List Bullet")
    word.add_paragraph("Lagstöd: MB 2 kap. 3 §; SFS 1998:901 7 §")
    word.add_heading("Avskiljare", 2)
    table = word.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Hushåll", "Volym"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Ett"
    table.cell(1, 1).text, table.cell(2, 1).text = "2 m³", "4 m³"
    word.add_paragraph("Minsta volym", style="Caption")
    shown = word.add_paragraph("Så ser den ut: ")
    shown.add_run().add_picture(picture())
    shown.add_run(" sedd uppifrån.")
    shown._p.xpath(".//wp:docPr")[0].set("descr", "En avskiljare i genomskärning")
    word.add_heading("Egenkontroll", 1)
    word.add_paragraph("Journalen visar datum.")
    if without_text:
        word.add_picture(picture("BMP"))
    return saved(word)


def own_headings() -> bytes:
    """Headings in styles that the office has made from Word's."""
    word = Document()
    for name, parent in (("Kapitel", "Heading 1"), ("Avsnitt", "Heading 2")):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles[parent]
    for chapter in ("Inledning", "Tillsyn"):
        word.add_paragraph(chapter, style="Kapitel")
        word.add_paragraph(f"Om {chapter}", style="Avsnitt")
        word.add_paragraph("Text.")
    return saved(word)


def plain(*paragraphs: str) -> bytes:
    word = Document()
    for words in paragraphs:
        word.add_paragraph(words)
    return saved(word)


def with_xml(xml: str, *, words: str = "Text.") -> bytes:
    """A file with an element of Word's own XML in its paragraph; `w:` is bound."""
    word = Document()
    paragraph = word.add_paragraph(words)
    paragraph._p.append(parse_xml(xml.replace(">", f' xmlns:w="{W}">', 1)))
    return saved(word)


def with_parts(parts: Mapping[str, bytes], *, without: tuple[str, ...] = ()) -> bytes:
    """A file with other parts in its zip than Word wrote."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(plain("Text."))) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts and name not in without:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return written.getvalue()
