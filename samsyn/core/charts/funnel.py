"""The funnel: each office's share against what chance alone gives for so many objects.

Limits come as data (`samsyn.lib.funnel` computes them); nothing here decides who lies outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import width_of
from samsyn.core.charts.placing import Box, Label, place
from samsyn.core.charts.scales import Scale, ticks
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import percent_of, word
from samsyn.lib.swedish import Language, format_count_of, format_number, format_percent

__all__ = ["FunnelPoint", "Limit", "funnel"]

_PLOT = 250.0
_DOT, _RING = 4.0, 8.0


class Limit(Protocol):
    """The shares (0-1) between which an office with n assessed lies inside."""

    @property
    def n(self) -> int: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """An office: deviations among assessed, and whether it lies outside the 95 or 99.8 % limits."""

    label: str
    deviating: int
    assessed: int
    outside: Literal["", "95", "998"] = ""

    def __post_init__(self) -> None:
        if self.assessed < 1 or not 0 <= self.deviating <= self.assessed:
            raise ValueError(f"not a share: {self}")

    @property
    def share(self) -> float:
        return self.deviating / self.assessed


@dataclass(frozen=True, slots=True)
class _Plot:
    drawing: Drawing
    frame: Frame
    x: Scale
    y: Scale
    language: Language

    @property
    def room(self) -> Box:
        return Box(self.x.start, self.y.end, self.x.end, self.y.start)


def funnel(
    key: str,
    title: str,
    points: Sequence[FunnelPoint],
    *,
    county: float,
    limits_95: Sequence[Limit],
    limits_998: Sequence[Limit],
    of_what: str = "",
    language: Language = "sv",
) -> Chart:
    """`county` is the county's share (0-1). Limits are given for rising n. `of_what` names the axis where the share is
    not one of deviations.

    ValueError without points.
    """
    if not points:
        raise ValueError("no offices to draw")

    def draw(drawing: Drawing, frame: Frame) -> float:
        plot = _plot(drawing, frame, points, limits_95, language)
        _band(plot, limits_998, colours.BAND_998, dash="4 3")
        _band(plot, limits_95, colours.BAND_95, dash=None)
        _axes(plot, of_what)
        return _points(plot, points, _lines(plot, county, limits_95, limits_998))

    counted = (
        ("number", "of_all", "share") if of_what else ("deviating", "assessed", "share_deviating")
    )
    columns = ("office", *counted, "standing")
    return made(
        key,
        title,
        columns=[word(name, language) for name in columns],
        rows=[_values(point, language) for point in points],
        draw=draw,
    )


def _values(point: FunnelPoint, language: Language) -> tuple[str, ...]:
    standing = {"": "inside", "95": "outside_95", "998": "outside_998"}[point.outside]
    return (
        point.label,
        format_number(point.deviating, language=language),
        format_number(point.assessed, language=language),
        format_percent(point.deviating, point.assessed, language=language),
        word(standing, language),
    )


def _plot(
    drawing: Drawing,
    frame: Frame,
    points: Sequence[FunnelPoint],
    limits: Sequence[Limit],
    language: Language,
) -> _Plot:
    left, right = frame.size * 2.2, frame.width - width_of("99,8 %-gräns", frame.size) - 8
    top = frame.line * 1.6
    largest = max([*(point.assessed for point in points), *(limit.n for limit in limits)])
    x = Scale(0, largest, left, right - 4)
    return _Plot(drawing, frame, x, Scale(0, 1, top + _PLOT, top), language)


def _band(plot: _Plot, limits: Sequence[Limit], fill: str, *, dash: str | None) -> None:
    if not limits:
        return
    upper = [(plot.x(limit.n), plot.y(limit.high)) for limit in limits]
    lower = [(plot.x(limit.n), plot.y(limit.low)) for limit in limits]
    plot.drawing.polygon([*upper, *reversed(lower)], fill=fill)
    for edge in (upper, lower):
        plot.drawing.polyline(edge, stroke=colours.CONTROL, stroke_dasharray=dash)


def _axes(plot: _Plot, of_what: str) -> None:
    drawing, room, frame = plot.drawing, plot.room, plot.frame
    drawing.text((0, frame.size), of_what or word("share_axis", plot.language), fill=colours.WEAK)
    for percent in (0, 25, 50, 75, 100):
        y = plot.y(percent / 100)
        drawing.line((room.left - 4, y), (room.left, y), stroke=colours.CONTROL)
        drawing.text(
            (room.left - 8, y + frame.size * 0.35), str(percent), anchor="end", fill=colours.WEAK
        )
    drawing.line((room.left, room.top), (room.left, room.bottom), stroke=colours.CONTROL)
    drawing.line((room.left, room.bottom), (room.right, room.bottom), stroke=colours.CONTROL)
    for value in ticks([plot.x.high], wanted=4, whole=True):
        if value > plot.x.high:
            continue
        x = plot.x(value)
        drawing.line((x, room.bottom), (x, room.bottom + 4), stroke=colours.CONTROL)
        text = format_number(int(value), language=plot.language)
        drawing.text((x, room.bottom + frame.line), text, anchor="middle", fill=colours.WEAK)
    middle = (room.left + room.right) / 2
    below = room.bottom + 2.2 * frame.line
    drawing.text((middle, below), word("n_axis", plot.language), anchor="middle", fill=colours.WEAK)


def _lines(
    plot: _Plot, county: float, limits_95: Sequence[Limit], limits_998: Sequence[Limit]
) -> list[Box]:
    """The county's line, and at the right end what each line is. Returns what labels must not cover."""
    room, y = plot.room, plot.y(county)
    plot.drawing.line((room.left, y), (room.right, y), stroke=colours.VATTEN, stroke_width=2)
    share = percent_of(county, plot.language)
    texts = [(f"{word('county', plot.language)} {share}", y, True)]
    for name, limits in (("limit_95", limits_95), ("limit_998", limits_998)):
        if limits:
            texts.append((word(name, plot.language), plot.y(limits[-1].high), False))
    return [Box(room.left, y - 1, room.right, y + 1), *_stack(plot, texts)]


