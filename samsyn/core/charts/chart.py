"""A finished chart: two drawings, what it says in words, and its values as rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from samsyn.core.charts.svg import Drawing, checked_key

__all__ = ["NARROW", "WIDE", "Chart", "Frame", "made"]


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a drawing is and how large its text, in units.

    The page shows the wide one from 480 px (16 units are then 12 px) and the narrow one below.
    """

    name: str
    width: float
    size: float

    @property
    def is_narrow(self) -> bool:
        return self.name == "narrow"

    @property
    def line(self) -> float:
        """From one baseline to the next."""
        return self.size * 1.25


WIDE = Frame("wide", 640, 16)
NARROW = Frame("narrow", 330, 14)


@dataclass(frozen=True, slots=True)
class Chart:
    """`wide` and `narrow` are whole SVG documents; `columns` and `rows` the table that says the same."""

    key: str
    title: str
    description: str
    wide: str
    narrow: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def html(self) -> SafeString:
        """Both drawings for a page; CSS shows one. All text in them is escaped where it is written."""
        return mark_safe(f'<div class="chart">{self.wide}{self.narrow}</div>')

    @property
    def small(self) -> SafeString:
        """The narrow drawing alone, for a place that is narrow on every screen."""
        return mark_safe(f'<div class="chart chart-small">{self.narrow}</div>')


def made(
    key: str,
    title: str,
    *,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    draw: Callable[[Drawing, Frame], float],
) -> Chart:
    """Draws both widths. `draw` fills a drawing and returns its height."""
    checked_key(key)
    description = described(columns, rows)
    drawn = {}
    for frame in (WIDE, NARROW):
        drawing = Drawing(f"{key}-{frame.name}", frame.width, frame.size)
        drawing.height = draw(drawing, frame)
        drawn[frame.name] = drawing.svg(
            title=title, description=description, classes=f"chart-{frame.name}"
        )
    return Chart(
        key=key,
        title=title,
        description=description,
        wide=drawn["wide"],
        narrow=drawn["narrow"],
        columns=tuple(columns),
        rows=tuple(tuple(row) for row in rows),
    )


def described(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Every value in words: "Aneby: gjorda 4, planerade 5." """
    sentences = []
    for row in rows:
        values = [
            f"{column} {value}" for column, value in zip(columns[1:], row[1:], strict=True) if value
        ]
        sentences.append(f"{row[0]}: {', '.join(values)}." if values else f"{row[0]}.")
    return " ".join(sentences)
