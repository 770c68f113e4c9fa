"""A key figure that is a share, with the offices compared; and how everything is worked out."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.equality.figures import chart_of, office_lines, said_of
from samsyn.equality.queries import overview_of
from samsyn.indicators.interface import picture_of, published_indicators
from samsyn.organisations.interface import SamsynRequest, public


@public
def indicator(request: SamsynRequest, key: str) -> HttpResponse:
    """The county's share, the funnel, and each office with interval and estimate, of the newest year."""
    overview = overview_of(request.collaboration)
    found = published_indicators(request.collaboration).filter(key=key).first()
    picture = picture_of(found) if found else None
    ratios = overview.content.get("ratios", []) if overview else []
    one = next((ratio for ratio in ratios if ratio["name"] == key), None)
    if overview is None or picture is None or one is None or not picture.shows_areas:
        raise Http404(_("The key figure is not one that is compared."))
    known = {area.key: area.name for area in picture.areas}
    names = {place: known.get(area, area) for place, area in enumerate(one["areas"], start=1)}
    context = {
        "indicator": picture.indicator,
        "label": picture.definition.name,
        "made_at": overview.made_at,
        "county_label": _("The county's share"),
        "counted": _("Number of all"),
        "offices": office_lines(one, names, protected=False),
        "chart": chart_of(one, names, protected=False),
        **said_of(one),
    }
    return render(request, "equality/indicator.html", context)


@public
def methods(request: SamsynRequest) -> HttpResponse:
    """Every method in short: what it answers, how it is worked out, how sure it is, when it may not be used."""
    return render(request, "equality/methods.html")
