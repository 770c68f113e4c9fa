"""Limits and small decisions of the public web."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.components.interface import Lake, Tile, progress_tile
from samsyn.organisations.interface import Municipality

FEEDBACK_PER_HOUR = 20
FEEDBACK_WINDOW = timedelta(hours=1)
SOON_DAYS = 7
# How long something is new on my page, and how long what is done is told of.
NEW_FOR = timedelta(days=30)
DONE_FOR = timedelta(days=90)
# Water that helps the reader find her way, by the code of a municipality beside it (0680 is Jönköping).
LAKES = {"0680": Lake("Vättern", column=2, row=0)}


def days_left(deadline: date, day: date) -> int:
    """Whole days until a deadline; negative when it has passed."""
    return (deadline - day).days


@dataclass(frozen=True, slots=True)
class OfficeVisits:
    """One office in a campaign: whether it takes part (None: has not answered), its plan, and its visits if shown."""

    done: int | None
    planned: int
    takes_part: bool | None


def spread(numbers: Sequence[int]) -> str:
    """10-12, or 12 when all are the same; at least one number."""
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low}–{high}"


def tiles_of(municipalities: Iterable[Municipality]) -> list[Tile]:
    """One shape per office: Habo and Mullsjö have a joint office and one shape, named from the west."""
    return [_tile(together) for together in by_office(municipalities).values()]


def visits_tiles(
    municipalities: Iterable[Municipality], visits: Mapping[int, OfficeVisits]
) -> list[Tile]:
    """The same shapes with how each office stands in a campaign; `visits` by office."""
    unknown = OfficeVisits(done=None, planned=0, takes_part=None)
    return [
        _visits_tile(together, visits.get(office, unknown))
        for office, together in by_office(municipalities).items()
    ]


def by_office(municipalities: Iterable[Municipality]) -> dict[int, list[Municipality]]:
    """The municipalities of each office."""
    offices: dict[int, list[Municipality]] = {}
    for municipality in municipalities:
        offices.setdefault(municipality.office_id, []).append(municipality)
    return offices


def lake_of(municipalities: Iterable[Municipality]) -> Lake | None:
    """The water to draw on the map of these municipalities, if any."""
    return next((LAKES[found.code] for found in municipalities if found.code in LAKES), None)


def _tile(together: list[Municipality]) -> Tile:
    from_west = sorted(together, key=lambda municipality: municipality.tile_column)
    names = tuple(municipality.name for municipality in from_west)
    return Tile(names, from_west[0].tile_column, from_west[0].tile_row, step=1)


def _visits_tile(together: list[Municipality], visits: OfficeVisits) -> Tile:
    from_west = sorted(together, key=lambda municipality: municipality.tile_column)
    names = tuple(municipality.name for municipality in from_west)
    column, row = from_west[0].tile_column, from_west[0].tile_row
    if visits.takes_part is False:
        return progress_tile(names, column=column, row=row, done=0, planned=0, takes_part=False)
    if visits.done is None:
        detail = _("takes part") if visits.takes_part else ""
        return Tile(names, column, row, step=2 if visits.takes_part else 0, detail=detail)
    drawn = progress_tile(
        names, column=column, row=row, done=visits.done, planned=visits.planned or 0
    )
    detail = ngettext("visit", "visits", visits.done)
    return Tile(names, column, row, step=drawn.step, value=str(visits.done), detail=detail)
