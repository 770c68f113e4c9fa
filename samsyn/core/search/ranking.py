"""The queries of the index: how many hits of each kind a question has, and the best of them in order."""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from samsyn.core.search.matching import Match, Way
from samsyn.core.search.models import SearchCell
from samsyn.core.search.scopes import Reader

# The index leads and the documents follow: SQLite would else look up every document and then ask if it is a hit.
_SQLITE = (
    "FROM core_searchindex AS found CROSS JOIN core_searchdocument AS document ON document.id = found.rowid "
    "WHERE found.core_searchindex MATCH %s"
)
_POSTGRESQL = {
    "title": "FROM core_searchdocument AS document WHERE document.title_vector @@ %s::tsquery",
    "words": "FROM core_searchdocument AS document WHERE document.words_vector @@ %s::tsquery",
    "all": "FROM core_searchdocument AS document WHERE document.vector @@ %s::tsquery",
}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a search is narrowed by beside its words. `law` is written as in a text: MB, 2013:251, 26 kap. MB.

    `ended`: only what no longer applies; without it, only the rest.
    """

    area: str = ""
    year: int | None = None
    law: str = ""
    ended: bool = False


EVERYTHING = Narrowing()


class Sight:
    """What a reader may be shown, as the cells it lies in: it stands in every query of the index."""

    def __init__(self, reader: Reader, narrowed: Narrowing = EVERYTHING) -> None:
        cells = SearchCell.objects.filter(
            collaboration_id=reader.collaboration_id,
            scope__in=reader.scopes,
            is_ended=narrowed.ended,
        )
        self.cells = dict(cells.values_list("pk", "kind"))
        self.sql, self.values = "", list[str | int]()
        if narrowed.area:
            self.sql, self.values = " AND area = %s", [narrowed.area]
        if narrowed.year is not None:
            self.sql += " AND year = %s"
            self.values.append(narrowed.year)


def counts(match: Match, sight: Sight) -> dict[str, int]:
    """How many hits of each kind."""
    if not sight.cells:
        return {}
    found: Counter[str] = Counter()
    # Counting by one small number and leaving the cells of others out afterwards is quicker than asking of each hit.
    with _asking() as cursor:
        rows = _rows(cursor, "cell_id, count(*)", match.anywhere, sight, "GROUP BY cell_id", [])
    for cell, number in rows:
        if cell in sight.cells:
            found[sight.cells[cell]] += number
    return dict(found)


def is_any(match: Match, sight: Sight) -> bool:
    """Whether there is a hit at all."""
    return bool(ranked(match, sight, (), 1))


def ranked(
    match: Match, sight: Sight, kinds: Collection[str], limit: int, offset: int = 0
) -> list[int]:
    """The documents of one page of hits, best first: each tier is asked only when those above do not fill the page."""
    cells = [pk for pk, kind in sight.cells.items() if not kinds or kind in kinds]
    if not cells:
        return []
    end = f"AND cell_id IN ({', '.join(['%s'] * len(cells))}) ORDER BY updated DESC, kind, key LIMIT %s"
    needed = offset + limit
    found: dict[int, None] = {}
    with _asking() as cursor:
        for way in (match.exact_in_title, match.in_title, match.exact, match.anywhere):
            # Of what this tier gives, at most all found so far stand in a better one.
            rows = _rows(cursor, "id", way, sight, end, [*cells, needed + len(found)])
            found.update(dict.fromkeys(row[0] for row in rows))
            if len(found) >= needed:
                break
    return list(found)[offset:needed]


@contextmanager
def _asking() -> Iterator[CursorWrapper]:
    """A cursor whose queries go through the full-text index.

    PostgreSQL believes that reading all documents is quicker, because it does not count what it takes to fetch each
    one's vector from beside the table: 200 ms in 20,000 documents where the index takes 10.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            yield cursor
            return
        # Undone by the transaction when a query fails, by the last line for those who ask inside a longer one.
        with transaction.atomic():
            cursor.execute("SET LOCAL enable_seqscan = off")
            yield cursor
            cursor.execute("SET LOCAL enable_seqscan = on")


def _rows(
    cursor: CursorWrapper, columns: str, way: Way, sight: Sight, end: str, values: list[str | int]
) -> list[tuple[int, ...]]:
    source = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL[way.field]
    cursor.execute(
        f"SELECT {columns} {source}{sight.sql} {end}", [way.text, *sight.values, *values]
    )
    return list(cursor.fetchall())
