"""Done of planned per office: the bar is as long as the office's own plan, a tick shows even pace."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import shortened
from samsyn.core.charts.ordering import swedish_order
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import word
from samsyn.lib.swedish import Language, format_count_of, format_number

__all__ = ["ProgressRow", "progress_bars"]

_BAR = 16.0


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """An office's plan. `absent` is a sentence for one that does not take part or has not planned."""

    label: str
    done: int = 0
    planned: int = 0
    standing: str = ""
    absent: str = ""

    def __post_init__(self) -> None:
        if self.done < 0 or self.planned < 0:
            raise ValueError(f"negative count: {self}")


def progress_bars(
    key: str,
    title: str,
    rows: Sequence[ProgressRow],
    *,
    passed: float | None = None,
    language: Language = "sv",
) -> Chart:
    """`passed` is the share (0-1) of the period that has passed; None draws no tick.

    Alphabetical; water tones only, since progress is not quality.
    """
    ordered = sorted(rows, key=lambda row: swedish_order(row.label))
    largest = max((max(row.planned, row.done) for row in ordered), default=0) or 1

    def draw(drawing: Drawing, frame: Frame) -> float:
        y = 4.0
        for row in ordered:
            y = _row(drawing, frame, row, y, largest, passed, language)
        return y

    columns = [word(name, language) for name in ("office", "done", "planned", "standing")]
    values = [_values(row, language) for row in ordered]
    return made(key, title, columns=columns, rows=values, draw=draw)


def _values(row: ProgressRow, language: Language) -> tuple[str, str, str, str]:
    if row.absent:
        return row.label, "", "", row.absent
    numbers = (format_number(n, language=language) for n in (row.done, row.planned))
    done, planned = numbers
    return row.label, done, planned, row.standing


def _row(
    drawing: Drawing,
    frame: Frame,
    row: ProgressRow,
    y: float,
    largest: int,
    passed: float | None,
    language: Language,
) -> float:
    left = 0.0 if frame.is_narrow else 150.0
    right = frame.width - (0 if frame.is_narrow else 200)
    baseline = y + frame.size
    drawing.text(
        (0, baseline), shortened(row.label, frame.size, 136 if not frame.is_narrow else 150)
    )
    if row.absent:
        at = (frame.width, baseline) if frame.is_narrow else (left, baseline)
        room = frame.width - (158 if frame.is_narrow else left)
        text = shortened(row.absent, frame.size, room)
        drawing.text(at, text, anchor="end" if frame.is_narrow else None, fill=colours.WEAK)
        return y + frame.line + 10
    count = format_count_of(row.done, row.planned, language=language)
    figures = f"{count} · {row.standing}" if frame.is_narrow and row.standing else count
    if frame.is_narrow:
        drawing.text((frame.width, baseline), figures, anchor="end")
    else:
        drawing.text((right + 80, baseline), figures, anchor="end")
        drawing.text((right + 96, baseline), row.standing, fill=colours.WEAK)
    bar = y + frame.line + 4 if frame.is_narrow else y + 2
    _bar(drawing, (left, bar, right - left), row, largest, passed)
    return bar + _BAR + 10


def _bar(
    drawing: Drawing,
    at: tuple[float, float, float],
    row: ProgressRow,
    largest: int,
    passed: float | None,
) -> None:
    x, y, room = at
    planned, done = room * row.planned / largest, room * row.done / largest
    drawing.rect(
        x + 0.5, y + 0.5, planned - 1, _BAR - 1, fill=colours.TRACK, stroke=colours.CONTROL
    )
    drawing.rect(x, y, done, _BAR, fill=colours.PROGRESS)
    if passed is not None and row.planned:
        tick = x + planned * min(max(passed, 0), 1)
        drawing.line((tick, y - 4), (tick, y + _BAR + 4), stroke=colours.WHITE, stroke_width=5)
        drawing.line((tick, y - 4), (tick, y + _BAR + 4), stroke=colours.TEXT, stroke_width=2.5)
