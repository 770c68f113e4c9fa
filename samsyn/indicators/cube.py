"""Published figures as multidimensional tables (cubes), the shape in which statisticians' programs ask for them.

A cube holds what the public may see and nothing else: it is made from the picture, which obeys the comparability rule.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import product
from math import prod

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.indicators.codes import SIGNS, Comparability, Missing
from samsyn.indicators.models import Definition, Figure, Indicator
from samsyn.indicators.picture import Area, Picture

AREA, CONTENTS, TIME, MEASURE = "Kontor", "ContentsCode", "Tid", "Matt"
# Reasons as numbers, so that a program that drops JSON-stat's status still has them. 0 is "there is a value".
REASON_NUMBERS = {
    "": 0,
    Missing.DROPOUT: 1,
    Missing.NOT_APPLICABLE: 2,
    Missing.SECRECY: 3,
    Missing.NOT_IN_SOURCE: 4,
}
RULE_NUMBERS = {code: place for place, code in enumerate(Comparability.values, start=1)}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a dimension; `unit` and `decimals` only for contents."""

    code: str
    label: str
    unit: str = ""
    decimals: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with its values in the order in which they are always given: never by size."""

    code: str
    label: str
    role: str
    values: tuple[Value, ...]

    @property
    def codes(self) -> list[str]:
        return [value.code for value in self.values]


Cell = tuple[Decimal | None, str]
# A place in all dimensions but the contents, and the cells of the contents there.
Row = tuple[tuple[Value, ...], list[Cell]]


@dataclass
class Cube:
    """A table: dimensions and cells. A cell is a number, or nothing and the sign of why."""

    id: str
    label: str
    dimensions: tuple[Dimension, ...]
    cells: Mapping[tuple[str, ...], Cell]
    updated: datetime
    source: str
    rule: str = Comparability.FREE
    notes: list[str] = field(default_factory=list)
    subject: str = ""
    description: str = ""

    @property
    def size(self) -> list[int]:
        return [len(one.values) for one in self.dimensions]

    @property
    def number_of_cells(self) -> int:
        return prod(self.size)

    @property
    def years(self) -> list[str]:
        return next((d.codes for d in self.dimensions if d.role == "time"), [])

    def dimension(self, code: str) -> Dimension | None:
        """The dimension of that code, whatever case it is written in."""
        wanted = code.casefold()
        return next((one for one in self.dimensions if one.code.casefold() == wanted), None)

    def cell(self, place: tuple[str, ...]) -> Cell:
        """A cell; a place that nobody was asked for is not reported."""
        return self.cells.get(place, (None, SIGNS[Missing.DROPOUT]))

    def read(self) -> Iterator[Cell]:
        """Every cell, in row-major order of the dimensions."""
        return (self.cell(place) for place in self.places())

    def places(self) -> Iterator[tuple[str, ...]]:
        """Every place of the cube in row-major order."""
        return product(*(one.codes for one in self.dimensions))

    def rows(self) -> Iterator[Row]:
        """The contents side by side for each place of the other dimensions."""
        at = [one.code for one in self.dimensions].index(CONTENTS)
        contents = self.dimensions[at].codes
        others = (one.values for one in self.dimensions if one.code != CONTENTS)
        for place in product(*others):
            codes = [value.code for value in place]
            yield place, [self.cell((*codes[:at], code, *codes[at:])) for code in contents]

    def rule_of(self, dimensions: Sequence[Dimension]) -> str:
        """The comparability rule that holds for what was chosen."""
        return self.rule


def cubes_of(picture: Picture) -> list[Cube]:
    """The tables of one indicator: its areas (one table per group where only groups may be compared), and the county."""
    made = []
    if picture.shows_areas and picture.areas:
        if picture.rule == Comparability.WITHIN_GROUP:
            for group in picture.groups:
                keys = {office.slug for office in group.offices.all()}
                areas = [one for one in picture.areas if one.key in keys]
                if areas:
                    made.append(_areas(picture, areas, f"-grupp-{group.key}", f", {group.name}"))
        else:
            made.append(_areas(picture, picture.areas, "", ""))
    made.append(_county(picture))
    return made


def _contents(picture: Picture) -> tuple[Value, ...]:
    one = picture.definition
    parts = {part.part: part for part in one.components.all()}
    values = [Value("VARDE", one.name, one.unit, one.decimals)]
    for code, part in (("TALJARE", "numerator"), ("NAMNARE", "denominator")):
        if part in parts:
            values.append(Value(code, parts[part].name, parts[part].unit, parts[part].decimals))
    return (
        *values,
        reason_value(),
        rule_value(),
        Value("DEFINITION", _("Version of the definition"), pgettext("unit", "number"), 0),
        Value("REVISION", _("Revision of the value"), pgettext("unit", "number"), 0),
    )


def reason_value() -> Value:
    """The content that says, as a number, why a value is missing."""
    note = ", ".join(f"{n} = {Missing(c).label}" for c, n in REASON_NUMBERS.items() if c)
    return Value("ORSAK", _("Why a value is missing (0 = there is one)"), _("code"), 0, note)


def rule_value() -> Value:
    """The content that says, as a number, what may be compared."""
    note = ", ".join(f"{n} = {Comparability(c).label}" for c, n in RULE_NUMBERS.items())
    return Value("JAMFORBARHET", _("Comparability rule"), _("code"), 0, note)


def _areas(picture: Picture, areas: Sequence[Area], ending: str, words: str) -> Cube:
    one = picture.indicator
    contents = _contents(picture)
    cells: dict[tuple[str, ...], Cell] = {}
    for area in areas:
        for year in picture.years:
            figure = picture.figures.get((area.key, year))
            for value in contents:
                cells[area.key, value.code, str(year)] = _cell(picture, figure, value.code)
    return Cube(
        id=one.key + ending,
        label=_label(picture) + words,
        dimensions=(
            Dimension(AREA, _("Office"), "geo", tuple(Value(a.key, a.name) for a in areas)),
            Dimension(CONTENTS, _("Contents"), "metric", contents),
            time_of(picture.years),
        ),
        cells=cells,
        updated=_updated(picture),
        source=picture.definition.source or one.publisher,
        rule=picture.rule,
        notes=_notes(picture),
        subject=one.subject,
        description=picture.definition.counted,
    )


def _cell(picture: Picture, figure: Figure | None, code: str) -> Cell:
    if code == "JAMFORBARHET":
        return Decimal(RULE_NUMBERS[picture.rule]), ""
    if figure is None:
        return (Decimal(1), "") if code == "ORSAK" else (None, SIGNS[Missing.DROPOUT])
    sign = SIGNS[Missing(figure.missing)] if figure.missing else ""
    if code == "ORSAK":
        return Decimal(REASON_NUMBERS[figure.missing]), ""
    if code == "DEFINITION":
        return Decimal(figure.definition.version), ""
    if code == "REVISION":
        return Decimal(figure.revision), ""
    if code == "VARDE":
        return (None if figure.value is None else picture.rounded(figure.value)), sign
    number = figure.numerator if code == "TALJARE" else figure.denominator
    return number, "" if number is not None else sign or SIGNS[Missing.NOT_IN_SOURCE]


def _county(picture: Picture) -> Cube:
    one, places = picture.indicator, picture.definition.decimals
    unit = picture.definition.unit
    measures = (
        Value("MEDEL", _("Mean, counted here"), unit, places),
        Value("MEDIAN", _("Median, counted here"), unit, places),
        Value("KVARTIL1", _("Lower quartile, counted here"), unit, places),
        Value("KVARTIL3", _("Upper quartile, counted here"), unit, places),
        Value("ANTAL", _("Offices behind it (n)"), pgettext("unit", "number"), 0),
        Value("MEDEL_KALLA", _("Mean, published by the source"), unit, places),
        Value("MEDIAN_KALLA", _("Median, published by the source"), unit, places),
        rule_value(),
    )
    cells: dict[tuple[str, ...], Cell] = {}
    for line in picture.lines:
        low, high = line.quartiles or (None, None)
        numbers = (
            line.mean if line.has_mean else None, line.median if line.has_mean else None, low, high, Decimal(line.n),
            line.published_mean, line.published_median, Decimal(RULE_NUMBERS[picture.rule]),
        )  # fmt: skip
        for value, number in zip(measures, numbers, strict=True):
            sign = "" if number is not None else SIGNS[Missing.NOT_APPLICABLE]
            cells[value.code, str(line.year)] = (number, sign)
    return Cube(
        id=f"{one.key}-lan",
        label=_("%(name)s, the county") % {"name": _label(picture)},
        dimensions=(Dimension(CONTENTS, _("Contents"), "metric", measures), time_of(picture.years)),
        cells=cells,
        updated=_updated(picture),
        source=picture.definition.source or one.publisher,
        rule=picture.rule,
        notes=_notes(picture),
        subject=one.subject,
        description=picture.definition.counted,
    )


def _label(picture: Picture) -> str:
    return name_of(picture.indicator, picture.definition)


def name_of(one: Indicator, definition: Definition) -> str:
    """What an indicator is called in a list of tables, with whose it is and whether it is made up."""
    label = definition.name
    if one.number:
        label = f"{one.number} {label}"
    elif one.is_reference:
        label = f"{one.publisher}: {label}"
    return f"{label} (exempeldata)" if one.is_example else label


def time_of(years: Iterable[int]) -> Dimension:
    """The years as a dimension, oldest first."""
    return Dimension(TIME, _("Year"), "time", tuple(Value(str(y), str(y)) for y in sorted(years)))


def _updated(picture: Picture) -> datetime:
    made = picture.definition.made_at
    return max([made, *(one.published_at for one in picture.figures.values())])


def _notes(picture: Picture) -> list[str]:
    one = picture.definition
    notes = [f"{one.get_comparability_display()}. {one.comparability_reason}".strip()]
    notes += [
        _("%(area)s %(year)s: %(comment)s")
        % {"area": f.area_name, "year": f.year, "comment": f.comment or f.get_deviation_display()}
        for f in picture.figures.values()
        if f.deviation or f.breaks_series
    ]
    return notes
