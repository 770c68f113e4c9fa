"""What search finds of the web: the pages and the news that editors have published, for everybody."""

from collections.abc import Iterator

from django.utils.html import strip_tags
from wagtail.models import Page

from samsyn.core.search.interface import PUBLIC, Document, index, remove
from samsyn.organisations.interface import Collaboration, root_page_of
from samsyn.web.models import InfoPage, NewsPage

PAGE = "sida"


def page_documents(collaboration_id: int) -> Iterator[Document]:
    """All published pages of a collaboration."""
    collaboration = Collaboration.objects.get(pk=collaboration_id)
    root = root_page_of(collaboration)
    if root is None:
        return
    for page in root.get_descendants().live().public().specific():
        if isinstance(page, InfoPage | NewsPage):
            yield _document(page, collaboration)


def find_published(sender: object, instance: Page, **_signal: object) -> None:
    """What Wagtail calls when a page is published: it can be found from now on."""
    collaboration = _place_of(instance)
    if collaboration is not None and isinstance(instance, InfoPage | NewsPage):
        index(_document(instance, collaboration))


def lose_unpublished(sender: object, instance: Page, **_signal: object) -> None:
    """What Wagtail calls when a page is taken down or deleted: it is found no more."""
    collaboration = _place_of(instance)
    if collaboration is not None:
        remove(collaboration.pk, PAGE, str(instance.pk))


def _place_of(page: Page) -> Collaboration | None:
    root = Page.objects.ancestor_of(page, inclusive=True).filter(depth=2).first()
    if root is None:
        return None
    return Collaboration.objects.filter(slug=root.slug).first()


def _document(page: InfoPage | NewsPage, collaboration: Collaboration) -> Document:
    summary = page.summary if isinstance(page, NewsPage) else ""
    return Document(
        collaboration_id=collaboration.pk,
        kind=PAGE,
        key=str(page.pk),
        scope=PUBLIC,
        title=str(page.title),
        body=f"{summary} {strip_tags(str(page.body))}".strip(),
        url=page.own_path,
        updated=page.last_published_at,
        is_example=isinstance(page, NewsPage) and page.is_example,
    )
