"""The map of all public pages, for search engines."""

from datetime import datetime
from xml.etree import ElementTree

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from samsyn.core.search.interface import public_addresses
from samsyn.organisations.interface import SamsynRequest, public

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_ADDRESSES = 50_000  # the protocol's own limit for one file
PAGES = (
    *(f"web:{name}" for name in ("start", "news", "about", "members", "results", "operators")),
    "web:projects",
    *(f"web:{name}" for name in ("press", "suggest", "film", "help_page", "accessibility")),
    *("web:privacy", "campaigns:list", "guidance:list", "guidance:answers"),
    *("indicators:overview", "indicators:open_data", "learning:calendar"),
)


@public
@cache_control(max_age=3_600, public=True)
def sitemap(request: SamsynRequest) -> HttpResponse:
    """Every page that a visitor may open: ours, and everything public that search finds, the editors' pages too."""
    found: dict[str, datetime | None] = {reverse(name): None for name in PAGES}
    for address, changed in public_addresses(request.collaboration.pk):
        found.setdefault(address, changed)
    top = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for url, updated in list(found.items())[:MOST_ADDRESSES]:
        entry = ElementTree.SubElement(top, "url")
        ElementTree.SubElement(entry, "loc").text = request.build_absolute_uri(url)
        if updated is not None:
            ElementTree.SubElement(entry, "lastmod").text = updated.date().isoformat()
    text = ElementTree.tostring(top, encoding="unicode", xml_declaration=True)
    return HttpResponse(text, content_type="application/xml; charset=utf-8")
