"""A key figure as its readers may see it: areas, years, means with who is in them, and what is missing and why.

The comparability rule is applied here, once, before page, file and API: what a reader may not see is not in the picture.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from samsyn.indicators.codes import Comparability, Missing, Origin, Statistic
from samsyn.indicators.models import Aggregate, ComparisonGroup, Definition, Figure, Indicator
from samsyn.indicators.queries import current_figures, newest_definition, reporting_offices
from samsyn.indicators.rules import interval_of
from samsyn.lib.rounding import mean, median, round_half_up
from samsyn.lib.series import (
    Balanced,
    Bounds,
    Link,
    balanced_panel,
    bounds_of_one_missing,
    chained,
    quartiles,
)
from samsyn.organisations.interface import swedish_order

# Where offices are hidden, a mean is shown from so many reporters.
FEWEST_HIDDEN = 3


@dataclass(frozen=True, slots=True)
class Area:
    """An office, or an area of somebody else's list."""

    key: str
    name: str


@dataclass(frozen=True)
class YearLine:
    """One year: our mean and median over those that reported, what others published, and what explains a difference."""

    year: int
    mean: Decimal | None
    median: Decimal | None
    quartiles: tuple[Decimal, Decimal] | None
    reporters: tuple[str, ...]
    missing: tuple[str, ...]
    published_mean: Decimal | None = None
    published_median: Decimal | None = None
    # What the one area missing in the source must have had, if nobody else reported.
    bounded_area: str = ""
    bounds: Bounds | None = None

    @property
    def n(self) -> int:
        return len(self.reporters)

    @property
    def has_mean(self) -> bool:
        """Whether our mean may be shown: of at least two, and not so few that one could be worked out."""
        return self.mean is not None and self.n > 1

    @property
    def differs(self) -> bool:
        """Whether the published figures are not those that our values give."""
        pairs = ((self.published_mean, self.mean), (self.published_median, self.median))
        return any(theirs is not None and ours != theirs for theirs, ours in pairs)


@dataclass
class Picture:
    """One indicator, published values only. `figures` is empty where only the county's figure may be shown."""

    indicator: Indicator
    definition: Definition
    areas: list[Area]
    years: list[int]
    figures: dict[tuple[str, int], Figure]
    lines: list[YearLine]
    groups: list[ComparisonGroup] = field(default_factory=list)

    @property
    def rule(self) -> str:
        return self.definition.comparability

    @property
    def shows_areas(self) -> bool:
        return self.rule != Comparability.NEVER

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def last_line(self) -> YearLine | None:
        """The newest year that anybody reported, or that others published."""
        return self.lines[-1] if self.lines else None

    @cached_property
    def panel(self) -> dict[str, dict[int, Decimal]]:
        """Area name -> year -> value, only where there is one and no broken series hides in between."""
        found: dict[str, dict[int, Decimal]] = {}
        for area in self.areas:
            values = {
                year: one.value
                for year in self.years
                if (one := self.figures.get((area.key, year))) and one.value is not None
            }
            found[area.name] = values
        return found

    @cached_property
    def balanced(self) -> Balanced:
        """Mean over the areas with a value in every year; years with a single value are no comparison."""
        return balanced_panel(self.panel, self.compared_years)

    @cached_property
    def chained(self) -> list[Link]:
        """The chained county level."""
        return chained(self.panel, self.compared_years)

    @property
    def compared_years(self) -> list[int]:
        """Years with at least two reporters."""
        return [line.year for line in self.lines if line.n > 1]

    @cached_property
    def missing_counts(self) -> dict[str, int]:
        """How many values are missing, by reason."""
        counts = Counter(one.missing for one in self.figures.values() if one.missing)
        return {code: counts[code] for code in Missing.values}

    @cached_property
    def versions(self) -> list[Definition]:
        """The definitions that the figures rest on, oldest first."""
        found = {one.definition_id: one.definition for one in self.figures.values()}
        return sorted(found.values(), key=lambda one: one.version)

    def rounded(self, value: Decimal | Fraction) -> Decimal:
        """A value with the places of the definition."""
        return round_half_up(value, self.definition.decimals)

    def interval(self, figure: Figure) -> tuple[float, float] | None:
        """The 95 % interval of a figure whose numerator and denominator are known."""
        return interval_of(
            figure.definition.interval,
            figure.numerator,
            figure.denominator,
            figure.definition.multiplier,
        )


