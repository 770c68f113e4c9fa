"""The links between the pages of a long list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict

PARAMETER = "sida"


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of the list; `number` 0 is a gap between far pages."""

    number: int
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pagination:
    """What `core/components/pagination.html` draws; empty `previous` or `next` is not drawn."""

    links: Sequence[PageLink]
    previous: str
    next: str


def pagination_of(page: "Page[Any]", query: QueryDict) -> Pagination | None:
    """The links of a page of a list, keeping the rest of the address; None when all fits on one page."""
    paginator = page.paginator
    if paginator.num_pages < 2:
        return None

    def url(number: int) -> str:
        changed = query.copy()
        changed[PARAMETER] = str(number)
        return f"?{changed.urlencode()}"

    links = [
        PageLink(number, url(number), current=number == page.number)
        if isinstance(number, int)
        else PageLink(0)
        for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return Pagination(
        links=links,
        previous=url(page.previous_page_number()) if page.has_previous() else "",
        next=url(page.next_page_number()) if page.has_next() else "",
    )
