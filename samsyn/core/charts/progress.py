"""Done of planned per office: the bar is as long as the office's own plan, a tick shows even pace."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import shortened
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import word
from samsyn.lib.swedish import Language, format_count_of, format_number, swedish_order

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
        sheet = _Sheet(drawing, frame, largest, passed)
        for row in ordered:
            y = _row(sheet, row, y, language)
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


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all rows share: the drawing, the largest plan and the share of time that has passed."""

    drawing: Drawing
    frame: Frame
    largest: int
    passed: float | None

    @property
    def left(self) -> float:
        return 0.0 if self.frame.is_narrow else 150.0

    @property
    def right(self) -> float:
        return self.frame.width - (0 if self.frame.is_narrow else 200)


def _row(sheet: _Sheet, row: ProgressRow, y: float, language: Language) -> float:
    drawing, frame = sheet.drawing, sheet.frame
    narrow, end = frame.is_narrow, frame.width
    baseline = y + frame.size
    drawing.text((0, baseline), shortened(row.label, frame.size, 150 if narrow else 136))
    if row.absent:
        text = shortened(row.absent, frame.size, end - (158 if narrow else sheet.left))
        at, anchor = ((end, baseline), "end") if narrow else ((sheet.left, baseline), None)
        drawing.text(at, text, anchor=anchor, fill=colours.WEAK)
        return y + frame.line + 10
    count = format_count_of(row.done, row.planned, language=language)
    if narrow:
        figures = f"{count} · {row.standing}" if row.standing else count
        drawing.text((end, baseline), figures, anchor="end")
    else:
        drawing.text((sheet.right + 80, baseline), count, anchor="end")
        drawing.text((sheet.right + 96, baseline), row.standing, fill=colours.WEAK)
    bar = y + frame.line + 4 if narrow else y + 2
    _bar(sheet, row, bar)
    return bar + _BAR + 10


def _bar(sheet: _Sheet, row: ProgressRow, y: float) -> None:
    drawing, x, room = sheet.drawing, sheet.left, sheet.right - sheet.left
    planned, done = room * row.planned / sheet.largest, room * row.done / sheet.largest
    drawing.rect(
        x + 0.5, y + 0.5, planned - 1, _BAR - 1, fill=colours.TRACK, stroke=colours.CONTROL
    )
    drawing.rect(x, y, done, _BAR, fill=colours.PROGRESS)
    if sheet.passed is not None and row.planned:
        tick = x + planned * min(max(sheet.passed, 0), 1)
        for width, colour in ((5, colours.WHITE), (2.5, colours.TEXT)):
            drawing.line((tick, y - 4), (tick, y + _BAR + 4), stroke=colour, stroke_width=width)