def picture_of(indicator: Indicator) -> Picture | None:
    """The picture of one indicator, from what is published; None when it has no definition."""
    return next(iter(pictures_of([indicator])), None)


def pictures_of(indicators: Iterable[Indicator]) -> list[Picture]:
    """The pictures of several indicators of one collaboration, in few queries."""
    chosen = [one for one in indicators if newest_definition(one) is not None]
    if not chosen:
        return []
    figures: dict[int, list[Figure]] = {}
    for one in current_figures(chosen):
        figures.setdefault(one.indicator_id, []).append(one)
    aggregates: dict[int, list[Aggregate]] = {}
    for row in Aggregate.objects.filter(indicator__in=chosen):
        aggregates.setdefault(row.indicator_id, []).append(row)
    collaboration = chosen[0].collaboration
    offices = [Area(o.slug, o.short_name) for o in reporting_offices(collaboration)]
    groups = list(
        ComparisonGroup.objects.filter(collaboration=collaboration).prefetch_related("offices")
    )
    return [
        _picture(one, figures.get(one.pk, []), aggregates.get(one.pk, []), offices, groups)
        for one in chosen
    ]


def _picture(
    indicator: Indicator,
    figures: Sequence[Figure],
    aggregates: Sequence[Aggregate],
    offices: Sequence[Area],
    groups: list[ComparisonGroup],
) -> Picture:
    definition = newest_definition(indicator)
    assert definition is not None
    named = {one.area: Area(one.area, one.area_name) for one in figures}
    if figures and not indicator.is_reference:
        named |= {area.key: area for area in offices}
    areas = sorted(named.values(), key=lambda area: swedish_order(area.name))
    years = sorted({one.year for one in figures} | {one.year for one in aggregates})
    by_place = {(one.area, one.year): one for one in figures}
    lines = [_line(year, areas, by_place, aggregates, definition) for year in years]
    hidden = definition.comparability == Comparability.NEVER
    return Picture(
        indicator=indicator,
        definition=definition,
        areas=[] if hidden else areas,
        years=years,
        figures={} if hidden else by_place,
        lines=lines,
        groups=groups if definition.comparability == Comparability.WITHIN_GROUP else [],
    )


def _line(
    year: int,
    areas: Sequence[Area],
    figures: Mapping[tuple[str, int], Figure],
    aggregates: Sequence[Aggregate],
    definition: Definition,
) -> YearLine:
    here = {area.name: figures.get((area.key, year)) for area in areas}
    values = {name: one.value for name, one in here.items() if one and one.value is not None}
    theirs = {row.statistic: row.value for row in aggregates if row.year == year}
    quarters = quartiles(list(values.values()))
    places = definition.decimals
    hidden = definition.comparability == Comparability.NEVER
    # With two, each could work out the other's value from the mean; quartiles can be somebody's value as they stand.
    too_few = hidden and len(values) < FEWEST_HIDDEN
    bounded, bounds = _bounded(here, values, theirs, places)
    return YearLine(
        year=year,
        mean=None if too_few else mean(values, places),
        median=None if too_few else median(values, places),
        quartiles=(
            (round_half_up(quarters[0], places), round_half_up(quarters[1], places))
            if quarters and not hidden
            else None
        ),
        reporters=tuple(values),
        missing=tuple(name for name in here if name not in values),
        published_mean=_places(theirs.get(Statistic.MEAN), places),
        published_median=_places(theirs.get(Statistic.MEDIAN), places),
        bounded_area=bounded,
        bounds=bounds,
    )


def _places(value: Decimal | None, places: int) -> Decimal | None:
    return None if value is None else round_half_up(value, places)


def _bounded(
    here: Mapping[str, Figure | None],
    values: Mapping[str, Decimal],
    theirs: Mapping[str, Decimal],
    places: int,
) -> tuple[str, Bounds | None]:
    """Which area is known to be missing in our copy, and what its value must have been if no other reported."""
    lost = [
        name
        for name, one in here.items()
        if one is not None and one.missing == Missing.NOT_IN_SOURCE
    ]
    sourced = all(one.origin == Origin.SOURCE for one in here.values() if one is not None)
    if not lost or not values or not sourced or Statistic.MEAN not in theirs:
        return "", None
    found = bounds_of_one_missing(
        values,
        published_mean=theirs[Statistic.MEAN],
        published_median=theirs.get(Statistic.MEDIAN),
        decimals=places,
    )
    # With several missing the bounds hold only for the one that is missing in every such year: said beside it.
    return (lost[-1], found) if found else ("", None)
