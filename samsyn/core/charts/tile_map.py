"""The county as tiles: position says where, colour and number how much; a joint office is one tile."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import shortened, width_of, wrapped
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import percent_of, word
from samsyn.lib.swedish import Language, format_count_of, swedish_order

__all__ = ["Lake", "Tile", "tile_map"]

_STEP_FROM = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Tile:
    """One municipality, or several side by side from west to east that share an office.

    `column` and `row` count from the north-west. `planned` is None when it does not take part.
    """

    names: tuple[str, ...]
    column: int
    row: int
    done: int = 0
    planned: int | None = None

    @property
    def label(self) -> str:
        return "–".join(sorted(self.names, key=swedish_order))

    @property
    def share(self) -> float:
        return self.done / self.planned if self.planned else 0.0

    @property
    def step(self) -> int:
        """0 none, 1-4 quarters, 5 all of the plan or more."""
        if not self.done or not self.planned:
            return 0
        return 5 if self.share >= 1 else 1 + sum(self.share >= edge for edge in _STEP_FROM)


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake drawn in an empty place, for orientation only."""

    name: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class _Grid:
    frame: Frame
    cell: float
    gap: float
    language: Language

    def corner(self, column: int, row: int) -> tuple[float, float]:
        return column * (self.cell + self.gap), row * (self.cell + self.gap)


def tile_map(
    key: str,
    title: str,
    tiles: Sequence[Tile],
    *,
    lake: Lake | None = None,
    language: Language = "sv",
) -> Chart:
    """ValueError when two tiles want the same place, or there are none."""
    places = [(tile.column + step, tile.row) for tile in tiles for step in range(len(tile.names))]
    places += [(lake.column, lake.row)] if lake else []
    if not tiles or len(set(places)) != len(places):
        raise ValueError("no tiles, or two in the same place")
    columns, rows = (max(place[axis] for place in places) + 1 for axis in (0, 1))

    def draw(drawing: Drawing, frame: Frame) -> float:
        gap = 4.0 if frame.is_narrow else 8.0
        cell = (frame.width - gap * (columns - 1)) / columns
        grid = _Grid(frame, cell, gap, language)
        if lake:
            _lake(drawing, grid, lake)
        for tile in tiles:
            _tile(drawing, grid, tile)
        return rows * (cell + gap) - gap

    ordered = sorted(tiles, key=lambda tile: swedish_order(tile.label))
    return made(
        key,
        title,
        columns=[word(name, language) for name in ("municipality", "done", "planned", "rest")],
        rows=[_values(tile, language) for tile in ordered],
        draw=draw,
    )


def _values(tile: Tile, language: Language) -> tuple[str, str, str, str]:
    if tile.planned is None:
        return tile.label, "", "", word("no_part", language)
    share = percent_of(tile.share, language) if tile.planned else ""
    return tile.label, str(tile.done), str(tile.planned), share


def _tile(drawing: Drawing, grid: _Grid, tile: Tile) -> None:
    x, y = grid.corner(tile.column, tile.row)
    width = len(tile.names) * (grid.cell + grid.gap) - grid.gap
    takes_part = tile.planned is not None
    fill, text = colours.STEPS[tile.step] if takes_part else (colours.WHITE, colours.TEXT)
    drawing.rect(
        x + 0.75,
        y + 0.75,
        width - 1.5,
        grid.cell - 1.5,
        rx=3,
        fill=fill,
        stroke=colours.CONTROL if tile.step < 2 else None,
        stroke_dasharray=None if takes_part else "4 3",
    )
    size, pad = grid.frame.size, 4.0 if grid.frame.is_narrow else 8.0
    for step, name in enumerate(tile.names):
        left = x + step * (grid.cell + grid.gap) + pad
        _name(drawing, grid, name, (left, y + size + 1), text)
        if step:
            edge = left - pad - grid.gap / 2
            drawing.line((edge, y + 6), (edge, y + size + 8), stroke=text, stroke_dasharray="2 2")
    foot = y + grid.cell - pad - 1
    if not takes_part:
        lines = wrapped(word("no_part", grid.language), size, width - 2 * pad)
        for place, line in enumerate(reversed(lines)):
            drawing.text((x + pad, foot - place * size * 1.1), line, fill=text)
        return
    drawing.text(
        (x + pad, foot),
        format_count_of(tile.done, tile.planned or 0, language=grid.language),
        fill=text,
    )
    if tile.planned:
        value = percent_of(tile.share, grid.language)
        drawing.text(
            (x + pad, foot - size * 1.2),
            value,
            bold=True,
            fill=text,
            size=size * (1.2 if grid.frame.is_narrow else 1.5),
        )
    if len(tile.names) > 1:
        shared = word("shared_office", grid.language)
        room = width - 2 * pad - width_of("88 av 88", size) - 6
        if width_of(shared, size) <= room:
            drawing.text((x + width - pad, foot), shared, anchor="end", fill=text)


def _name(drawing: Drawing, grid: _Grid, name: str, at: tuple[float, float], fill: str) -> None:
    """The name, a little smaller when it is long: never below 12 units."""
    room = grid.cell - (7 if grid.frame.is_narrow else 14)
    size = max(
        12.0,
        min(grid.frame.size, grid.frame.size * room / width_of(name, grid.frame.size, bold=True)),
    )
    drawing.text(at, shortened(name, size, room + 2, bold=True), bold=True, fill=fill, size=size)


def _lake(drawing: Drawing, grid: _Grid, lake: Lake) -> None:
    """A drop with its island, as a hint of the shape."""
    x, y = grid.corner(lake.column, lake.row)
    c = grid.cell
    drawing.add(
        "path",
        d=_outline(x, y, c),
        fill=colours.LAKE,
    )
    drawing.add(
        "ellipse", cx=x + c * 0.5, cy=y + c * 0.62, rx=c * 0.035, ry=c * 0.1, fill=colours.ISLAND
    )
    drawing.text(
        (x + c / 2, y + c * 0.42),
        lake.name,
        anchor="middle",
        fill=colours.LAKE_TEXT,
        size=max(12, grid.frame.size - 2),
    )


def _outline(x: float, y: float, c: float) -> str:
    def at(across: float, down: float) -> str:
        return f"{x + across * c:.1f},{y + down * c:.1f}"

    return (
        f"M{at(0.62, 0.02)} C{at(0.86, 0.12)} {at(0.82, 0.5)} {at(0.66, 0.78)} "
        f"C{at(0.58, 0.94)} {at(0.44, 1.0)} {at(0.36, 0.96)} "
        f"C{at(0.22, 0.88)} {at(0.24, 0.5)} {at(0.4, 0.2)} C{at(0.46, 0.08)} {at(0.54, 0.0)} {at(0.62, 0.02)} Z"
    )
