"""Finds references to law in Swedish text and gives each one name, however it is written.

"26 kap. 19 § miljöbalken", "MB 26:19" and "26 kap 19 §" all become `lag:mb:26:19`; "2013:251" and "MPF"
become `lag:mpf`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PREFIX = "lag"
# In this field a chapter without its law is one of the Environmental Code.
UNNAMED = "mb"
LONGEST_RANGE = 50
_FILE = Path(__file__).with_name("laws.txt")


def _read_laws() -> dict[str, str]:
    """Every way to name a law (lower case), to its short code."""
    names: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, *others = (part.strip() for part in line.split("|"))
            names.update(dict.fromkeys([code, *others], code))
    return names


_NAMES = _read_laws()
_NAME = "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))
_SFS = r"(?:sfs\s*)?\d{4}:\d{1,4}"
_LAW = rf"(?P<law>\b(?:{_NAME})(?![^\W_])|\b{_SFS}(?!\d))"
_PAREN = r"(?:\s*\((?:sfs\s*)?\d{4}:\d{1,4}\))?"
_CHAPTER = r"(?P<chapter>\b\d{1,2}\s?[a-h]?)\s*kap\b\.?(?:itlet)?"
_NUMBER = r"\d{1,3}(?:\s?[a-h]\b)?"
# "19 §", "2 och 3 §§", "4–6 §§", "2, 3 och 5 §§"
_NUMBERS = rf"\b{_NUMBER}(?:\s*(?:,|[-–]|och|samt|eller)\s*{_NUMBER})*"
_SECTION = rf"(?P<section>{_NUMBERS})\s*(?:§+|paragraf(?:en|erna)?\b)"
_PLACE = rf"(?:{_CHAPTER}(?:\s*,?\s*{_SECTION})?|{_SECTION.replace('<section>', '<alone>')})"
_CHAPTER_SECTION = r"(?P<short>\d{1,2}[a-h]?:\d{1,3}[a-h]?)(?!\d)"
_PATTERNS = (
    re.compile(rf"{_LAW}\s+{_CHAPTER_SECTION}"),  # MB 26:19
    re.compile(rf"(?<![\d:]){_CHAPTER_SECTION}\s+{_LAW}"),  # 26:19 MB
    re.compile(rf"{_LAW}{_PAREN}\s*,?\s*{_PLACE}"),  # MB 26 kap. 19 §
    re.compile(rf"{_PLACE}\s*(?:i\s+)?{_LAW}{_PAREN}"),  # 26 kap. 19 § miljöbalken
    re.compile(_PLACE),  # 26 kap 19 §
    re.compile(_LAW),  # 2013:251
)
_SIGNS = re.compile(r"§|kap|paragraf|\d:\d")
# No reference reaches farther than this from its sign or its law's name.
_AROUND = 200


@dataclass(frozen=True, slots=True)
class LawPlace:
    """A reference and where it stands: text[start:end]. Empty chapter or section: the whole of what is above."""

    start: int
    end: int
    law: str
    chapter: str
    section: str

    @property
    def token(self) -> str:
        """The reference's one name: `lag:mb:26:19`; a section without chapter has chapter 0."""
        parts = [PREFIX, self.law]
        if self.chapter or self.section:
            parts.append(self.chapter or "0")
        return ":".join([*parts, self.section] if self.section else parts)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The name and those of what it lies in, so that a search for the chapter finds its sections."""
        parts = self.token.split(":")
        return tuple(":".join(parts[:length]) for length in range(len(parts), 1, -1))


def law_places(text: str) -> list[LawPlace]:
    """The references of a text in their order; `text` is folded (lower case, see `words.fold`)."""
    return list(each_law_place(text))


def each_law_place(text: str) -> Iterator[LawPlace]:
    """The same one by one, for those who do not need all."""
    # Most of a text cites nothing: the patterns cost fifty times as much as looking for signs and bare names.
    for start, end in _stretches(text):
        taken: list[LawPlace] = []
        for pattern in _PATTERNS:
            for found in pattern.finditer(text, start, end):
                if all(found.end() <= p.start or found.start() >= p.end for p in taken):
                    taken.extend(_read(found))
        yield from sorted(taken, key=lambda place: place.start)


def _stretches(text: str) -> list[tuple[int, int]]:
    """The parts of a text that may cite law, from a space to a space, in their order."""
    marks = {match.start() for match in _SIGNS.finditer(text)}
    for name in _NAMES:
        at = text.find(name)
        while at >= 0:
            marks.add(at)
            at = text.find(name, at + 1)
    stretches: list[tuple[int, int]] = []
    for mark in sorted(marks):
        start = text.rfind(" ", 0, max(mark - _AROUND, 0)) + 1
        end = text.find(" ", mark + _AROUND)
        end = len(text) if end < 0 else end
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return stretches


def _read(found: "re.Match[str]") -> Iterator[LawPlace]:
    groups = found.groupdict()
    chapter, section = (
        groups.get("chapter") or "",
        groups.get("section") or groups.get("alone") or "",
    )
    if groups.get("short"):
        chapter, section = groups["short"].split(":")
    if not groups.get("law") and not chapter:
        return  # "19 §" alone can be any law's, and any minutes'
    law = _code(groups["law"]) if groups.get("law") else UNNAMED
    for number in _numbers(section) or [""]:
        yield LawPlace(found.start(), found.end(), law, _bare(chapter), number)


def _code(written: str) -> str:
    name = " ".join(written.removeprefix("sfs").split())
    return _NAMES.get(name, name)


def _numbers(section: str) -> list[str]:
    """The sections of a list: "2 och 4–6" gives 2, 4, 5, 6."""
    found: list[str] = []
    for item in re.split(r",|och|samt|eller", section):
        first, _, last = (_bare(end) for end in re.sub("–", "-", item).partition("-"))
        if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= LONGEST_RANGE:
            found.extend(str(number) for number in range(int(first), int(last) + 1))
        else:
            found.extend(end for end in (first, last) if end)
    return found


def _bare(number: str) -> str:
    return re.sub(r"\s", "", number)
