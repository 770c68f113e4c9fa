"""Writing the index anew from what the packages have, a batch at a time, so that others can write meanwhile."""

import functools
import hashlib
import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from samsyn.core.registry.interface import Document, search_sources
from samsyn.core.search import tokens
from samsyn.core.search.indexing import index_all, remove
from samsyn.core.search.models import SearchDocument, SearchState
from samsyn.lib import text


def rebuild(collaboration_id: int, kinds: Iterable[str] = ()) -> int:
    """Writes all documents of a collaboration anew from their packages; of some kinds when given. Returns how many.

    What no package has any longer is forgotten. Meanwhile each document is found as it was or as it is.
    """
    wanted = frozenset(kinds)
    known: set[tuple[str, str]] = set()
    written = 0
    for source in search_sources.providers():
        if not wanted or source.kind in wanted:
            written += index_all(_noted(source.documents(collaboration_id), known))
    rows = SearchDocument.objects.filter(collaboration_id=collaboration_id)
    if wanted:
        rows = rows.filter(kind__in=wanted)
    for kind, key in set(rows.values_list("kind", "key")) - known:
        remove(collaboration_id, kind, key)
    if not wanted:
        SearchState.objects.update_or_create(
            collaboration_id=collaboration_id, defaults={"written_by": program()}
        )
    return written


def rebuild_when_changed(collaboration_id: int) -> int:
    """The same where the index was written by another program than this one: after an upgrade. Returns how many."""
    states = SearchState.objects.filter(collaboration_id=collaboration_id)
    if states.filter(written_by=program()).exists():
        return 0
    return rebuild(collaboration_id)


@functools.cache
def program() -> str:
    """What decides which words a document is found by: the lexicon, the analysis, and what each package gives."""
    sources = {
        Path(inspect.getfile(inspect.unwrap(source.documents)))
        for source in search_sources.providers()
    }
    analysis = Path(text.__file__).parent.glob("*.*")
    files = [*sources, *analysis, Path(tokens.__file__), *settings.LEXICON_DIR.glob("*")]
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: (file.parent.name, file.name)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _noted(documents: Iterable[Document], known: set[tuple[str, str]]) -> Iterator[Document]:
    for document in documents:
        known.add((document.kind, document.key))
        yield document
