"""Shows where a text says what was asked for."""

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
        self._laws_asked = any(term.is_law for term in terms)
        self._words_asked = not all(term.is_law for term in terms)
        self._known: dict[str, str] = {}

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
        if not self._words_asked:
            yield from laws
            return
        law = next(laws, None)
        for match in words(folded):
            start = match.start()
            while law is not None and law.end <= start:
                yield law
                law = next(laws, None)
            token = "" if law is not None and law.start <= start else self._token(match.group())
            if token:
                yield _Hit(start, match.end(), token)
        if law is not None:
            yield law
            yield from laws

    def _laws(self, folded: str) -> Iterator[_Hit]:
        for place in each_law_place(folded):
            token = next((each for each in place.tokens if each in self._tokens), "")
            if token:
                yield _Hit(place.start, place.end, token)

    def _token(self, written: str) -> str:
        """The token asked for that the word is a hit for; nothing for most words."""
        found = self._known.get(written)
        if found is None:
            word = self._analyser.word(written)
            found = next((each for each in (word.exact, *word.parts) if each in self._tokens), "")
            if not found and self._beginnings and written.startswith(self._beginnings):
                found = written
            self._known[written] = found
        return found


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
