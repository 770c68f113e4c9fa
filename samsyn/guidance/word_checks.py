"""Whether a Word file can be let in: what is in it is looked at before anything of it is read as text.

A file is refused as a whole, with one reason, when part of it would be lost or could harm; nothing is guessed.
"""

import io
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from samsyn.core.files.interface import FileKind, check_file
from samsyn.guidance.refusals import Refused

# Longer than this nobody reads; it is several documents.
MOST_PAGES = 300
# Letters of a full page, for files that do not say how many pages they have.
_PAGE = 3500
_MOST_PARTS, _MOST_BYTES, _MOST_XML, _DEEPEST = 3000, 300 * 2**20, 60 * 2**20, 250
_OLE = b"\xd0\xcf\x11\xe0"
_SHOWN = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp"}

_TRACKED = {
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange",
}  # fmt: skip
_EMBEDDED = {"object", "control", "altChunk", "subDoc"}
# Parts that are read as text; comments are counted, page headers are told of.
_TEXT = ("word/document", "word/footnotes", "word/endnotes")


@dataclass(slots=True)
class WordFacts:
    """What a Word file has beside its text: told to the person who brings it in."""

    pages: int = 0
    comments: int = 0
    running_heads: bool = False
    shapes: int = 0


@dataclass(slots=True)
class _Count:
    """Elements of one part by kind and name; refuses what nests too deep."""

    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    letters: int = 0
    depth: int = 0
    breaks: int = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Refused("word_hostile")
        space, _brace, name = tag.rpartition("}")
        self.seen[(_kind(space), name)] += 1
        if name == "br" and any(value == "page" for value in attributes.values()):
            self.breaks += 1

    def end(self, _tag: str) -> None:
        self.depth -= 1

    def data(self, text: str) -> None:
        self.letters += len(text.strip())

    def close(self) -> "_Count":
        return self

    def of(self, kind: str, *names: str) -> int:
        return sum(self.seen[(kind, name)] for name in names)


def _kind(space: str) -> str:
    if "wordprocessingml" in space:
        return "word"
    for kind in ("chart", "diagram", "math", "wordprocessingShape", "wordprocessingGroup"):
        if space.rstrip("/").endswith(kind):
            return kind
    return "office" if space.endswith("office:office") else ""


def check_word(name: str, content: bytes) -> WordFacts:
    """Lets a .docx in, or raises Refused (or FileRefused: empty, too large, damaged)."""
    _check_name(name, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = _check_parts(archive)
        counts = {part: _count(archive, part) for part in parts if part.endswith((".xml", ".rels"))}
    document = counts.get("word/document.xml")
    if document is None:
        raise Refused("word_damaged")
    texts = [count for part, count in counts.items() if part.startswith(_TEXT)]
    heads = [c for part, c in counts.items() if part.startswith(("word/header", "word/footer"))]
    if any(count.of("word", *_TRACKED) for count in [*texts, *heads]):
        raise Refused("word_tracked")
    _check_parts_that_would_be_lost(texts)
    facts = WordFacts(
        pages=max(_said_pages(content), document.breaks + 1, _rendered(document), document.letters // _PAGE),
        comments=sum(c.of("word", "comment") for p, c in counts.items() if p == "word/comments.xml"),
        running_heads=any(count.letters for count in heads),
        shapes=sum(
            count.of("wordprocessingShape", "wsp") + count.of("wordprocessingGroup", "wgp")
            for count in texts
        ),
    )  # fmt: skip
    if facts.pages > MOST_PAGES:
        raise Refused("word_long", pages=facts.pages, most=MOST_PAGES)
    return facts


def _check_name(name: str, content: bytes) -> None:
    suffix = PurePath(name).suffix.lower()
    if suffix in {".docm", ".dotm"} or b"vbaProject.bin" in content:
        raise Refused("word_macros")
    if suffix in {".doc", ".dot", ".rtf", ".odt", ".pdf", ".dotx"}:
        raise Refused("word_other_format", suffix=suffix)
    if content.startswith(_OLE):
        raise Refused("word_locked")
    check_file(name, content, kind=FileKind.DOCUMENT)
    if suffix != ".docx":
        raise Refused("word_other_format", suffix=suffix or name)


def _check_parts(archive: zipfile.ZipFile) -> list[str]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if any(info.flag_bits & 1 for info in infos):
        raise Refused("word_locked")
    xml = sum(info.file_size for info in infos if info.filename.endswith((".xml", ".rels")))
    whole = sum(info.file_size for info in infos)
    if len(infos) > _MOST_PARTS or whole > _MOST_BYTES or xml > _MOST_XML:
        raise Refused("word_hostile")
    if len(set(names)) != len(names):
        raise Refused("word_hostile")
    if any(part.startswith(("word/embeddings/", "word/activeX/")) for part in names):
        raise Refused("word_embedded")
    odd = {
        PurePath(part).suffix.lower() for part in names if part.startswith("word/media/")
    } - _SHOWN  # fmt: skip
    if odd:
        raise Refused("word_picture_kind", kinds=", ".join(sorted(odd)))
    return names


def _count(archive: zipfile.ZipFile, part: str) -> _Count:
    count = _Count()
    parser: Any = DefusedXMLParser(target=count, forbid_dtd=True)
    try:
        parser.feed(archive.read(part))
        parser.close()
    except DefusedXmlException as found:
        raise Refused("word_hostile") from found
    except (ParseError, zipfile.BadZipFile, ValueError, OSError, EOFError) as found:
        raise Refused("word_damaged") from found
    return count


def _check_parts_that_would_be_lost(texts: list[_Count]) -> None:
    if any(count.of("word", *_EMBEDDED) or count.of("office", "OLEObject") for count in texts):
        raise Refused("word_embedded")
    if any(count.of("chart", "chart") or count.of("diagram", "relIds") for count in texts):
        raise Refused("word_chart")
    if any(count.of("math", "oMath") for count in texts):
        raise Refused("word_formula")


def _rendered(document: _Count) -> int:
    """Pages when Word last showed the file."""
    return document.of("word", "lastRenderedPageBreak") + 1


def _said_pages(content: bytes) -> int:
    """How many pages the file says it has; 0 when it does not say."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "docProps/app.xml" not in archive.namelist():
            return 0
        words = archive.read("docProps/app.xml").decode("utf-8", "replace")
    number = words.partition("<Pages>")[2].partition("</Pages>")[0].strip()
    return int(number) if number.isdecimal() and len(number) < 7 else 0
