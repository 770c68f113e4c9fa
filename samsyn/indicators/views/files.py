"""Files to take away: a key figure as CSV or Excel, its chart, a profile as PDF, the whole list."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt

from samsyn.core.charts.interface import share_card, to_png
from samsyn.core.clock.interface import today
from samsyn.core.pdf.interface import render as render_pdf
from samsyn.indicators.access import get_indicator_to_see, get_office_to_profile
from samsyn.indicators.document import profile_document
from samsyn.indicators.drawing import chart_of
from samsyn.indicators.export import csv_of, xlsx_of
from samsyn.indicators.picture import Picture, picture_of, pictures_of
from samsyn.indicators.profile import profile_of
from samsyn.indicators.queries import published_indicators
from samsyn.organisations.interface import SamsynRequest, public

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PNG_WIDTH = 1280


def _picture(request: SamsynRequest, key: str) -> Picture:
    picture = picture_of(get_indicator_to_see(request.collaboration, key))
    if picture is None:
        raise Http404
    return picture


@public
def file(request: SamsynRequest, key: str, kind: str) -> HttpResponse:
    """A key figure as one long table."""
    picture = _picture(request, key)
    match kind:
        case "csv":
            content, content_type = csv_of([picture]).encode(), "text/csv; charset=utf-8"
        case "xlsx":
            content, content_type = xlsx_of(picture), XLSX
        case _:
            raise Http404
    return _attached(content, content_type, f"{key}.{kind}")


@public
def export(request: SamsynRequest) -> HttpResponse:
    """All own key figures in one long table: for editors of Miljöbarometern and others."""
    own = published_indicators(request.collaboration).filter(is_reference=False)
    name = f"nyckeltal-{request.collaboration.slug}-{today().isoformat()}.csv"
    return _attached(csv_of(pictures_of(own)).encode(), "text/csv; charset=utf-8", name)


def _attached(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@public
def chart(request: SamsynRequest, key: str, kind: str) -> HttpResponse:
    """The chart as a picture of its own."""
    drawn = chart_of(_picture(request, key))
    if drawn is None or kind not in {"svg", "png"}:
        raise Http404
    if kind == "svg":
        return HttpResponse(drawn.wide, content_type="image/svg+xml; charset=utf-8")
    return HttpResponse(to_png(drawn.wide, width=PNG_WIDTH), content_type="image/png")


@public
@cache_control(public=True, max_age=3_600)
def share(request: SamsynRequest, key: str) -> HttpResponse:
    """Name, chart and publisher as one picture, for those who share a link to the key figure."""
    picture = _picture(request, key)
    example = _("example data") if picture.indicator.is_example else ""
    png = share_card(
        request.collaboration.name, picture.definition.name, chart_of(picture), note=example
    )
    return HttpResponse(png, content_type="image/png")


@public
@xframe_options_exempt
def embed(request: SamsynRequest, key: str) -> HttpResponse:
    """The chart alone with its source, to be shown in a frame on a municipality's website."""
    picture = _picture(request, key)
    address = request.build_absolute_uri(reverse("indicators:indicator", args=[key]))
    own = request.build_absolute_uri()
    context = {"picture": picture, "chart": chart_of(picture), "address": address, "own": own}
    response = render(request, "indicators/embed.html", context)
    # Anyone may frame this page and no other; the rest of the policy stands.
    response._csp_replace = {"frame-ancestors": ["*"]}  # type: ignore[attr-defined]
    return response


@public
def profile_pdf(request: SamsynRequest, office: str) -> HttpResponse:
    """An office's profile as tagged PDF."""
    found = get_office_to_profile(request.collaboration, office)
    address = request.build_absolute_uri(reverse("indicators:office", args=[office]))
    document = profile_document(found, profile_of(found), address=address, day=today())
    content = render_pdf(document)
    return _attached(
        content, "application/pdf", _("key-figures-%(office)s.pdf") % {"office": office}
    )
