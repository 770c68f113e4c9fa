"""Shows where a text says what was asked for."""

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from samsyn.lib.text.analysis import Analyser
from samsyn.lib.text.law import each_law_place
from samsyn.lib.text.query import Term
from samsyn.lib.text.words import fold, words

# As far into a document as a snippet is looked for; the start of the text is shown when there is none.
_FARTHEST = 30_000
_BEFORE = 50
# How much of a text is read at a time.
_PIECE = 600
ELLIPSIS = "…"


class Part(NamedTuple):
    """A piece of text, and whether it is a hit."""

    text: str
    is_hit: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    token: str


class Highlighter:
    """What was asked for, as something that reads texts: each word is analysed once, however many texts have it."""

    def __init__(self, terms: Collection[Term], analyser: Analyser) -> None:
        self._terms = terms
        self._analyser = analyser
        self._tokens = {token for term in terms for token in term.wanted}
        self._beginnings = tuple(begin for term in terms for begin in term.beginnings)
        letters = {first for token in self._tokens for first in analyser.beginnings(token)}
        self._may_say = re.compile("|".join(map(re.escape, letters))).search
        self._laws_asked = any(term.is_law for term in terms)
        self._words_asked = not all(term.is_law for term in terms)
        # What has been read, and what of it holds a hit; then the words that are hits, with the token of each.
        self._known: set[str] = set()
        self._telling: set[str] = set()
        self._tokens_of: dict[str, str] = {}

    def whole(self, text: str) -> tuple[Part, ...]:
        """The whole text (normalised) as parts; joined they give the text again."""
        return _parts(text, 0, len(text), list(self._hits(text)))

    def snippet(self, text: str, *, length: int = 220) -> tuple[Part, ...]:
        """About `length` characters of the text (normalised) where most of what was asked for stands together."""
        start = self._best_start(text[:_FARTHEST], length)
        start = 0 if start <= _BEFORE else text.rfind(" ", 0, start - _BEFORE) + 1
        end = start + length
        if end < len(text):
            last_space = text.rfind(" ", start, end)
            end = last_space if last_space > start else end
        end = min(end, len(text))
        hits = [
            _Hit(hit.start + start, hit.end + start, hit.token)
            for hit in self._hits(text[start:end])
        ]
        parts = _parts(text, start, end, hits)
        before = (Part(f"{ELLIPSIS} ", is_hit=False),) if start else ()
        after = (Part(f" {ELLIPSIS}", is_hit=False),) if end < len(text) else ()
        return before + parts + after

    def _best_start(self, text: str, length: int) -> int:
        """Where the stretch with the most different hits begins; the first of equals. Once all is said, no further."""
        window: deque[_Hit] = deque()
        best, most = 0, 0
        for hit in self._hits(text):
            window.append(hit)
            while hit.end > window[0].start + length - _BEFORE and len(window) > 1:
                window.popleft()
            different = {each.token for each in window}
            if len(different) > most:
                best, most = window[0].start, len(different)
                if all(_says(term, different) for term in self._terms):
                    break
        return best

    def _hits(self, text: str) -> Iterator[_Hit]:
        """The hits of a text in their order; a reference to law is one hit, not its words."""
        folded = fold(text)
        laws = self._laws(folded) if self._laws_asked else iter(())
        law = next(laws, None)
        for hit in self._words(folded) if self._words_asked else ():
            while law is not None and law.end <= hit.start:
                yield law
                law = next(laws, None)
            if law is None or hit.start < law.start:
                yield hit
        if law is not None:
            yield law
            yield from laws

    def _words(self, folded: str) -> Iterator[_Hit]:
        """The words that are hits. A piece at a time, as most pieces hold none: that is seen by what stands in it."""
        begin = 0
        while begin < len(folded):
            end = folded.find(" ", begin + _PIECE)
            end = len(folded) if end < 0 else end
            written = set(folded[begin:end].split())
            self._read(written - self._known)
            for start, stop in _standing(self._telling & written, folded, begin, end):
                for match in words(folded, start, stop):
                    if token := self._tokens_of.get(match.group()):
                        yield _Hit(match.start(), match.end(), token)
            begin = end

    def _laws(self, folded: str) -> Iterator[_Hit]:
        for place in each_law_place(folded):
            token = next((each for each in place.tokens if each in self._tokens), "")
            if token:
                yield _Hit(place.start, place.end, token)

    def _read(self, written: Collection[str]) -> None:
        """Learns what stands between two spaces: mostly a word, with its comma."""
        self._known.update(written)
        for piece in written:
            for word in (piece,) if piece.isalpha() else [each.group() for each in words(piece)]:
                if token := self._token(word):
                    self._tokens_of[word] = token
                    self._telling.add(piece)

    def _token(self, word: str) -> str:
        """The token asked for that the word is a hit for; nothing for most words."""
        begins = bool(self._beginnings) and word.startswith(self._beginnings)
        if not begins and word.isalpha() and not self._may_say(word):
            return ""
        analysed = self._analyser.word(word)
        if analysed.exact in self._tokens:
            return analysed.exact
        if analysed.parts and not self._tokens.isdisjoint(analysed.parts):
            return next(part for part in analysed.parts if part in self._tokens)
        return word if begins else ""


def _standing(pieces: Collection[str], text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Where in a part of the text these stand between spaces, in order."""
    found = []
    for piece in pieces:
        start = text.find(piece, begin, end)
        while start >= 0:
            stop = start + len(piece)
            if not (text[max(start - 1, 0) : start].strip() or text[stop : stop + 1].strip()):
                found.append((start, stop))
            start = text.find(piece, start + 1, end)
    return sorted(found)


def _says(term: Term, tokens: Collection[str]) -> bool:
    """Whether these tokens together say what was asked for."""
    return (
        term.exact in tokens
        or any(all(root in tokens for root in other) for other in term.others)
        or bool(term.beginnings and any(token.startswith(term.beginnings) for token in tokens))
    )


def _parts(text: str, start: int, end: int, hits: list[_Hit]) -> tuple[Part, ...]:
    parts, at = [], start
    for hit in hits:
        if hit.start < at or hit.end > end:
            continue
        if hit.start > at:
            parts.append(Part(text[at : hit.start], is_hit=False))
        parts.append(Part(text[hit.start : hit.end], is_hit=True))
        at = hit.end
    if at < end:
        parts.append(Part(text[at:end], is_hit=False))
    return tuple(parts)
