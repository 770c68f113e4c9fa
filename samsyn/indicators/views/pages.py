"""Public pages: the list, one key figure, its definitions, and an office's profile."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb, Fact, pagination_of
from samsyn.core.registry.interface import panels
from samsyn.indicators.access import (
    get_indicator_to_see,
    get_office_to_profile,
    runs_rounds,
)
from samsyn.indicators.codes import SIGNS, Comparability, Missing
from samsyn.indicators.cube import cubes_of
from samsyn.indicators.drawing import halves_of
from samsyn.indicators.models import Figure
from samsyn.indicators.picture import Picture, picture_of, pictures_of
from samsyn.indicators.profile import indicators_with, profile_of
from samsyn.indicators.queries import published_indicators
from samsyn.indicators.rules import TREND_NEEDS
from samsyn.indicators.table import value_table
from samsyn.organisations.interface import SamsynRequest, public

PER_PAGE, PER_OFFICE_PAGE = 30, 10
MILJOBAROMETERN = "https://miljosamverkan.miljobarometern.se/msj/"


@public
def overview(request: SamsynRequest) -> HttpResponse:
    """All published key figures by subject, the sister organisations' lists beside."""
    published = published_indicators(request.collaboration).order_by(
        "is_reference", "subject", "key"
    )
    page = Paginator(published, PER_PAGE).get_page(request.GET.get("sida"))
    pictures = pictures_of(page.object_list)
    own = [one for one in pictures if not one.indicator.is_reference]
    context = {
        "pagination": pagination_of(page, request.GET),
        "subjects": _by_subject(own),
        "references": _by_publisher(one for one in pictures if one.indicator.is_reference),
        "source": MILJOBAROMETERN,
        "is_member": request.actor is not None,
        "runs": runs_rounds(request.actor or None),
    }
    return render(request, "indicators/overview.html", context)


def _by_subject(pictures: Iterable[Picture]) -> dict[str, list[Picture]]:
    found: dict[str, list[Picture]] = {}
    for one in pictures:
        found.setdefault(one.indicator.subject or _("Other subjects"), []).append(one)
    return dict(sorted(found.items()))


def _by_publisher(pictures: Iterable[Picture]) -> dict[str, list[Picture]]:
    found: dict[str, list[Picture]] = {}
    for one in pictures:
        found.setdefault(one.indicator.publisher, []).append(one)
    return found


@public
def indicator(request: SamsynRequest, key: str) -> HttpResponse:
    """One key figure: what it shows, who reports, every office over time, the table, what is missing, the files."""
    found = get_indicator_to_see(request.collaboration, key)
    picture = picture_of(found)
    assert picture is not None
    sort = request.GET.get("ordning") == "varde" and picture.rule == Comparability.FREE
    context = {
        **head_of(picture),
        "picture": picture,
        "charts": halves_of(picture),
        "day": today(),
        "api_tables": cubes_of(picture),
        "tables": _tables(picture, latest_first=sort),
        "sorted": sort,
        "missing": [
            (SIGNS[Missing(code)], Missing(code), n) for code, n in picture.missing_counts.items()
        ],
        "balanced": _balanced(picture),
        "squares": _squares(picture),
        "few_years": len(picture.years) < TREND_NEEDS,
        "trend_needs": TREND_NEEDS,
        "corrections": Figure.objects.filter(indicator=found, revision__gt=1).order_by(
            "-published_at"
        ),
        "releases": _releases(found.pk),
        "runs": runs_rounds(request.actor or None),
        # What higher packages know of it, such as whether its offices differ more than chance gives.
        "panels": [one for ask in panels.providers() for one in ask(found, request.actor or None)],
    }
    return render(request, "indicators/indicator.html", context)


