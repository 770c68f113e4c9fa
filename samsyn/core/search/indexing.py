"""Writing the index, in the transaction of what is written about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from django.db import connection, transaction

from samsyn.core.clock.interface import localtime, now
from samsyn.core.registry.interface import Document
from samsyn.core.search.models import SearchCell, SearchDocument, SearchText, SearchWord
from samsyn.core.search.tokens import Tokens, tokens_of
from samsyn.lib.text import normalised

BATCH = 200
_ADD_WORDS = (
    "INSERT INTO core_searchword (collaboration_id, scope, word, length, documents) VALUES (%s, %s, %s, %s, %s) "
    "ON CONFLICT (collaboration_id, scope, length, word) "
    "DO UPDATE SET documents = core_searchword.documents + excluded.documents"
)


@transaction.atomic
def index(document: Document) -> None:
    """Puts a document into the index, in place of what stood there under its kind and key."""
    _write([document])


def index_all(documents: Iterable[Document]) -> int:
    """The same for many, a batch in each transaction; returns how many."""
    stream, written = iter(documents), 0
    while some := list(islice(stream, BATCH)):
        batch = {(one.collaboration_id, one.kind, one.key): one for one in some}
        with transaction.atomic():
            _write(list(batch.values()))
        written += len(batch)
    return written


def _write(batch: Sequence[Document]) -> None:
    for document in batch:
        remove(document.collaboration_id, document.kind, document.key)
    moment = now()
    cells: dict[tuple[int, str, str, bool], SearchCell] = {}
    analysed = [tokens_of(document.title, document.body) for document in batch]
    rows = SearchDocument.objects.bulk_create(
        SearchDocument(
            collaboration_id=document.collaboration_id,
            kind=document.kind,
            cell=_cell(document, cells),
            key=document.key,
            updated=document.updated or moment,
            is_example=document.is_example,
            area=document.area,
            year=document.year or localtime(document.updated or moment).year,
        )
        for document in batch
    )
    SearchText.objects.bulk_create(
        SearchText(
            document=row,
            url=document.url,
            title=normalised(document.title),
            body=normalised(document.body),
            title_tokens=" ".join(tokens.title),
            body_tokens=" ".join(tokens.body),
            part_tokens=" ".join(tokens.parts),
        )
        for row, document, tokens in zip(rows, batch, analysed, strict=True)
    )
    if connection.vendor == "postgresql":
        _write_vectors([(row.pk, tokens) for row, tokens in zip(rows, analysed, strict=True)])
    _count(
        Counter(
            (document.collaboration_id, document.scope, word)
            for document, tokens in zip(batch, analysed, strict=True)
            for word in tokens.vocabulary
        )
    )


@transaction.atomic
def remove(collaboration_id: int, kind: str, key: str) -> None:
    """Takes a document out of the index; nothing happens when it is not there."""
    row = (
        SearchDocument.objects.select_for_update(of=("self",))
        .select_related("text", "cell")
        .filter(collaboration_id=collaboration_id, kind=kind, key=key, text__isnull=False)
        .first()
    )
    if row is None:
        return
    words = tokens_of(row.text.title, row.text.body).vocabulary
    _count({(collaboration_id, row.cell.scope, word): -1 for word in words})
    SearchWord.objects.filter(
        collaboration_id=collaboration_id, scope=row.cell.scope, documents__lte=0
    ).delete()
    row.delete()


def _cell(document: Document, known: dict[tuple[int, str, str, bool], SearchCell]) -> SearchCell:
    asked = (document.collaboration_id, document.kind, document.scope, document.is_ended)
    if asked not in known:
        known[asked], _made = SearchCell.objects.get_or_create(
            collaboration_id=document.collaboration_id,
            kind=document.kind,
            scope=document.scope,
            is_ended=document.is_ended,
        )
    return known[asked]


def _write_vectors(rows: Iterable[tuple[int, Tokens]]) -> None:
    """What is asked is only whether a word stands in a field, so the vectors hold no places and no weights."""
    values = []
    for pk, tokens in rows:
        title, words = _vector(tokens.title), {*tokens.title, *tokens.body}
        values.append((title, _vector(words), _vector(words.union(tokens.parts)), pk))
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE core_searchdocument SET title_vector = %s::tsvector, words_vector = %s::tsvector, "
            "vector = %s::tsvector WHERE id = %s",
            values,
        )


def _vector(words: Iterable[str]) -> str:
    return " ".join(map(quoted, words))


def quoted(word: str) -> str:
    """A word as a lexeme of PostgreSQL."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"


def _count(changes: Mapping[tuple[int, str, str], int]) -> None:
    """By collaboration, scope and word: in how many more documents (or fewer) it stands."""
    # Always in the same order, so that two who write at once never wait for each other.
    rows = [
        (pk, scope, word, len(word), change)
        for (pk, scope, word), change in sorted(changes.items())
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_ADD_WORDS, rows)
