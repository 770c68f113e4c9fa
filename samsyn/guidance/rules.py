"""Pure decisions of guidance: numbers of editions, what changed, when the next review is, what was in force."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeVar

_NUMBER = re.compile(r"[1-9]\d{0,2}\.\d{1,3}")
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class InForce(Protocol):
    @property
    def in_force_from(self) -> date: ...


Dated = TypeVar("Dated", bound=InForce)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text compared with an earlier one: the same, taken out or put in."""

    kind: Literal["same", "out", "in"]
    text: str


def is_edition_number(number: str) -> bool:
    """Whether it is written as an edition: 3.1."""
    return bool(_NUMBER.fullmatch(number))


def number_order(number: str) -> tuple[int, ...]:
    """Sorts 3.10 after 3.9."""
    return tuple(int(part) for part in number.split("."))


def next_numbers(latest: str | None) -> tuple[str, str]:
    """The number of a small and of a large change after the latest edition."""
    if latest is None:
        return ("1.0", "1.0")
    large, small = number_order(latest)
    return (f"{large}.{small + 1}", f"{large + 1}.0")


def in_force_on(editions: Sequence[Dated], day: date, ended_on: date | None = None) -> Dated | None:
    """The edition that applied on the day; none before the first one and from the day the document ended."""
    if ended_on is not None and day >= ended_on:
        return None
    begun = [edition for edition in editions if edition.in_force_from <= day]
    return max(begun, key=lambda edition: edition.in_force_from) if begun else None


def months_after(day: date, months: int) -> date:
    """The same day of the month some months later, or the month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        if last <= day.day:
            try:
                return date(year, month + 1, last)
            except ValueError:
                continue
    raise ValueError(day)  # no month is shorter than 28 days


def word_changes(before: str, after: str) -> list[Piece]:
    """What was taken out and put in, word by word; whole words, so that it reads."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    pieces: list[Piece] = []
    for code, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece("out", "".join(old[a:b])))
        if d > c:
            pieces.append(Piece("in", "".join(new[c:d])))
    return _joined(pieces)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Changes with nothing but a space between them are one change: a sentence replaced reads as one."""
    result: list[Piece] = []
    out, put = "", ""
    for place, piece in enumerate(pieces):
        between = (
            piece.kind == "same"
            and not piece.text.strip()
            and 0 < place < len(pieces) - 1
            and (out or put)
        )
        if piece.kind == "out" or between:
            out += piece.text
        if piece.kind == "in" or between:
            put += piece.text
        if piece.kind == "same" and not between:
            result += _change(out, put)
            out, put = "", ""
            result.append(piece)
    return result + _change(out, put)


def _change(out: str, put: str) -> list[Piece]:
    found = [Piece("out", out)] if out.strip() else []
    return found + ([Piece("in", put)] if put.strip() else [])


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a clause stands: `3.2`, and whether it is the first of its chapter."""

    chapter: str
    chapter_number: int
    number: str
    is_first: bool


def numbers_of(chapters: Sequence[str]) -> list[Numbered]:
    """Numbers for clauses in order, given each one's chapter: 1.1, 1.2, 2.1 …"""
    result: list[Numbered] = []
    chapter_number = within = 0
    last: str | None = None
    for chapter in chapters:
        is_first = chapter != last
        chapter_number, within = (
            (chapter_number + 1, 1) if is_first else (chapter_number, within + 1)
        )
        result.append(Numbered(chapter, chapter_number, f"{chapter_number}.{within}", is_first))
        last = chapter
    return result
