"""Open data explained, and the catalogue that dataportal.se and the EU's portal harvest."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samsyn.indicators.catalogue import Addresses, Profile, catalogue
from samsyn.indicators.export import COLUMNS
from samsyn.indicators.formats import CONTENT_TYPES
from samsyn.indicators.picture import pictures_of
from samsyn.indicators.queries import published_indicators
from samsyn.indicators.selection import MAX_CELLS, MAX_CELLS_OF
from samsyn.indicators.views.pxweb import CALLS, WINDOW
from samsyn.organisations.interface import SamsynRequest, public


@public
def open_data(request: SamsynRequest) -> HttpResponse:
    """What there is, how to fetch it from Python, R and Excel, and what we promise."""
    first = published_indicators(request.collaboration).filter(is_reference=False).first()
    context = {
        "api": request.build_absolute_uri(reverse("indicators:api")),
        "table": first.key if first else "",
        "formats": list(CONTENT_TYPES),
        "max_cells": MAX_CELLS,
        "max_cells_of_sheets": MAX_CELLS_OF["xlsx"],
        "calls": CALLS,
        "window": WINDOW,
        "columns": COLUMNS,
    }
    return render(request, "indicators/open_data.html", context)


@public
def dcat(request: SamsynRequest) -> HttpResponse:
    """DCAT-AP-SE, for dataportal.se."""
    return _written(request, Profile.SWEDEN)


@public
def dcat_eu(request: SamsynRequest) -> HttpResponse:
    """The same catalogue as DCAT-AP, for the EU's portal."""
    return _written(request, Profile.EUROPE)


def _written(request: SamsynRequest, profile: Profile) -> HttpResponse:
    def absolute(name: str, *args: str) -> str:
        return request.build_absolute_uri(reverse(f"indicators:{name}", args=args))

    addresses = Addresses(
        root=request.build_absolute_uri("/").rstrip("/"),
        page=lambda key: absolute("indicator", key),
        file=lambda key, kind: absolute("file", key, kind),
        api=absolute("api"),
        docs=absolute("open_data"),
    )
    pictures = pictures_of(published_indicators(request.collaboration))
    content = catalogue(request.collaboration, pictures, addresses, profile)
    return HttpResponse(content, content_type="application/rdf+xml; charset=utf-8")
