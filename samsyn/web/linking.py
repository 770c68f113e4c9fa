"""The links that stand in the pages and news that editors have published, for the link check."""

import re
from collections.abc import Iterator
from html import unescape

from wagtail.models import Page

from samsyn.core.registry.interface import FoundLink
from samsyn.organisations.interface import Collaboration
from samsyn.web.models import InfoPage, NewsPage

# Links as Wagtail keeps them in rich text: by address, or by the number of a page of ours.
_LINK = re.compile(
    r'<a\b[^>]*?(?:\bhref="([^"]*)"|\bid="(\d+)"[^>]*\blinktype="page"|\blinktype="page"[^>]*\bid="(\d+)")'
)


def links_of_pages() -> Iterator[FoundLink]:
    """Every link of every published page, in every collaboration."""
    collaborations = dict(Collaboration.objects.values_list("slug", "pk"))
    live = {page.pk: page for page in Page.objects.live().public().filter(depth__gt=1)}
    for model in (InfoPage, NewsPage):
        for page in model.objects.live().public():
            collaboration_id = collaborations.get(page.url_path.split("/")[1])
            if collaboration_id is not None:
                yield from _links_of(page, collaboration_id, live)


def _links_of(
    page: InfoPage | NewsPage, collaboration_id: int, live: dict[int, Page]
) -> Iterator[FoundLink]:
    root = f"/{page.url_path.split('/')[1]}"
    ours = {one.url_path for one in live.values()}
    for address, target in _addresses(page):
        gone = target is not None and target not in live
        if address.startswith("/") and f"{root}{address.rstrip('/')}/" in ours:
            continue  # a page of an editor, written as a path: it is there
        yield FoundLink(collaboration_id, address, str(page.title), page.own_path, is_gone=gone)


def _addresses(page: InfoPage | NewsPage) -> Iterator[tuple[str, int | None]]:
    """Each address, or what stands for a page of ours with that page's number."""
    bodies = [page.body, page.english_body] if isinstance(page, InfoPage) else [page.body]
    for block in (block for body in bodies for block in body.raw_data):
        if block["type"] == "link":
            yield block["value"]["address"], None
        elif block["type"] == "paragraph":
            for address, first, second in _LINK.findall(block["value"]):
                number = first or second
                yield (f"page {number}", int(number)) if number else (unescape(address), None)
