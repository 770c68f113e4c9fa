"""Asking the index."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from samsyn.core.registry.interface import search_sources
from samsyn.core.search.matching import match_of
from samsyn.core.search.models import SearchDocument, SearchText
from samsyn.core.search.ranking import EVERYTHING, Narrowing, Sight, is_any, ranked
from samsyn.core.search.ranking import counts as hits_by_kind
from samsyn.core.search.scopes import PUBLIC, Reader
from samsyn.core.search.tokens import swedish
from samsyn.lib.text import Highlighter, Part, Term, read_query

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
    narrowed: Narrowing = EVERYTHING,
) -> Found:
    """What the reader may find of what is asked for, best first. `unfinished`: the last word is still being typed."""
    terms = read_query(question[:LONGEST_QUESTION], swedish(), unfinished=unfinished)
    if not terms:
        return Found()
    match, sight = match_of(_with_law(terms, narrowed)), Sight(reader, narrowed)
    counts = hits_by_kind(match, sight)
    facets = tuple(
        Facet(source.kind, str(source.label), counts[source.kind])
        for source in search_sources.providers()
        if source.kind in counts
    )
    total = sum(count for kind, count in counts.items() if not kinds or kind in kinds)
    page = ranked(match, sight, kinds, limit, offset) if total else []
    return Found(_hits(page, terms), total, facets, terms)


def _with_law(terms: Sequence[Term], narrowed: Narrowing) -> tuple[Term, ...]:
    """The terms, and the law that the search is narrowed by: its name stands among the words of what cites it."""
    laws = [term for term in read_query(narrowed.law, swedish()) if term.is_law]
    return (*terms, *laws)


def has_hits(question: str, reader: Reader) -> bool:
    """Whether the reader would find anything, in force or not."""
    terms = read_query(question[:LONGEST_QUESTION], swedish())
    if not terms:
        return False
    match = match_of(terms)
    return any(is_any(match, Sight(reader, Narrowing(ended=ended))) for ended in (False, True))


def matching_keys(
    question: str, reader: Reader, kind: str, *, limit: int, narrowed: Narrowing = EVERYTHING
) -> list[str]:
    """The keys of the best hits of one kind, best first: for a package's own list."""
    terms = read_query(question[:LONGEST_QUESTION], swedish())
    if not terms:
        return []
    found = ranked(match_of(_with_law(terms, narrowed)), Sight(reader, narrowed), [kind], limit)
    keys = dict(SearchDocument.objects.filter(pk__in=found).values_list("pk", "key"))
    return [keys[pk] for pk in found]


def similar(
    text: str, reader: Reader, kinds: Collection[str] = (), *, limit: int = 5
) -> tuple[Hit, ...]:
    """Documents about what a text is about, while it is being written; those that share most of its words first.

    At least half of the text's words (of up to twelve) must be in a document, in some form or as a synonym.
    """
    terms = read_query(text[:2000], swedish())[:SIMILAR_TERMS]
    if not terms:
        return ()
    candidates = ranked(match_of(terms, any_term=True), Sight(reader), kinds, 200)
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


def _hits(page: Sequence[int], terms: Sequence[Term]) -> tuple[Hit, ...]:
    rows = (
        SearchText.objects.select_related("document")
        .defer("title_tokens", "body_tokens", "part_tokens")
        .in_bulk(list(page))
    )
    highlighter = Highlighter(terms, swedish())
    return tuple(_hit(rows[pk], highlighter) for pk in page)


def _hit(row: SearchText, highlighter: Highlighter) -> Hit:
    return Hit(
        kind=row.document.kind,
        key=row.document.key,
        url=row.url,
        title=highlighter.whole(row.title),
        snippet=highlighter.snippet(row.body),
        updated=row.document.updated,
        is_example=row.document.is_example,
    )


def years_found(reader: Reader) -> list[int]:
    """The years that the reader's documents are of, the latest first."""
    rows = SearchDocument.objects.filter(cell__in=list(Sight(reader).cells))
    return sorted(rows.values_list("year", flat=True).distinct().order_by(), reverse=True)


def public_addresses(collaboration_id: int) -> list[tuple[str, datetime]]:
    """The address of everything that everybody may find, with when it last changed, in the order of the addresses."""
    documents = SearchDocument.objects.filter(
        collaboration_id=collaboration_id, cell__scope=PUBLIC, cell__is_ended=False
    )
    newest: dict[str, datetime] = {}
    for url, updated in documents.values_list("text__url", "updated"):
        page = url.partition("#")[0]
        newest[page] = max(updated, newest.get(page, updated))
    return sorted(newest.items())
