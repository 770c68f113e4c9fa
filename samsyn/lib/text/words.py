"""Cuts Swedish text into the words that search counts, each with its place in the text."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# In this order: numbers of acts and activity codes ("1998:901", "10.10", "1.10-i"), words with hyphens
# ("C-verksamhet") and with an abbreviation's ending ("VU:s"), the section sign.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)+(?:-[a-zåäö](?![^\W_]))?"
    r"|[^\W_]+(?:[-’'][^\W_]+)*(?::[a-zåäö]{1,4}(?![^\W_]))?"
    r"|§"
)
# Accents that are spelling, not letters of their own; å, ä and ö stay.
_PLAIN = dict(zip("éèêëáàâíìîïóòôúùûüçñø’", "eeeeaaaiiiiooouuuucnö'", strict=True))
_ACCENT = re.compile("[éèêëáàâíìîïóòôúùûüçñø’]")
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Place:
    """A word as written, in lower case without accents, and where it stands: text[start:end]."""

    start: int
    end: int
    word: str


def normalised(text: str) -> str:
    """The text as it must be stored so that places fit: composed letters, no soft hyphens, no NUL."""
    return unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "").replace("\x00", "")


def fold(word: str) -> str:
    """A word in lower case without accents; as long as it was."""
    lower = word.lower()
    return _ACCENT.sub(_plain, lower if len(lower) == len(word) else word)


def _plain(accent: "re.Match[str]") -> str:
    return _PLAIN[accent.group()]


def words(folded: str, start: int = 0, end: int = sys.maxsize) -> Iterator["re.Match[str]"]:
    """The words of a folded text, or of a part of it, in their order, as matches."""
    return _WORD.finditer(folded, start, end)


def places(text: str) -> Iterator[Place]:
    """The words of a normalised text in their order."""
    # Lower case can change the length of rare letters; then each word is folded by itself.
    low = fold(text)
    for match in _WORD.finditer(low):
        yield Place(match.start(), match.end(), match.group())
