"""Values with their intervals: a share per office, or agreement before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import shortened, width_of
from samsyn.core.charts.scales import Scale, ticks
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import percent_of, word
from samsyn.lib.swedish import (
    Language,
    format_interval,
    format_number,
    format_percent_interval,
    swedish_order,
)

__all__ = ["IntervalRow", "Mark", "interval_plot"]

_ABOVE = 8.0
# Before is light and hollow, after is dark and filled; the fill tells them apart without colour.
_SERIES = ((colours.SERIES[2], False), (colours.SERIES[0], True))


@dataclass(frozen=True, slots=True)
class Mark:
    """One value with its interval, as shares or measures in -1..1; `note` is for n: "8 av 11"."""

    value: float
    low: float
    high: float
    note: str = ""

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"the value lies outside its own interval: {self}")


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """An office or a measure. `marks` has one value per series; None where it is missing or hidden."""

    label: str
    marks: tuple[Mark | None, ...]
    absent: str = ""


@dataclass(frozen=True, slots=True)
class _Plan:
    series: tuple[str, ...]
    percent: bool
    reference: tuple[str, float] | None
    language: Language

    def value(self, value: float) -> str:
        if self.percent:
            return percent_of(value, self.language)
        return format_number(value, 2, language=self.language)

    def tick(self, value: float) -> str:
        tenths = round(value * 10, 6)
        return format_number(
            round(value, 6), 1 if tenths == int(tenths) else 2, language=self.language
        )

    def interval(self, mark: Mark) -> str:
        if self.percent:
            return format_percent_interval(mark.low, mark.high, language=self.language)
        return format_interval(mark.low, mark.high, 2, language=self.language)

    def look(self, place: int) -> tuple[str, bool]:
        return _SERIES[place] if len(self.series) > 1 else _SERIES[1]


def interval_plot(
    key: str,
    title: str,
    rows: Sequence[IntervalRow],
    *,
    series: Sequence[str],
    percent: bool = True,
    reference: tuple[str, float] | None = None,
    alphabetical: bool = True,
    language: Language = "sv",
) -> Chart:
    """At most two series, in time order. `reference` is a labelled line, such as the county's share.

    Offices stand in alphabetical order; `alphabetical=False` keeps the order of measures.
    ValueError for other numbers of series or marks.
    """
    if not 1 <= len(series) <= 2 or any(len(row.marks) != len(series) for row in rows):
        raise ValueError("one or two series, and one mark for each in every row")
    plan = _Plan(tuple(series), percent, reference, language)
    ordered = sorted(rows, key=lambda row: swedish_order(row.label)) if alphabetical else [*rows]

    def draw(drawing: Drawing, frame: Frame) -> float:
        return _draw(drawing, frame, ordered, plan)

    columns = [word("office", language) if alphabetical else ""]
    for name in series:
        columns += [name, f"{name}, {word('interval', language)}"]
    values = [_values(row, plan) for row in ordered]
    return made(key, title, columns=columns, rows=values, draw=draw)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a row is drawn on."""

    drawing: Drawing
    frame: Frame
    scale: Scale
    plan: _Plan


def _values(row: IntervalRow, plan: _Plan) -> list[str]:
    values = [row.label]
    for mark in row.marks:
        if mark is None:
            values += [row.absent, ""]
        else:
            note = f" ({mark.note})" if mark.note else ""
            values += [f"{plan.value(mark.value)}{note}", plan.interval(mark)]
    return values


def _scale(frame: Frame, rows: Sequence[IntervalRow]) -> Scale:
    marks = [mark for row in rows for mark in row.marks if mark]
    low = min([0.0, *(mark.low for mark in marks)])
    noted = any(mark.note for mark in marks)
    left, right = (
        (20.0, frame.width - 20)
        if frame.is_narrow
        else (176.0, frame.width - (220 if noted else 165))
    )
    return Scale(low if low >= 0 else ticks([low, 1.0])[0], 1, left, right)


