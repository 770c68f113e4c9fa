"""Asking the index."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from samsyn.core.registry.interface import search_sources
from samsyn.core.search.matching import Match, match_of
from samsyn.core.search.models import SearchDocument, SearchText
from samsyn.core.search.scopes import PUBLIC, Reader
from samsyn.core.search.tokens import swedish
from samsyn.lib.text import Part, Term, highlight, normalised, read_query, snippet

LONGEST_QUESTION = 300
# A text to find the like of is known by this many of its first different words.
SIMILAR_TERMS = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found; `title` and `snippet` in pieces that say whether they are what was asked for."""

    kind: str
    key: str
    url: str
    title: tuple[Part, ...]
    snippet: tuple[Part, ...]
    updated: datetime
    is_example: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind with hits: how many the question has of it, whatever kinds are chosen."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: hits of the chosen kinds, their number in all, and the facets."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: tuple[Facet, ...] = ()
    terms: tuple[Term, ...] = ()


def search(
    question: str,
    reader: Reader,
    kinds: Collection[str] = (),
    *,
    limit: int = 20,
    offset: int = 0,
    unfinished: bool = False,
) -> Found:
    """What the reader may find of what is asked for, best first. `unfinished`: the last word is still being typed."""
    terms = read_query(question[:LONGEST_QUESTION], swedish(), unfinished=unfinished)
    if not terms:
        return Found()
    match = match_of(terms, connection.vendor)
    counts = _counts(match, reader)
    facets = tuple(
        Facet(source.kind, str(source.label), counts[source.kind])
        for source in search_sources.providers()
        if source.kind in counts
    )
    total = sum(count for kind, count in counts.items() if not kinds or kind in kinds)
    ranked = _ranked(match, reader, kinds, limit, offset) if total else []
    return Found(_hits(ranked, terms), total, facets, terms)


def count(question: str, reader: Reader) -> int:
    """How many documents the reader would find."""
    terms = read_query(question[:LONGEST_QUESTION], swedish())
    return sum(_counts(match_of(terms, connection.vendor), reader).values()) if terms else 0


def similar(
    text: str, reader: Reader, kinds: Collection[str] = (), *, limit: int = 5
) -> tuple[Hit, ...]:
    """Documents about what a text is about, while it is being written; those that share most of its words first.

    At least half of the text's words (of up to twelve) must be in a document, in some form or as a synonym.
    """
    terms = read_query(text[:2000], swedish())[:SIMILAR_TERMS]
    if not terms:
        return ()
    match = match_of(terms, connection.vendor, any_term=True)
    candidates = _ranked(match, reader, kinds, 200, 0)
    rows = SearchText.objects.in_bulk(candidates)
    scored = []
    for place, pk in enumerate(candidates):
        row = rows[pk]
        own = set(f"{row.title_tokens} {row.body_tokens} {row.part_tokens}".split())
        shared = sum(_has(term, own) for term in terms)
        if shared * 2 >= len(terms):
            scored.append((-shared, place, pk))
    return _hits([pk for _, _, pk in sorted(scored)[:limit]], terms)


def _has(term: Term, tokens: set[str]) -> bool:
    return term.exact in tokens or any(tokens.issuperset(other) for other in term.others)


_SQLITE_MATCHES = "id IN (SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s)"
_POSTGRESQL_MATCHES = "vector @@ %s::tsquery"


def _matches() -> str:
    return _SQLITE_MATCHES if connection.vendor == "sqlite" else _POSTGRESQL_MATCHES


def _may_see(reader: Reader, kinds: Collection[str] = ()) -> tuple[str, list[str | int]]:
    """The permission filter, as it stands in every query of the index."""
    scopes = reader.scopes
    sql = f"collaboration_id = %s AND scope IN ({', '.join(['%s'] * len(scopes))})"
    values: list[str | int] = [reader.collaboration_id, *scopes]
    if kinds:
        sql += f" AND kind IN ({', '.join(['%s'] * len(kinds))})"
        values += kinds
    return sql, values


def _counts(match: Match, reader: Reader) -> dict[str, int]:
    may_see, values = _may_see(reader)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT kind, count(*) FROM core_searchdocument WHERE {_matches()} AND {may_see} GROUP BY kind",  # noqa: S608  # only our own words are pasted
            [match.anywhere, *values],
        )
        return dict(cursor.fetchall())


def _ranked(
    match: Match, reader: Reader, kinds: Collection[str], limit: int, offset: int
) -> list[int]:
    may_see, values = _may_see(reader, kinds)
    matches = _matches()
    page = [limit, offset]
    # A frequent word fills the first page with its best hits alone, and the others need not be sorted.
    best = (
        f"SELECT id FROM core_searchdocument WHERE {matches} AND {may_see} "  # noqa: S608  # only our own words are pasted
        "ORDER BY updated DESC, kind, key LIMIT %s OFFSET %s"
    )
    all_hits = (
        f"SELECT id FROM core_searchdocument WHERE {matches} AND {may_see} "  # noqa: S608  # only our own words are pasted
        f"ORDER BY CASE WHEN {matches} THEN 3 WHEN {matches} THEN 2 WHEN {matches} THEN 1 ELSE 0 END DESC, "
        "updated DESC, kind, key LIMIT %s OFFSET %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(best, [match.exact_in_title, *values, *page])
        found = [pk for (pk,) in cursor.fetchall()]
        if len(found) < limit:
            tiers = [match.exact_in_title, match.in_title, match.exact]
            cursor.execute(all_hits, [match.anywhere, *values, *tiers, *page])
            found = [pk for (pk,) in cursor.fetchall()]
    return found


def _hits(ranked: Sequence[int], terms: Sequence[Term]) -> tuple[Hit, ...]:
    rows = (
        SearchText.objects.select_related("document")
        .defer("title_tokens", "body_tokens", "part_tokens")
        .in_bulk(list(ranked))
    )
    return tuple(_hit(rows[pk], terms) for pk in ranked)


def _hit(row: SearchText, terms: Sequence[Term]) -> Hit:
    return Hit(
        kind=row.document.kind,
        key=row.document.key,
        url=row.url,
        title=highlight(normalised(row.title), terms, swedish()),
        snippet=snippet(normalised(row.body), terms, swedish()),
        updated=row.document.updated,
        is_example=row.document.is_example,
    )


def public_addresses(collaboration_id: int) -> list[tuple[str, datetime]]:
    """The address of everything that everybody may find, with when it last changed, in the order of the addresses."""
    documents = SearchDocument.objects.filter(collaboration_id=collaboration_id, scope=PUBLIC)
    newest: dict[str, datetime] = {}
    for url, updated in documents.values_list("text__url", "updated"):
        page = url.partition("#")[0]
        newest[page] = max(updated, newest.get(page, updated))
    return sorted(newest.items())
