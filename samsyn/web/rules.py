"""Limits and small decisions of the public web."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.organisations.interface import Municipality

FEEDBACK_PER_HOUR = 20
FEEDBACK_WINDOW = timedelta(hours=1)


def days_left(deadline: date, day: date) -> int:
    """Whole days until a deadline; negative when it has passed."""
    return (deadline - day).days


@dataclass(frozen=True, slots=True)
class Tile:
    """One office on the tile map: its municipalities' names and where its shape stands, in map units."""

    names: tuple[str, ...]
    slug: str
    x: int
    y: int
    width: int


def tiles_of(municipalities: Iterable[Municipality], *, cell: int, gap: int) -> list[Tile]:
    """One shape per office: municipalities with a joint office in neighbouring tiles become one (Habo and Mullsjö)."""
    offices: dict[int, list[Municipality]] = {}
    for municipality in municipalities:
        offices.setdefault(municipality.office_id, []).append(municipality)
    tiles = []
    for together in offices.values():
        together.sort(key=lambda municipality: municipality.tile_column)
        west = together[0]
        tiles.append(
            Tile(
                names=tuple(municipality.name for municipality in together),
                slug=west.office.slug,
                x=west.tile_column * (cell + gap),
                y=west.tile_row * (cell + gap),
                width=len(together) * cell + (len(together) - 1) * gap,
            )
        )
    return sorted(tiles, key=lambda tile: (tile.y, tile.x))
