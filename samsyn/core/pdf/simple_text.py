"""Blocks from what a person typed in a plain text field: paragraphs, bullets and numbered lines."""

import re

from samsyn.core.pdf.document import Bullets, Paragraph

__all__ = ["blocks_from_text"]

_BULLET = re.compile(r"\s*[-*•–]\s+(.*)")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+(.*)")


def blocks_from_text(text: str) -> tuple[Paragraph | Bullets, ...]:
    """An empty line ends a paragraph; lines that start with - * • or 1. are list items.

    Everything else is literal, and a single new line stays one.
    """
    blocks: list[Paragraph | Bullets] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        blocks += _part(part)
    return tuple(blocks)


def _part(part: str) -> list[Paragraph | Bullets]:
    """One stretch of lines, cut where the kind of line changes."""
    groups: list[tuple[str, list[str]]] = []
    for line in part.split("\n"):
        if not line.strip():
            continue
        kind, words = _kind(line)
        if groups and kind == "text" and groups[-1][0] != "text" and line[0].isspace():
            groups[-1][1][-1] += f" {words}"  # an indented line goes on with its item
        elif groups and groups[-1][0] == kind:
            groups[-1][1].append(words)
        else:
            groups.append((kind, [words]))
    return [
        Paragraph("\n".join(lines))
        if kind == "text"
        else Bullets(tuple(lines), numbered=kind == "number")
        for kind, lines in groups
    ]


def _kind(line: str) -> tuple[str, str]:
    if found := _BULLET.fullmatch(line):
        return "bullet", found[1].strip()
    if found := _NUMBERED.fullmatch(line):
        return "number", found[1].strip()
    return "text", line.strip()
