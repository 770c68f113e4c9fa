"""All of the collaboration's own key figures as one table, for those who fetch everything at once.

It may have millions of cells, so they are never held: they are read in the order in which they are written. What the
comparability rule hides is not in it: figures that only groups or only the county may see have their own tables.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.core.cache import cache
from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.indicators.codes import SIGNS, Comparability, Missing
from samsyn.indicators.cube import (
    AREA,
    CONTENTS,
    REASON_NUMBERS,
    RULE_NUMBERS,
    Cell,
    Cube,
    Dimension,
    Row,
    Value,
    name_of,
    reason_value,
    rule_value,
    time_of,
)
from samsyn.indicators.models import Definition, Figure
from samsyn.indicators.queries import newest_definition, own_published, reporting_offices
from samsyn.organisations.interface import Collaboration, swedish_order

WHOLE, INDICATOR = "nyckeltal", "Nyckeltal"
CELLS_AT_ONCE = 20_000
SECONDS_KEPT = 3600
_NOT_ASKED: tuple[None, str] = (None, Missing.DROPOUT)

Stored = tuple[Decimal | None, str]


@dataclass(kw_only=True)
class WholeTable(Cube):
    """`cells` stays empty. `definitions` are the newest, by the indicator's key; `every_area` counts offices unchosen."""

    definitions: dict[str, Definition]
    every_area: int

    def rows(self) -> Iterator[Row]:
        """Key figure by key figure, office by office, year by year, some thousand cells of the database at a time."""
        indicators, areas, years, contents = (one.values for one in self.dimensions)
        numbered = [(year, int(year.code)) for year in years]
        at_once = max(CELLS_AT_ONCE // (len(areas) * len(years)), 1)
        for start in range(0, len(indicators), at_once):
            some = indicators[start : start + at_once]
            stored = self._stored(some)
            for indicator in some:
                definition = self.definitions[indicator.code]
                pk, cells_of = definition.indicator_id, _cells(definition, contents)
                for area in areas:
                    for year, number in numbered:
                        found = stored.get((pk, area.code, number), _NOT_ASKED)
                        yield (indicator, area, year), cells_of(found)

    def read(self) -> Iterator[Cell]:
        """The contents stand last, so row after row is every cell in order."""
        for _place, cells in self.rows():
            yield from cells

    def rule_of(self, dimensions: Sequence[Dimension]) -> str:
        """The strictest rule among the chosen key figures."""
        chosen = {self.definitions[key].comparability for key in dimensions[0].codes}
        strict = Comparability.OWN_TREND in chosen
        return Comparability.OWN_TREND if strict else Comparability.FREE

    def _stored(self, indicators: Sequence[Value]) -> dict[tuple[int, str, int], Stored]:
        areas, years = self.dimensions[1].codes, [int(year) for year in self.dimensions[2].codes]
        found = Figure.objects.filter(
            indicator__in=[self.definitions[one.code].indicator_id for one in indicators],
            is_current=True,
            year__range=(min(years), max(years)),
        )
        if len(areas) < self.every_area:
            found = found.filter(area__in=areas)
        rows = found.order_by().values_list("indicator_id", "area", "year", "value", "missing")
        return {(pk, area, year): (value, why) for pk, area, year, value, why in rows.iterator()}


def _cells(definition: Definition, contents: Sequence[Value]) -> Callable[[Stored], list[Cell]]:
    """What makes the cells of a stored figure, in the order of the chosen contents."""
    unit = Decimal(1).scaleb(-definition.decimals)
    rule: Cell = (Decimal(RULE_NUMBERS[definition.comparability]), "")
    there: Cell = (Decimal(0), "")
    reasons: dict[str, Cell] = {code: (Decimal(n), "") for code, n in REASON_NUMBERS.items()}
    codes = [one.code for one in contents]
    # Made once per key figure: there are millions of cells, and only the values differ.
    of_missing: dict[str, list[Cell]] = {
        why: [{"VARDE": (None, sign), "ORSAK": reasons[why], "JAMFORBARHET": rule}[code] for code in codes]
        for why, sign in SIGNS.items()
    }  # fmt: skip
    of_value = [{"VARDE": there, "ORSAK": there, "JAMFORBARHET": rule}[code] for code in codes]
    at = codes.index("VARDE") if "VARDE" in codes else None

    def cells(stored: Stored) -> list[Cell]:
        value, why = stored
        if value is None:
            return of_missing[why]
        if at is None:
            return of_value
        made = of_value.copy()
        made[at] = (value.quantize(unit, ROUND_HALF_UP), "")
        return made

    return cells


def whole_table(collaboration: Collaboration) -> WholeTable | None:
    """The table, or None while nothing is published that may stand in it."""
    definitions = {
        one.key: definition
        for one in own_published(collaboration)
        if (definition := newest_definition(one)) is not None
        and definition.comparability in {Comparability.FREE, Comparability.OWN_TREND}
    }
    if not definitions:
        return None
    areas, years, last = _extent(collaboration, definitions)
    contents = (
        Value("VARDE", _("Value"), _("see the key figure"), 3),
        reason_value(),
        rule_value(),
    )
    return WholeTable(
        id=WHOLE,
        label=_("All key figures that may be shown office by office"),
        dimensions=(
            Dimension(INDICATOR, _("Key figure"), "other", _named(definitions)),
            Dimension(AREA, _("Office"), "geo", areas),
            time_of(years),
            Dimension(CONTENTS, _("Contents"), "metric", contents),
        ),
        cells={},
        updated=last,
        source=collaboration.name,
        notes=[_("The unit of each key figure stands in the note of its value.")],
        subject=_("Key figures"),
        definitions=definitions,
        every_area=len(areas),
    )


def _named(definitions: dict[str, Definition]) -> tuple[Value, ...]:
    return tuple(
        Value(
            key,
            name_of(one.indicator, one),
            note=f"{one.unit}. {one.get_comparability_display()}. {one.comparability_reason}".strip(),
        )
        for key, one in definitions.items()
    )


def _extent(
    collaboration: Collaboration, definitions: dict[str, Definition]
) -> tuple[tuple[Value, ...], list[int], datetime]:
    """Which offices and years there are, and when it last changed; asked anew when a figure has been added."""
    chosen = [one.indicator_id for one in definitions.values()]
    figures = Figure.objects.filter(indicator__in=chosen).order_by()
    newest = Figure.objects.aggregate(last=Max("id"))["last"]
    key = f"indicators:extent:{collaboration.pk}:{newest}:{len(chosen)}"
    found = cache.get(key)
    if found is None:
        found = (
            list(figures.values_list("area", "area_name").distinct()),
            list(figures.values_list("year", flat=True).distinct()),
            figures.aggregate(last=Max("published_at"))["last"],
        )
        cache.set(key, found, SECONDS_KEPT)
    named, years, last = found
    names = dict(named) | {one.slug: one.short_name for one in reporting_offices(collaboration)}
    ordered = sorted(names.items(), key=lambda one: swedish_order(one[1]))
    return tuple(Value(code, name) for code, name in ordered), years, last