def head_of(picture: Picture) -> dict[str, object]:
    """Breadcrumbs and status line of a key figure's pages."""
    one, meaning = picture.indicator, picture.definition
    last = picture.last_line
    year = str(last.year) if last else ""
    if last and picture.areas:
        reported = _("%(year)s, %(n)s of %(all)s offices")
        year = reported % {"year": last.year, "n": last.n, "all": len(picture.areas)}
    version = _("version %(number)s") % {"number": meaning.version}
    url = reverse("indicators:definition", args=[one.key])
    return {
        "breadcrumbs": [
            Crumb(_("Key figures"), reverse("indicators:overview")),
            *(
                [Crumb(one.subject, f"{reverse('indicators:overview')}#{slugify(one.subject)}")]
                if one.subject
                else []
            ),
            Crumb(one.number or meaning.name),
        ],
        "status": [
            Fact(
                _("State"), pgettext("key figure", "Published"), icon="checkmark-circle", tone="ok"
            ),
            Fact(_("Latest year"), year, exempeldata=one.is_example),
            Fact(_("Definition"), version, url=url),
            Fact(_("Source"), meaning.source),
            Fact(_("Responsible"), one.owner),
        ],
    }


def _tables(picture: Picture, *, latest_first: bool) -> list[tuple[object, object]]:
    """One table, or one for each group of similar offices and no table across them."""
    if not picture.shows_areas or not picture.areas:
        return []
    if picture.rule != Comparability.WITHIN_GROUP:
        return [(None, value_table(picture, latest_first=latest_first))]
    tables: list[tuple[object, object]] = []
    for group in picture.groups:
        keys = {office.slug for office in group.offices.all()}
        tables.append((group, value_table(picture, [a for a in picture.areas if a.key in keys])))
    return tables


def _balanced(picture: Picture) -> dict[str, object] | None:
    """The mean of those with a value in every year, first and last, beside the raw one."""
    areas, means = picture.balanced.areas, picture.balanced.means
    if len(means) < 2 or len(areas) < 2 or not picture.shows_areas:
        return None
    first, last = min(means), max(means)
    return {
        "areas": areas,
        "first": picture.rounded(means[first]),
        "last": picture.rounded(means[last]),
        "first_year": first,
        "last_year": last,
        "years": [(year, picture.rounded(value)) for year, value in means.items()],
        "chain": [(link.year, picture.rounded(link.value), link.areas) for link in picture.chained],
    }


def _squares(picture: Picture) -> list[dict[str, object]]:
    """For each year one square per office, filled for those that reported."""
    number = len(picture.areas)
    return [
        {
            "line": line,
            "all": number,
            "cells": [(x * 16, x < line.n) for x in range(number)],
            "width": number * 16,
        }
        for line in picture.lines
        if picture.areas and line.n
    ]


def _releases(pk: int) -> list[Figure]:
    """One figure for each release that this key figure has been part of, newest first."""
    rows = Figure.objects.filter(indicator_id=pk, release__isnull=False, revision=1)
    seen: dict[int, Figure] = {}
    for row in rows.select_related("release__round").order_by("-year"):
        seen.setdefault(row.year, row)
    return [*seen.values()]


@public
def definition(request: SamsynRequest, key: str) -> HttpResponse:
    """What the key figure means, version by version."""
    found = get_indicator_to_see(request.collaboration, key)
    picture = picture_of(found)
    assert picture is not None
    context = {**head_of(picture), "picture": picture, "versions": found.definitions.all()}
    return render(request, "indicators/definition.html", context)


@public
def office(request: SamsynRequest, office: str) -> HttpResponse:
    """An office's own figures over time on one page, for its manager and its board."""
    found = get_office_to_profile(request.collaboration, office)
    page = Paginator(indicators_with(found), PER_OFFICE_PAGE).get_page(request.GET.get("sida"))
    context = {
        "office": found,
        "pagination": pagination_of(page, request.GET),
        "profile": profile_of(found, page.object_list),
        "breadcrumbs": [Crumb(_("Key figures"), reverse("indicators:overview")), Crumb(found.name)],
    }
    return render(request, "indicators/office.html", context)
