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
    """One office on the tile map: its municipalities' names, west first, and the place of its shape."""

    names: tuple[str, ...]
    slug: str
    column: int
    row: int

    @property
    def is_joint(self) -> bool:
        """Several municipalities with one office are one wide shape."""
        return len(self.names) > 1


def tiles_of(municipalities: Iterable[Municipality]) -> list[Tile]:
    """One shape per office, in the order of `municipalities`: Habo and Mullsjö have a joint office and one shape."""
    offices: dict[int, list[Municipality]] = {}
    for municipality in municipalities:
        offices.setdefault(municipality.office_id, []).append(municipality)
    return [_tile(together) for together in offices.values()]


def _tile(together: list[Municipality]) -> Tile:
    from_west = sorted(together, key=lambda municipality: municipality.tile_column)
    west = from_west[0]
    return Tile(
        names=tuple(municipality.name for municipality in from_west),
        slug=west.office.slug,
        column=west.tile_column,
        row=west.tile_row,
    )