def _stack(plot: _Plot, texts: list[tuple[str, float, bool]]) -> list[Box]:
    """Labels at the lines' right ends, pushed apart upwards so that the county keeps its place."""
    lowest, boxes, x = plot.room.bottom, [], plot.room.right + 6
    for text, y, bold in sorted(texts, key=lambda item: -item[1]):
        at = min(y + plot.frame.size * 0.35, lowest)
        plot.drawing.text((x, at), text, bold=bold, fill=colours.VATTEN if bold else colours.WEAK)
        boxes.append(
            Box(x, at - plot.frame.size * 0.8, plot.frame.width, at + plot.frame.size * 0.2)
        )
        lowest = at - plot.frame.line * 0.9
    return boxes


def _points(plot: _Plot, points: Sequence[FunnelPoint], obstacles: Sequence[Box]) -> float:
    """Marks, then labels where they cover nothing. Outside: ring and label, always."""
    labels = []
    for point in points:
        at = (plot.x(point.assessed), plot.y(point.share))
        text = point.label
        if point.outside:
            count = format_count_of(point.deviating, point.assessed, language=plot.language)
            text = f"{text} {count}"
            plot.drawing.circle(at, _RING, fill=colours.WHITE, stroke=colours.TEXT, stroke_width=2)
        plot.drawing.circle(at, _DOT, fill=colours.VATTEN, stroke=colours.WHITE)
        radius = _RING if point.outside else _DOT
        labels.append(Label(text, at, radius, must_show=bool(point.outside)))
    room = Box(plot.room.left + 2, plot.frame.size * 1.25, plot.frame.width, plot.room.bottom - 2)
    for placed in place(labels, room=room, size=plot.frame.size, obstacles=obstacles):
        if placed.leader:
            near = (
                min(max(placed.label.at[0], placed.box.left), placed.box.right),
                min(max(placed.label.at[1], placed.box.top), placed.box.bottom),
            )
            plot.drawing.line(placed.label.at, near, stroke=colours.CONTROL)
        plot.drawing.text(
            placed.baseline, placed.label.text, bold=placed.label.must_show, halo=True
        )
    return plot.room.bottom + 2.6 * plot.frame.line
