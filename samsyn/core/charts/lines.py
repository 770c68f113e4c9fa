"""Values over the years, one line or one small drawing per office; a missing year is seen, never bridged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import shortened, width_of
from samsyn.core.charts.placing import Box, Label, place
from samsyn.core.charts.scales import Scale, ticks
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import word
from samsyn.lib.swedish import Language, format_number, swedish_order

__all__ = ["Missing", "Series", "line_chart", "small_multiples", "trend"]

Missing = Literal["–", ".", "..", "?"]
_MISSING_WORDS = {"–": "dropout", ".": "not_applicable", "..": "secret", "?": "source"}
_BOX = 18.0


@dataclass(frozen=True, slots=True)
class Series:
    """One office (or mean): a value, or why there is none, for every year of the chart."""

    label: str
    values: Mapping[int, float | Missing]


@dataclass(frozen=True, slots=True)
class _Plan:
    years: tuple[int, ...]
    ticks: tuple[float, ...]
    band: Mapping[int, tuple[float, float]]
    decimals: int
    language: Language

    def text(self, value: float) -> str:
        return format_number(value, self.decimals, language=self.language)


def line_chart(
    key: str,
    title: str,
    series: Sequence[Series],
    *,
    decimals: int = 0,
    language: Language = "sv",
) -> Chart:
    """At most five lines in one drawing, labelled at their ends. ValueError for more, or for none."""
    if not 1 <= len(series) <= len(colours.SERIES):
        raise ValueError("one to five lines; take small multiples for more")
    plan = _plan(series, {}, decimals, language)

    def draw(drawing: Drawing, frame: Frame) -> float:
        right = frame.width - max(width_of(s.label, frame.size, bold=True) for s in series) - 14
        room = Box(
            _margin(plan, frame), frame.size, max(right, frame.width * 0.55), frame.size + 220
        )
        x, y = _axes(drawing, frame, plan, room)
        labels = []
        below = room.bottom + 1.8 * frame.line
        for number, one in enumerate(series):
            last = _line(drawing, one, plan, (x, y), colours.SERIES[number], labelled=None)
            if last:
                labels.append(Label(one.label, last, 4, must_show=True))
            if _lacks(one, plan):
                _missing(drawing, one, plan, x, below)
                drawing.text((room.right + 6, below + 4), one.label)
                below += _BOX + 4
        _ends(drawing, frame, labels, room)
        return below

    return made(key, title, columns=_columns(plan), rows=_rows(series, plan), draw=draw)


def trend(
    key: str, title: str, one: Series, *, decimals: int = 0, language: Language = "sv"
) -> Chart:
    """One low line from zero with its first and last value written, for a place of its own; ValueError without a value.

    It has no axis of values: the two that are written say how large it is, and zero keeps a small change small.
    """
    plan = _plan([one], {}, decimals, language)
    numbers = [value for value in one.values.values() if not isinstance(value, str)]
    if not numbers:
        raise ValueError("nothing to draw")

    def draw(drawing: Drawing, frame: Frame) -> float:
        top = frame.line * 1.5
        room = Box(4, top, frame.width - 4, top + 72)
        x = Scale(plan.years[0], plan.years[-1], room.left + 14, room.right - 14)
        y = Scale(min(0, *numbers), max(0, *numbers) or 1, room.bottom, room.top)
        _years(drawing, frame, plan, room, x)
        _line(drawing, one, plan, (x, y), colours.VATTEN, labelled=frame)
        if _lacks(one, plan):
            _missing(drawing, one, plan, x, room.bottom - _BOX / 2)
        return room.bottom + frame.line * 1.5

    return made(key, title, columns=_columns(plan), rows=_rows([one], plan), draw=draw)


def small_multiples(
    key: str,
    title: str,
    series: Sequence[Series],
    *,
    band: Mapping[int, tuple[float, float]] | None = None,
    also_covers: Sequence[Series] = (),
    decimals: int = 0,
    language: Language = "sv",
) -> Chart:
    """One small drawing per office, alphabetical, all on the same scale. ValueError for none.

    `band` is drawn behind every one: year to low and high, such as between mean and median. `also_covers` are series of
    a second chart beside this one: years and scale are made to hold them too, so that the two can be read together.
    """
    if not series:
        raise ValueError("nothing to draw")
    plan = _plan([*series, *also_covers], band or {}, decimals, language)
    ordered = sorted(series, key=lambda one: swedish_order(one.label))

    def draw(drawing: Drawing, frame: Frame) -> float:
        across = 2 if frame.is_narrow else 3
        margin = _margin(plan, frame)
        wide = (frame.width - margin) / across
        tall = 104.0 + 2.4 * frame.line
        for number, one in enumerate(ordered):
            left, top = margin + number % across * wide, number // across * tall
            room = Box(left + 4, top + frame.line * 1.3, left + wide - 16, top + 104 + frame.line)
            _small(drawing, frame, one, plan, room, first=number % across == 0)
        return -(-len(ordered) // across) * tall

    rows = _rows(ordered, plan)
    if band:
        for name, end in (("band_low", 0), ("band_high", 1)):
            cells = [plan.text(band[year][end]) if year in band else "" for year in plan.years]
            rows.append([word(name, language), *cells])
    return made(key, title, columns=_columns(plan), rows=rows, draw=draw)


def _plan(
    series: Sequence[Series],
    band: Mapping[int, tuple[float, float]],
    decimals: int,
    language: Language,
) -> _Plan:
    years = sorted({year for one in series for year in one.values})
    numbers = [v for one in series for v in one.values.values() if not isinstance(v, str)]
    numbers += [value for ends in band.values() for value in ends]
    # Every calendar year has its place: a gap in the years is a gap in the drawing.
    whole = range(years[0], years[-1] + 1) if years else ()
    return _Plan(tuple(whole), tuple(ticks(numbers or [1], wanted=3)), band, decimals, language)


def _columns(plan: _Plan) -> list[str]:
    return [word("office", plan.language), *(str(year) for year in plan.years)]


def _rows(series: Sequence[Series], plan: _Plan) -> list[list[str]]:
    rows = []
    for one in series:
        cells = []
        for year in plan.years:
            value = one.values.get(year, "–")
            if isinstance(value, str):
                cells.append(word(_MISSING_WORDS[value], plan.language))
            else:
                cells.append(plan.text(value))
        rows.append([one.label, *cells])
    return rows


def _margin(plan: _Plan, frame: Frame) -> float:
    return max(width_of(_tick(plan, tick), frame.size) for tick in plan.ticks) + 10


def _tick(plan: _Plan, value: float) -> str:
    whole = all(tick == int(tick) for tick in plan.ticks)
    return format_number(value, 0 if whole else max(plan.decimals, 1), language=plan.language)


def _axes(drawing: Drawing, frame: Frame, plan: _Plan, room: Box) -> tuple[Scale, Scale]:
    x = Scale(plan.years[0], plan.years[-1], room.left + 10, room.right - 10)
    y = Scale(plan.ticks[0], plan.ticks[-1], room.bottom, room.top)
    for value in plan.ticks:
        drawing.line((room.left, y(value)), (room.right, y(value)), stroke=colours.LINE_WEAK)
        at = (room.left - 6, y(value) + frame.size * 0.35)
        drawing.text(at, _tick(plan, value), anchor="end", fill=colours.WEAK)
    _years(drawing, frame, plan, room, x)
    return x, y


def _years(drawing: Drawing, frame: Frame, plan: _Plan, room: Box, x: Scale) -> None:
    drawing.line((room.left, room.bottom), (room.right, room.bottom), stroke=colours.CONTROL)
    step = abs(x(plan.years[0] + 1) - x(plan.years[0])) or 1
    every = max(1, -(-int(width_of("2026", frame.size) * 1.25) // int(step)))
    last = plan.years[-1]
    for year in plan.years:
        if (last - year) % every == 0:
            at = (x(year), room.bottom + frame.line)
            drawing.text(at, str(year), anchor="middle", fill=colours.WEAK)


def _small(
    drawing: Drawing, frame: Frame, one: Series, plan: _Plan, room: Box, *, first: bool
) -> None:
    x = Scale(plan.years[0], plan.years[-1], room.left + 14, room.right - 14)
    y = Scale(plan.ticks[0], plan.ticks[-1], room.bottom - _BOX - 4, room.top + frame.size)
    name = shortened(one.label, frame.size, room.right - room.left, bold=True)
    drawing.text((room.left, room.top - 4), name, bold=True)
    for value in plan.ticks:
        drawing.line((room.left, y(value)), (room.right, y(value)), stroke=colours.LINE_WEAK)
        if first:
            at = (room.left - 6, y(value) + frame.size * 0.35)
            drawing.text(at, _tick(plan, value), anchor="end", fill=colours.WEAK)
    _band(drawing, plan, x, y)
    drawing.line((room.left, room.bottom), (room.right, room.bottom), stroke=colours.CONTROL)
    for year, anchor in ((plan.years[0], None), (plan.years[-1], "end")):
        at = (room.left if anchor is None else room.right, room.bottom + frame.line)
        drawing.text(at, str(year), anchor=anchor, fill=colours.WEAK)
        if plan.years[0] == plan.years[-1]:
            break
    _line(drawing, one, plan, (x, y), colours.VATTEN, labelled=frame)
    _missing(drawing, one, plan, x, room.bottom - _BOX / 2)


def _band(drawing: Drawing, plan: _Plan, x: Scale, y: Scale) -> None:
    years = [year for year in plan.years if year in plan.band]
    if len(years) > 1:
        lower = [(x(year), y(plan.band[year][0])) for year in years]
        upper = [(x(year), y(plan.band[year][1])) for year in years]
        drawing.polygon([*lower, *reversed(upper)], fill=colours.LINE)


def _line(
    drawing: Drawing,
    one: Series,
    plan: _Plan,
    scales: tuple[Scale, Scale],
    colour: str,
    *,
    labelled: Frame | None,
) -> tuple[float, float] | None:
    """The line in unbroken pieces with a dot per year; returns the last point."""
    x, y = scales
    piece: list[tuple[float, float]] = []
    told: list[tuple[tuple[float, float], float]] = []
    for year in (*plan.years, None):
        value = "–" if year is None else one.values.get(year, "–")
        if not isinstance(value, str) and year is not None:
            piece.append((x(year), y(value)))
            told.append((piece[-1], value))
        elif piece:
            if len(piece) > 1:
                drawing.polyline(piece, stroke=colour, stroke_width=2, stroke_linejoin="round")
            piece = []
    for at, _ in told:
        drawing.circle(at, 3.5, fill=colour, stroke=colours.WHITE)
    if labelled and told:
        _first_and_last(drawing, labelled, plan, told, colour)
    return told[-1][0] if told else None


def _first_and_last(
    drawing: Drawing,
    frame: Frame,
    plan: _Plan,
    told: list[tuple[tuple[float, float], float]],
    colour: str,
) -> None:
    ends = [told[0]] if len(told) == 1 else [told[0], told[-1]]
    for number, (at, value) in enumerate(ends):
        last = number == len(ends) - 1
        anchor = "middle" if len(ends) == 1 else "end" if last else "start"
        across = 0 if len(ends) == 1 else 10 if last else -10
        text = plan.text(value)
        drawing.text(
            (at[0] + across, at[1] - 8),
            text,
            anchor=anchor,
            bold=last,
            halo=True,
            fill=colour if last else colours.WEAK,
        )


def _lacks(one: Series, plan: _Plan) -> bool:
    return any(isinstance(one.values.get(year, "–"), str) for year in plan.years)


def _missing(drawing: Drawing, one: Series, plan: _Plan, x: Scale, y: float) -> None:
    """A dashed box with the code where a year has no value."""
    for year in plan.years:
        value = one.values.get(year, "–")
        if isinstance(value, str):
            half = _BOX / 2
            drawing.rect(
                x(year) - half,
                y - half,
                _BOX,
                _BOX - 2,
                fill=colours.WHITE,
                stroke=colours.CONTROL,
                stroke_dasharray="3 2",
            )
            drawing.text((x(year), y + 4), value, anchor="middle")


def _ends(drawing: Drawing, frame: Frame, labels: list[Label], room: Box) -> None:
    """Names at the lines' ends, pushed apart; dark, since two of the line colours are weak as text."""
    wide = Box(room.left, 0, frame.width, room.bottom)
    for placed in place(labels, room=wide, size=frame.size):
        drawing.text(placed.baseline, placed.label.text, bold=True, halo=True)
