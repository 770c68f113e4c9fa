"""What is asked for, in the words of each database.

A document is a hit when every term is in it. How good a hit it is depends on where: best when the very words stand in the
title, then when the title says it in some way, then when the very words stand anywhere. So the order is the same in
both databases, and documents that the reader may not see have no part in it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.db import connection

from samsyn.core.search.indexing import quoted
from samsyn.lib.text import Term

Field = Literal["title", "words", "all"]


@dataclass(frozen=True, slots=True)
class Way:
    """One match expression and the field that it is asked of: the title, all words, or the parts of compounds too."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """One question as match expressions: the three best ways to be a hit, and all."""

    exact_in_title: Way
    in_title: Way
    exact: Way
    anywhere: Way


def match_of(terms: Sequence[Term], *, any_term: bool = False) -> Match:
    """The expressions for the database at hand; with `any_term` one term is enough for a hit."""
    build = _fts5 if connection.vendor == "sqlite" else _tsquery

    def way(field: Field, *, widely: bool) -> Way:
        return Way(field, build(terms, field, widely=widely, any_term=any_term))

    return Match(
        exact_in_title=way("title", widely=False),
        in_title=way("title", widely=True),
        exact=way("words", widely=False),
        anywhere=way("all", widely=True),
    )


_FTS5_FIELDS = {
    "title": "{title_tokens}",
    "words": "{title_tokens body_tokens}",
    "all": "{title_tokens body_tokens part_tokens}",
}


def _fts5(terms: Sequence[Term], field: Field, *, widely: bool, any_term: bool) -> str:
    def word(token: str, *, begins: bool = False) -> str:
        return '"' + token.replace('"', '""') + '"' + ("*" if begins else "")

    each = [_term(term, word, widely, " AND ", " OR ") for term in terms]
    return f"{_FTS5_FIELDS[field]} : ({(' OR ' if any_term else ' AND ').join(each)})"


def _tsquery(terms: Sequence[Term], _field: Field, *, widely: bool, any_term: bool) -> str:
    def word(token: str, *, begins: bool = False) -> str:
        return quoted(token) + (":*" if begins else "")

    each = [_term(term, word, widely, " & ", " | ") for term in terms]
    return (" | " if any_term else " & ").join(each)


def _term(term: Term, word: Callable[..., str], widely: bool, both: str, either: str) -> str:
    ways: Iterable[str] = [word(term.exact)]
    ways = [*ways, *(word(begin, begins=True) for begin in term.beginnings)]
    if widely:
        ways = [*ways, *(f"({both.join(word(root) for root in other)})" for other in term.others)]
    return f"({either.join(ways)})"
