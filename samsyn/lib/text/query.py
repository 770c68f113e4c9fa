"""Reads what somebody typed in a search box."""

import functools
from dataclasses import dataclass
from pathlib import Path

from samsyn.lib.text.analysis import STOP_WORDS, Analyser
from samsyn.lib.text.law import law_places
from samsyn.lib.text.words import fold, normalised, places

_FILE = Path(__file__).with_name("synonyms.txt")
# Longer questions are cut: each word costs a look in the index.
MOST_TERMS = 12


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked for: a word, or a reference to law.

    `exact` is the token that says just this. Each of `others` says nearly the same when all its roots are there:
    the parts of a compound, or a synonym. `beginnings` are ways to write the start of words, for a word still
    being typed. `written` is what stood in the box.
    """

    exact: str
    written: str
    others: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[str, ...] = ()
    is_law: bool = False

    @property
    def wanted(self) -> frozenset[str]:
        """All tokens that are a hit in a text."""
        return frozenset([self.exact, *(root for other in self.others for root in other)])


def read_query(text: str, analyser: Analyser, *, unfinished: bool = False) -> tuple[Term, ...]:
    """What is asked for, in the order it was typed; stop words only when there is nothing else.

    `unfinished`: the last word may still be being typed, and stands for all words that begin so.
    """
    folded = fold(normalised(text))
    laws = law_places(folded)
    terms = [
        (place.start, Term(place.token, folded[place.start : place.end], is_law=True))
        for place in laws
    ]
    stops: list[tuple[int, Term]] = []
    words = [
        place
        for place in places(folded)
        if place.word != "§" and not any(law.start <= place.start < law.end for law in laws)
    ]
    for number, place in enumerate(words):
        typing = unfinished and number == len(words) - 1 and place.end == len(folded)
        term = _word_term(place.word, analyser, typing=typing)
        is_stop = place.word in STOP_WORDS and not typing
        (stops if is_stop else terms).append((place.start, term))
    unique = {term.exact: term for _, term in sorted(terms or stops, key=lambda pair: pair[0])}
    return tuple(unique.values())[:MOST_TERMS]


def _word_term(written: str, analyser: Analyser, *, typing: bool) -> Term:
    word = analyser.word(written)
    others = [word.parts] if word.parts else []
    others += _synonyms(analyser).get(word.exact, ())
    beginnings = tuple(dict.fromkeys([written, word.exact])) if typing else ()
    return Term(word.exact, written, tuple(dict.fromkeys(others)), beginnings)


def _only_word(member: str) -> str:
    """The member's word when it is one word, else nothing."""
    words = [place.word for place in places(fold(member))]
    return words[0] if len(words) == 1 else ""


@functools.cache
def _synonyms(analyser: Analyser) -> dict[str, list[tuple[str, ...]]]:
    """What else to look for, for each word of the synonym table that is one word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        members = [
            tuple(
                analyser.word(place.word).exact
                for place in places(fold(member))
                if place.word not in STOP_WORDS
            )
            for member in line.split("=")
        ]
        # A compound is also found where it stands inside a longer one.
        single = [written for written in map(_only_word, line.split("=")) if written]
        apart = [analyser.word(written).parts for written in single]
        ways = [*members, *(parts for parts in apart if parts)]
        for member in members:
            if len(member) == 1:
                found.setdefault(member[0], []).extend(way for way in ways if way != member)
    return found
