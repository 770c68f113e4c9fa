"""The search page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from samsyn.core.search.interface import search as ask_index
from samsyn.core.search.interface import suggestion
from samsyn.guidance.interface import note_miss
from samsyn.organisations.interface import SamsynRequest, public, reader_of
from samsyn.web.rows import kind_chips, search_address

HITS_PER_PAGE = 20
MOST_PAGES = 50


@public
@never_cache
def search(request: SamsynRequest) -> HttpResponse:
    """What the reader may find. As she types htmx asks for the result alone, and the last word may be unfinished."""
    question = request.GET.get("q", "").strip()
    kind = request.GET.get("typ", "")
    page = _page_number(request.GET.get("sida", ""))
    is_part = request.headers.get("HX-Request") == "true"
    reader = reader_of(request.actor or None, request.collaboration)
    found = ask_index(
        question,
        reader,
        [kind] if kind else (),
        limit=HITS_PER_PAGE,
        offset=(page - 1) * HITS_PER_PAGE,
        unfinished=is_part,
    )
    if question and not (found.facets or is_part or kind) and page == 1:
        note_miss(request.collaboration, question)
    labels = {facet.kind: facet.label for facet in found.facets}
    is_last = page * HITS_PER_PAGE >= found.total or page == MOST_PAGES
    context = {
        "question": question,
        "kind": kind,
        "found": found,
        "rows": [(hit, labels[hit.kind]) for hit in found.hits],
        "chips": kind_chips(found.facets, question, kind),
        "all_kinds_url": search_address(question),
        "suggestion": suggestion(question, reader) if question and not found.facets else "",
        "earlier": search_address(question, kind, page - 1) if page > 1 else "",
        "later": "" if is_last else search_address(question, kind, page + 1),
    }
    return render(request, f"web/{'search_result' if is_part else 'search'}.html", context)


def _page_number(written: str) -> int:
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 1
    return min(max(number, 1), MOST_PAGES)
