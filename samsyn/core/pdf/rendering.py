"""Turns a document into PDF/A-2a and PDF/UA-1 at once. typst refuses to write a file that breaks them.

The document goes to the templates as data (JSON), never as source, and the templates' own folder is
all that the compiler can read.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from samsyn.core.pdf.document import AnswerBars, AnswerLine, Block, Document
from samsyn.core.pdf.fonts import fonts_dir, letters
from samsyn.core.pdf.words import words
from samsyn.lib.swedish import Language, format_number, format_percent

__all__ = ["STANDARDS", "RenderingFailed", "render", "typeset"]

STANDARDS = ["a-2a", "ua-1"]
TEMPLATES = Path(__file__).parent / "templates"
_UNKNOWN = "?"


class RenderingFailed(RuntimeError):
    """typst could not write the file; the message is its own."""


def render(document: Document, *, fonts: Path | None = None) -> bytes:
    """The PDF. `fonts` is the folder of the built typeface (else the setting FONTS_DIR).

    Letters that the typeface lacks (emoji, for one) become question marks: a file with holes
    would not be PDF/UA. RenderingFailed when typst refuses, FontsMissing before the fonts are built.
    """
    folder = fonts or fonts_dir()
    data = {**_plain(document), "words": words(document.language)}
    return typeset(
        "document.typ",
        data,
        fonts=folder,
        timestamp=int(document.created.timestamp()) if document.created else None,
        format="pdf",
        pdf_standards=STANDARDS,
    )


def typeset(template: str, data: Mapping[str, Any], *, fonts: Path, **options: Any) -> bytes:
    """Runs one template of ours over data; `options` are typst's own for the output."""
    try:
        result = typst.compile(
            str(TEMPLATES / template),
            root=str(TEMPLATES),
            font_paths=_typefaces(fonts),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_showable(data, letters(fonts)), ensure_ascii=False)},
            **options,
        )
    except typst.TypstError as error:
        raise RenderingFailed(f"{error.message} {error.diagnostic}") from error
    if not isinstance(result, bytes):
        raise RenderingFailed("more than one page where one was expected")
    return result


@lru_cache(maxsize=4)
def _typefaces(folder: Path) -> typst.Fonts:
    """Ours and no others: what is not in it must be seen, not fall back to a serif."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )


def _showable(value: Any, shown: frozenset[int]) -> Any:
    """The same data with every letter that the typeface lacks replaced."""
    if isinstance(value, str):
        if value.isascii() and value.isprintable():
            return value
        return "".join(c if ord(c) in shown or c == "\n" else _replaced(c) for c in value)
    if isinstance(value, Mapping):
        return {key: _showable(item, shown) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_showable(item, shown) for item in value]
    return value


def _replaced(letter: str) -> str:
    """Spaces of every kind stay spaces, marks without width go, the rest is seen to be missing."""
    if letter.isspace():
        return " "
    return "" if unicodedata.category(letter) in {"Cc", "Cf", "Mn"} else _UNKNOWN


def _plain(document: Document) -> dict[str, Any]:
    plain = asdict(document)
    plain["blocks"] = [_block(block, document.language) for block in document.blocks]
    del plain["created"]
    return plain


def _block(block: Block, language: Language) -> dict[str, Any]:
    """A block as a dictionary that names its kind, so that the template knows how to set it."""
    kind = type(block).__name__
    if isinstance(block, AnswerBars):
        lines = [_answer_line(line, block.smallest, language) for line in block.lines]
        return {"block": kind, "caption": block.caption, "lines": lines}
    return {"block": kind, **asdict(block)}


def _answer_line(line: AnswerLine, smallest: int, language: Language) -> dict[str, Any]:
    counts = line.counts
    if counts is None or not counts.answered:
        reason = "too_few" if counts is None else "nothing"
        return {"label": line.label, "absent": words(language)[reason].format(k=smallest)}
    numbers = (counts.deviating, counts.compliant, counts.not_checked, counts.not_applicable)
    parts = [
        {"code": code, "n": n, "text": f"{code} {format_number(n, language=language)}"}
        for code, n in zip(("A", "UA", "EK", "EA"), numbers, strict=True)
        if n
    ]
    percent = ""
    if counts.denominator:
        percent = format_percent(counts.numerator, counts.denominator, language=language)
    n = f"n\u00a0=\u00a0{format_number(counts.denominator, language=language)}"
    return {
        "label": line.label,
        "parts": parts,
        "answered": counts.answered,
        "percent": percent,
        "n": n,
    }
