"""Reads: indicators, definitions in force, rounds, and what is published."""

from collections.abc import Iterable, Iterator

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from samsyn.indicators.codes import ReportState, RoundState
from samsyn.indicators.models import Aggregate, Definition, Figure, Indicator, Report, Round
from samsyn.organisations.interface import Collaboration, Office, offices_of


def reporting_offices(collaboration: Collaboration) -> list[Office]:
    """The offices that report key figures, in Swedish order: the environmental offices."""
    return offices_of(collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)


def indicators_of(collaboration: Collaboration) -> QuerySet[Indicator]:
    """The collaboration's indicators with their definitions, newest version first."""
    newest = Definition.objects.order_by("-version").prefetch_related("components")
    return (
        Indicator.objects.filter(collaboration=collaboration)
        .select_related("collaboration")
        .prefetch_related(Prefetch("definitions", queryset=newest))
    )


def published_indicators(collaboration: Collaboration) -> QuerySet[Indicator]:
    """Those that have something published: a figure, or an aggregate by others."""
    own, theirs = (model.objects.filter(indicator=OuterRef("pk")) for model in (Figure, Aggregate))
    return indicators_of(collaboration).filter(Exists(own) | Exists(theirs))


def own_published(collaboration: Collaboration) -> QuerySet[Indicator]:
    """The collaboration's own key figures that have figures office by office."""
    some = Figure.objects.filter(indicator=OuterRef("pk"))
    return indicators_of(collaboration).filter(Exists(some), is_reference=False)


def longest_indicators(collaboration: Collaboration, number: int) -> list[Indicator]:
    """The collaboration's own key figures with the most published years, for places with room for a few."""
    own = Figure.objects.filter(
        indicator__collaboration=collaboration, indicator__is_reference=False, is_current=True
    )
    years = own.values("indicator").annotate(years=Count("year", distinct=True))
    longest = [one["indicator"] for one in years.order_by("-years", "indicator__key")[:number]]
    found = indicators_of(collaboration).in_bulk(longest)
    return [found[key] for key in longest]


def newest_definition(indicator: Indicator) -> Definition | None:
    """The newest version, from what `indicators_of` has loaded."""
    return max(indicator.definitions.all(), key=lambda one: one.version, default=None)


def current_definitions(collaboration: Collaboration, year: int) -> list[Definition]:
    """The newest definition of each own indicator that covers the year and has components: what is collected."""
    found = []
    for indicator in indicators_of(collaboration).filter(is_reference=False):
        covering = [
            one
            for one in indicator.definitions.all()
            if one.first_year <= year and (one.last_year is None or year <= one.last_year)
        ]
        if covering and (newest := max(covering, key=lambda one: one.version)).components.all():
            found.append(newest)
    return found


def current_figures(indicators: Iterable[Indicator]) -> Iterator[Figure]:
    """The figures in force of these indicators, each with its definition from what `indicators_of` has loaded."""
    chosen = {one.pk: one for one in indicators}
    meanings = {meaning.pk: meaning for one in chosen.values() for meaning in one.definitions.all()}
    found = Figure.objects.filter(indicator__in=list(chosen), is_current=True)
    for figure in found.order_by("area_name", "year"):
        figure.indicator = chosen[figure.indicator_id]
        figure.definition = meanings[figure.definition_id]
        yield figure


def rounds_of(collaboration: Collaboration) -> QuerySet[Round]:
    """The collaboration's rounds, newest first."""
    return Round.objects.filter(collaboration=collaboration).order_by("-year")


def unreported(collaboration: Collaboration) -> list[Report]:
    """The reports of open rounds that their offices have not signed, the nearest deadline first."""
    waits = Report.objects.filter(
        round__collaboration=collaboration,
        round__state=RoundState.OPEN,
        state__in=[ReportState.STARTED, ReportState.RETURNED],
    )
    return list(waits.select_related("round", "office").order_by("round__deadline", "office__name"))


def reports_of(one: Round) -> QuerySet[Report]:
    """The offices' reports of a round with what they rest on."""
    return (
        Report.objects.filter(round=one)
        .select_related("round__collaboration", "office__collaboration", "signed_by")
        .prefetch_related("entries")
        .order_by("office__short_name")
    )
