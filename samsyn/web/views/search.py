"""The search page."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from samsyn.core.search.interface import search as ask_index
from samsyn.core.search.interface import suggestion, years_found
from samsyn.guidance.interface import Area, cited_laws, note_miss
from samsyn.organisations.interface import SamsynRequest, public, reader_of
from samsyn.web.asking import ENDED, MOST_PAGES, Asked, kind_chips, read

HITS_PER_PAGE = 20


@public
@never_cache
def search(request: SamsynRequest) -> HttpResponse:
    """What the reader may find. As she types htmx asks for the result alone, and the last word may be unfinished."""
    reader = reader_of(request.actor or None, request.collaboration)
    laws, years = cited_laws(request.collaboration), years_found(reader)
    asked = read(request.GET, laws, years)
    is_part = request.headers.get("HX-Request") == "true"
    found = ask_index(
        asked.question,
        reader,
        [asked.kind] if asked.kind else (),
        limit=HITS_PER_PAGE,
        offset=(asked.page - 1) * HITS_PER_PAGE,
        unfinished=is_part,
        narrowed=asked.narrowed,
    )
    nothing = bool(asked.question) and not found.facets
    if nothing and not (is_part or asked.is_narrowed) and asked.page == 1:
        note_miss(request.collaboration, asked.question)
    labels = {facet.kind: facet.label for facet in found.facets}
    is_last = asked.page * HITS_PER_PAGE >= found.total or asked.page == MOST_PAGES
    context = {
        "asked": asked,
        "question": asked.question,
        "found": found,
        "rows": [(hit, labels[hit.kind]) for hit in found.hits],
        "chips": kind_chips(found.facets, asked),
        "all_kinds_url": replace(asked, kind="", page=1).address,
        "all_url": Asked(question=asked.question).address,
        "suggestion": suggestion(asked.question, reader)
        if nothing and not asked.is_narrowed
        else "",
        "earlier": replace(asked, page=asked.page - 1).address if asked.page > 1 else "",
        "later": "" if is_last else replace(asked, page=asked.page + 1).address,
        "areas": Area.choices,
        "laws": laws,
        "years": years,
        "ended": ENDED,
    }
    return render(request, f"web/{'search_result' if is_part else 'search'}.html", context)
