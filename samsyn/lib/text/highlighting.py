"""Shows where a text says what was asked for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from samsyn.lib.text.analysis import Analyser
from samsyn.lib.text.law import law_places
from samsyn.lib.text.query import Term
from samsyn.lib.text.words import fold, places

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


def highlight(text: str, terms: Collection[Term], analyser: Analyser) -> tuple[Part, ...]:
    """The whole text (normalised) as parts; joined they give the text again."""
    return _parts(text, 0, len(text), _hits(text, terms, analyser))


def snippet(
    text: str, terms: Collection[Term], analyser: Analyser, *, length: int = 220
) -> tuple[Part, ...]:
    """About `length` characters of the text (normalised) where most of what was asked for stands together."""
    hits = _hits(text[:_FARTHEST], terms, analyser)
    start = _best_start(hits, length)
    start = 0 if start <= _BEFORE else text.rfind(" ", 0, start - _BEFORE) + 1
    end = start + length
    if end < len(text):
        last_space = text.rfind(" ", start, end)
        end = last_space if last_space > start else end
    parts = _parts(text, start, min(end, len(text)), hits)
    before = (Part(f"{ELLIPSIS} ", is_hit=False),) if start else ()
    after = (Part(f" {ELLIPSIS}", is_hit=False),) if end < len(text) else ()
    return before + parts + after


def _hits(text: str, terms: Iterable[Term], analyser: Analyser) -> list[_Hit]:
    wanted = {token for term in terms for token in term.wanted}
    beginnings = tuple(begin for term in terms for begin in term.beginnings)
    folded = fold(text)
    laws = [
        _Hit(place.start, place.end, place.token)
        for place in law_places(folded)
        if not wanted.isdisjoint(place.tokens)
    ]
    words = []
    for place in places(folded):
        word = analyser.word(place.word)
        token = next((t for t in (word.exact, *word.parts) if t in wanted), None)
        if token is None and beginnings and place.word.startswith(beginnings):
            token = place.word
        if token and not any(law.start <= place.start < law.end for law in laws):
            words.append(_Hit(place.start, place.end, token))
    return sorted({hit.start: hit for hit in [*words, *laws]}.values(), key=lambda hit: hit.start)


def _best_start(hits: list[_Hit], length: int) -> int:
    """Where the stretch with the most different hits begins; the first of equals."""
    best, most = 0, 0
    for index, first in enumerate(hits):
        inside = {
            hit.token
            for hit in hits[index : index + 20]
            if hit.end <= first.start + length - _BEFORE
        }
        if len(inside) > most:
            best, most = first.start, len(inside)
    return best


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
