"""Limits and small decisions of the public web."""

from collections.abc import Iterable
from datetime import date, timedelta

from samsyn.core.components.interface import Lake, Tile
from samsyn.organisations.interface import Municipality

FEEDBACK_PER_HOUR = 20
FEEDBACK_WINDOW = timedelta(hours=1)
SOON_DAYS = 7
# Water that helps the reader find her way, by the code of a municipality beside it (0680 is Jönköping).
LAKES = {"0680": Lake("Vättern", column=2, row=0)}


def days_left(deadline: date, day: date) -> int:
    """Whole days until a deadline; negative when it has passed."""
    return (deadline - day).days


def tiles_of(municipalities: Iterable[Municipality]) -> list[Tile]:
    """One shape per office: Habo and Mullsjö have a joint office and one shape, named from the west."""
    offices: dict[int, list[Municipality]] = {}
    for municipality in municipalities:
        offices.setdefault(municipality.office_id, []).append(municipality)
    return [_tile(together) for together in offices.values()]


def lake_of(municipalities: Iterable[Municipality]) -> Lake | None:
    """The water to draw on the map of these municipalities, if any."""
    return next((LAKES[found.code] for found in municipalities if found.code in LAKES), None)


def _tile(together: list[Municipality]) -> Tile:
    from_west = sorted(together, key=lambda municipality: municipality.tile_column)
    names = tuple(municipality.name for municipality in from_west)
    return Tile(names, from_west[0].tile_column, from_west[0].tile_row, step=1)
