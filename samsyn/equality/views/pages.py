"""The yearly picture of equal supervision, as page and as PDF."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.pdf.interface import render as render_pdf
from samsyn.equality.document import overview_document
from samsyn.equality.parts import parts_of
from samsyn.equality.queries import compared_campaigns, compared_indicators, overview_of, years_of
from samsyn.organisations.interface import SamsynRequest, public


@public
def overview(request: SamsynRequest, year: int | None = None) -> HttpResponse:
    """The newest picture, or that of a year."""
    found = overview_of(request.collaboration, year)
    if found is None and year is not None:
        raise Http404
    context = {
        "overview": found,
        "parts": parts_of(found.content) if found else [],
        "ratios": compared_indicators(request.collaboration, found) if found else [],
        "compared": compared_campaigns(request.actor or None, request.collaboration),
        "years": [one for one in years_of(request.collaboration) if found and one != found.year],
    }
    return render(request, "equality/overview.html", context)


@public
def overview_pdf(request: SamsynRequest, year: int) -> HttpResponse:
    """The picture of a year as tagged PDF."""
    found = overview_of(request.collaboration, year)
    if found is None:
        raise Http404
    address = request.build_absolute_uri(reverse("equality:year", args=[year]))
    response = HttpResponse(
        render_pdf(overview_document(found, address=address)), content_type="application/pdf"
    )
    name = _("equal-supervision-%(year)d.pdf") % {"year": year}
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