def _draw(drawing: Drawing, frame: Frame, rows: Sequence[IntervalRow], plan: _Plan) -> float:
    scale = _scale(frame, rows)
    top = _legend(drawing, frame, plan) + (frame.line if plan.reference else 0)
    heights = [_height(row, frame, plan) for row in rows]
    bottom = top + sum(heights)
    for value in ticks([scale.low, scale.high], wanted=5):
        x = scale(value)
        drawing.line((x, top), (x, bottom), stroke=colours.LINE_WEAK)
        text = percent_of(value, plan.language) if plan.percent else plan.tick(value)
        drawing.text((x, bottom + frame.line), text, anchor="middle", fill=colours.WEAK)
    if plan.reference:
        name, value = plan.reference
        x = scale(value)
        drawing.line((x, top), (x, bottom), stroke=colours.VATTEN, stroke_dasharray="5 3")
        anchor = "end" if x > frame.width * 0.7 else None
        label = f"{name} {plan.value(value)}"
        drawing.text((x, top - 5), label, anchor=anchor, bold=True, fill=colours.VATTEN)
    y = top
    for row, height in zip(rows, heights, strict=True):
        _row(_Sheet(drawing, frame, scale, plan), row, y)
        y += height
        drawing.line((0, y), (frame.width, y), stroke=colours.LINE)
    return bottom + frame.line + 6


def _legend(drawing: Drawing, frame: Frame, plan: _Plan) -> float:
    if len(plan.series) == 1:
        return 4.0
    x, y = 0.0, frame.size
    for place, name in enumerate(plan.series):
        if x and x + 34 + width_of(name, frame.size) > frame.width:
            x, y = 0.0, y + frame.line
        _mark(drawing, plan.look(place), (x, x + 12, x + 24), y - 5)
        drawing.text((x + 32, y), name)
        x += 32 + width_of(name, frame.size) + 20
    return y + frame.line * 0.8


def _height(row: IntervalRow, frame: Frame, plan: _Plan) -> float:
    lines = len(plan.series) + (1 if frame.is_narrow and len(plan.series) == 1 else 0)
    if frame.is_narrow and len(plan.series) > 1:
        lines += 1 + len(plan.series)
    return max(lines, 1) * frame.line + _ABOVE


def _row(sheet: _Sheet, row: IntervalRow, top: float) -> None:
    """Label, marks and figures; on a narrow drawing the figures stand above their mark."""
    drawing, frame, scale = sheet.drawing, sheet.frame, sheet.scale
    several = len(sheet.plan.series) > 1
    room = scale.start - 16
    if frame.is_narrow:
        room = frame.width if several else frame.width * 0.4
    y = top + frame.size + _ABOVE / 2 - 1
    drawing.text((0, y), shortened(row.label, frame.size, room))
    y += frame.line if frame.is_narrow and several else 0
    for place, mark in enumerate(row.marks):
        if mark is None:
            drawing.text((frame.width, y), row.absent, anchor="end", fill=colours.WEAK)
        else:
            _figures(sheet, mark, y)
            y += frame.line if frame.is_narrow else 0
            at = (scale(mark.low), scale(mark.value), scale(mark.high))
            _mark(drawing, sheet.plan.look(place), at, y - 5)
        y += frame.line


def _figures(sheet: _Sheet, mark: Mark, y: float) -> None:
    drawing, size, plan = sheet.drawing, sheet.frame.size, sheet.plan
    interval = f"[{plan.interval(mark)}]"
    drawing.text((sheet.frame.width, y), interval, anchor="end", fill=colours.WEAK)
    before = sheet.frame.width - width_of(interval, size) - 6
    drawing.text((before, y), plan.value(mark.value), anchor="end", bold=True)
    if mark.note:
        before -= width_of(plan.value(mark.value), size, bold=True) + 6
        drawing.text((before, y), mark.note, anchor="end", fill=colours.WEAK)


def _mark(
    drawing: Drawing, look: tuple[str, bool], at: tuple[float, float, float], y: float
) -> None:
    colour, filled = look
    low, value, high = at
    drawing.line((low, y), (high, y), stroke=colour, stroke_width=2)
    for end in (low, high):
        drawing.line((end, y - 4), (end, y + 4), stroke=colour, stroke_width=2)
    drawing.circle(
        (value, y), 5, fill=colour if filled else colours.WHITE, stroke=colour, stroke_width=2
    )
