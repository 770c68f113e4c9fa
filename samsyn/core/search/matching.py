"""What is asked for, in the words of each database.

A document is a hit when every term is in it. How good a hit it is depends on where: 3 when the very words stand in the
title, 2 when the title says it in some way, 1 when the very words stand anywhere, 0 else. So the order is the same in
both databases, and documents that the reader may not see have no part in it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from samsyn.core.search.indexing import quoted
from samsyn.lib.text import Term


@dataclass(frozen=True, slots=True)
class Match:
    """One question as match expressions: everything, and the three better ways to be a hit."""

    anywhere: str
    exact: str
    in_title: str
    exact_in_title: str


def match_of(terms: Sequence[Term], vendor: str, *, any_term: bool = False) -> Match:
    """The expressions for a database; with `any_term` one term is enough for a hit."""
    build = partial(_fts5 if vendor == "sqlite" else _tsquery, terms, any_term=any_term)
    return Match(
        anywhere=build(fields="all", widely=True),
        exact=build(fields="words", widely=False),
        in_title=build(fields="title", widely=True),
        exact_in_title=build(fields="title", widely=False),
    )


_FTS5_FIELDS = {
    "all": "{title_tokens body_tokens part_tokens}",
    "words": "{title_tokens body_tokens}",
    "title": "{title_tokens}",
}
_WEIGHTS = {"all": "", "words": "AB", "title": "A"}


def _fts5(terms: Sequence[Term], *, fields: str, widely: bool, any_term: bool) -> str:
    def word(token: str, *, begins: bool = False) -> str:
        return '"' + token.replace('"', '""') + '"' + ("*" if begins else "")

    each = [_term(term, word, widely, " AND ", " OR ") for term in terms]
    return f"{_FTS5_FIELDS[fields]} : ({(' OR ' if any_term else ' AND ').join(each)})"


def _tsquery(terms: Sequence[Term], *, fields: str, widely: bool, any_term: bool) -> str:
    def word(token: str, *, begins: bool = False) -> str:
        marks = ("*" if begins else "") + _WEIGHTS[fields]
        return quoted(token) + (f":{marks}" if marks else "")

    each = [_term(term, word, widely, " & ", " | ") for term in terms]
    return (" | " if any_term else " & ").join(each)


def _term(term: Term, word: Callable[..., str], widely: bool, both: str, either: str) -> str:
    ways: Iterable[str] = [word(term.exact)]
    ways = [*ways, *(word(begin, begins=True) for begin in term.beginnings)]
    if widely:
        ways = [*ways, *(f"({both.join(word(root) for root in other)})" for other in term.others)]
    return f"({either.join(ways)})"
