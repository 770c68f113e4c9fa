"""The text of a stored file, for search: PDF, Word, presentations and open documents. Call it in the worker.

A file that cannot be read has no text; it is found by its name all the same.
"""

import io
import logging
import time
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from pypdf import PdfReader

from samsyn.core.files.models import StoredFile
from samsyn.core.files.storing import read_stored

logger = logging.getLogger(__name__)
LONGEST_TEXT = 500_000
LONGEST_READING = 60.0  # seconds
# An office file is a zip: which of its parts hold text.
_PARTS = ("word/document.xml", "word/footnotes.xml", "ppt/slides/slide", "xl/sharedStrings.xml", "content.xml")  # fmt: skip
_LARGEST_PART = 50 * 2**20
# After these elements a new word begins; within them a word may be cut in pieces.
_BREAKS = {"p", "h", "tab", "br", "cr", "si", "tc", "line-break", "s"}


def text_of(stored: StoredFile) -> str:
    """Its words in the order of the file, at most half a million characters."""
    content = read_stored(stored)
    until = time.monotonic() + LONGEST_READING
    pieces = _pdf(content) if stored.content_type == "application/pdf" else _office(content)
    if stored.content_type.startswith("text/"):
        pieces = iter([content.decode("utf-8", "replace")])
    found, length = [], 0
    try:
        for piece in pieces:
            found.append(piece)
            length += len(piece)
            if length > LONGEST_TEXT or time.monotonic() > until:
                break
    except Exception as error:  # the libraries raise whatever a broken file makes them
        logger.warning("The text of file %s could not be read: %s", stored.pk, type(error).__name__)
    return "".join(found)[:LONGEST_TEXT].replace("\x00", "")


def _pdf(content: bytes) -> Iterator[str]:
    for page in PdfReader(io.BytesIO(content)).pages:
        yield page.extract_text() + "\n"


def _office(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for part in file.infolist():
            if part.filename.startswith(_PARTS) and part.file_size <= _LARGEST_PART:
                yield _words(file.read(part))


class _Words:
    """Takes the text of a part in its order. Line breaks between elements are how the file is laid out, not text."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def data(self, text: str) -> None:
        if text.strip() or "\n" not in text:
            self.found.append(text)

    def end(self, tag: str) -> None:
        if tag.rpartition("}")[2] in _BREAKS:
            self.found.append("\n")


def _words(part: bytes) -> str:
    words = _Words()
    parser = DefusedXMLParser(target=words, forbid_dtd=True)
    try:
        parser.feed(part)
    except (ParseError, DefusedXmlException):
        return ""
    return "".join(words.found)
