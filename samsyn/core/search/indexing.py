"""Writing the index, in the transaction of what is written about."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from django.db import connection, transaction

from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import Document, search_sources
from samsyn.core.search.models import SearchDocument, SearchText, SearchWord
from samsyn.core.search.tokens import Tokens, tokens_of
from samsyn.lib.text import normalised

# PostgreSQL keeps at most 16,383 positions a document; longer texts need none.
_LAST_POSITION = 16_000
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
    analysed = [tokens_of(document.title, document.body) for document in batch]
    rows = SearchDocument.objects.bulk_create(
        SearchDocument(
            collaboration_id=document.collaboration_id,
            kind=document.kind,
            scope=document.scope,
            key=document.key,
            updated=document.updated or now(),
            is_example=document.is_example,
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
            (row.collaboration_id, row.scope, word)
            for row, tokens in zip(rows, analysed, strict=True)
            for word in tokens.vocabulary
        )
    )


@transaction.atomic
def remove(collaboration_id: int, kind: str, key: str) -> None:
    """Takes a document out of the index; nothing happens when it is not there."""
    row = (
        SearchDocument.objects.select_for_update()
        .select_related("text")
        .filter(collaboration_id=collaboration_id, kind=kind, key=key, text__isnull=False)
        .first()
    )
    if row is None:
        return
    words = tokens_of(row.text.title, row.text.body).vocabulary
    _count({(row.collaboration_id, row.scope, word): -1 for word in words})
    SearchWord.objects.filter(
        collaboration_id=row.collaboration_id, scope=row.scope, documents__lte=0
    ).delete()
    row.delete()


@transaction.atomic
def rebuild(collaboration_id: int, kinds: Iterable[str] = ()) -> int:
    """Writes all documents of a collaboration anew from their packages; of some kinds when given. Returns how many.

    With no kinds, what no package knows of any longer is forgotten too.
    """
    wanted = frozenset(kinds)
    rows = SearchDocument.objects.filter(collaboration_id=collaboration_id)
    if wanted:
        for kind, key in rows.filter(kind__in=wanted).values_list("kind", "key"):
            remove(collaboration_id, kind, key)
    else:
        rows.delete()
        SearchWord.objects.filter(collaboration_id=collaboration_id).delete()
    return sum(
        index_all(source.documents(collaboration_id))
        for source in search_sources.providers()
        if not wanted or source.kind in wanted
    )


def _write_vectors(rows: Iterable[tuple[int, Tokens]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE core_searchdocument SET vector = %s::tsvector WHERE id = %s",
            [(_vector(tokens), pk) for pk, tokens in rows],
        )


def _vector(tokens: Tokens) -> str:
    lexemes: dict[str, list[str]] = {}
    position = 0
    for weight, words in (("A", tokens.title), ("B", tokens.body), ("D", tokens.parts)):
        for word in words:
            position = min(position + 1, _LAST_POSITION)
            places = lexemes.setdefault(word, [])
            # What is asked is only whether a word stands in a field, so one place in each is enough.
            if not any(place.endswith(weight) for place in places):
                places.append(f"{position}{weight}")
    return " ".join(f"{quoted(word)}:{','.join(places)}" for word, places in lexemes.items())


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
