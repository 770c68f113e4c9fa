"""A key figure as a table for a page: offices by name, years across, missing values by sign, notes below."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.language.interface import reader_language
from samsyn.indicators.codes import SIGNS, Comparability, Deviation, Missing
from samsyn.indicators.models import Figure
from samsyn.indicators.picture import Area, Picture
from samsyn.lib.swedish import format_interval, format_number

# A change since last year worth a note, in percent: what MSJ.13's own page shows as doubtful (82 after 162).
NOTED_CHANGE = 30


@dataclass(frozen=True, slots=True)
class ValueCell:
    """One value of the table: its text, or the sign and the words of what is missing."""

    text: str
    missing: str = ""
    interval: str = ""
    mark: str = ""
    url: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note below the table."""

    mark: str
    text: str
    exempeldata: bool = False


@dataclass
class ValueTable:
    """The table of one picture, or of one group of its areas."""

    years: list[int]
    rows: list[tuple[Area, list[ValueCell]]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def value_table(
    picture: Picture, areas: Sequence[Area] | None = None, *, latest_first: bool = False
) -> ValueTable:
    """The values of the areas in Swedish order; sorted by the last year's value only when asked and allowed."""
    chosen = list(picture.areas if areas is None else areas)
    if latest_first and picture.rule == Comparability.FREE and picture.years:
        chosen.sort(key=lambda area: _latest(picture, area))
    table = ValueTable(picture.years)
    for area in chosen:
        cells = [_cell(picture, area, year, table.notes) for year in picture.years]
        table.rows.append((area, cells))
    return table


def _latest(picture: Picture, area: Area) -> tuple[bool, Decimal]:
    one = picture.figures.get((area.key, picture.years[-1]))
    value = one.value if one else None
    return (value is None, -(value or Decimal(0)))


def _cell(picture: Picture, area: Area, year: int, notes: list[Note]) -> ValueCell:
    figure = picture.figures.get((area.key, year))
    if figure is None:
        return ValueCell("", str(Missing.DROPOUT.label), mark="")
    url = reverse("indicators:revisions", args=[picture.indicator.key, area.key, year])
    if figure.value is None:
        return ValueCell(SIGNS[Missing(figure.missing)], figure.get_missing_display(), url=url)
    before = picture.figures.get((area.key, year - 1))
    mark = _noted(figure, before, notes)
    ends = picture.interval(figure)
    places = picture.definition.decimals
    return ValueCell(
        text=format_number(figure.value, places, language=reader_language()),
        interval=format_interval(ends[0], ends[1], places, language=reader_language())
        if ends
        else "",
        mark=mark,
        breaks=figure.breaks_series,
        url=url,
    )


def _noted(figure: Figure, before: Figure | None, notes: list[Note]) -> str:
    """Adds what has to be said about a value, and gives the letter that leads there."""
    said = []
    if figure.deviation:
        said.append(f"{Deviation(figure.deviation).label}.")
    if figure.comment:
        said.append(figure.comment)
    if figure.breaks_series:
        said.append(_("The series is broken here: the year before is counted in another way."))
    if figure.revision > 1:
        said.append(_("Corrected: %(reason)s") % {"reason": figure.reason})
    if not said and (jump := _jump(figure, before)):
        said.append(jump)
    if not said:
        return ""
    mark = _letter(len(notes))
    place = f"{figure.area_name} {figure.year}: "
    notes.append(Note(mark, place + " ".join(said), figure.is_example))
    return mark


def _jump(figure: Figure, before: Figure | None) -> str:
    if before is None or not before.value or figure.value is None:
        return ""
    change = (figure.value - before.value) * 100 / before.value
    if abs(change) <= NOTED_CHANGE:
        return ""
    text = _("%(percent)s %% from the year before. No comment from the office.")
    sign = "+" if change > 0 else ""
    return text % {"percent": sign + format_number(change, 0, language=reader_language())}


def _letter(place: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    return (
        letters[place] if place < len(letters) else letters[place // 26 - 1] + letters[place % 26]
    )
