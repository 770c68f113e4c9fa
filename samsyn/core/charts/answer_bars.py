"""Answers A, UA, EK and EA per question as bars that all are as long; shares beside, never ranked."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import width_of, wrapped
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import word
from samsyn.lib.rates import Share
from samsyn.lib.swedish import Language, format_number, format_percent

__all__ = ["AnswerRow", "answer_bars"]

CODES = ("A", "UA", "EK", "EA")
_BAR = 22.0
_GAP = 2.0
_PAD = 5.0


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question (or office). `counts` is None when too few have answered to show it."""

    label: str
    counts: Share | None


@dataclass(frozen=True, slots=True)
class _Look:
    frame: Frame
    language: Language
    codes: bool
    k: int

    @property
    def left(self) -> float:
        return 0 if self.frame.is_narrow else 206

    @property
    def right(self) -> float:
        return self.frame.width - (0 if self.frame.is_narrow else 118)


def answer_bars(
    key: str,
    title: str,
    rows: Sequence[AnswerRow],
    *,
    codes: bool = False,
    smallest: int = 5,
    language: Language = "sv",
) -> Chart:
    """`codes` writes the code in each part, for grey print. `smallest` is k of the hidden rows' text.

    The bars' order is the rows' own.
    """

    def draw(drawing: Drawing, frame: Frame) -> float:
        look = _Look(frame, language, codes, smallest)
        y = _legend(drawing, look)
        for row in rows:
            y = _row(drawing, look, row, y)
        return y

    columns = ("question", "A", "UA", "EK", "EA", "assessed", "share_deviating")
    return made(
        key,
        title,
        columns=[word(name, language) for name in columns],
        rows=[_values(row, smallest, language) for row in rows],
        draw=draw,
    )


def _values(row: AnswerRow, smallest: int, language: Language) -> tuple[str, ...]:
    if row.counts is None:
        return (f"{row.label} ({word('too_few', language, k=smallest)})", "", "", "", "", "", "")
    numbers = [*_numbers(row.counts), row.counts.denominator]
    return (
        row.label,
        *(format_number(n, language=language) for n in numbers),
        _percent(row.counts, language),
    )


def _numbers(counts: Share) -> tuple[int, int, int, int]:
    return counts.deviating, counts.compliant, counts.not_checked, counts.not_applicable


def _percent(counts: Share, language: Language) -> str:
    if not counts.denominator:
        return ""
    return format_percent(counts.numerator, counts.denominator, language=language)


def _legend(drawing: Drawing, look: _Look) -> float:
    x, y = 0.0, look.frame.size
    for code in CODES:
        text = word(code, look.language)
        wide = 26 + width_of(text, look.frame.size) + 18
        if x and x + wide - 18 > look.frame.width:
            x, y = 0.0, y + look.frame.line
        _part(drawing, code, (x, y - 12, 20, 14))
        drawing.text((x + 26, y), text)
        x += wide
    return y + look.frame.line


def _part(drawing: Drawing, code: str, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    if code in ("A", "UA"):
        fill = colours.DEVIATION if code == "A" else colours.COMPLIANT
        drawing.rect(x, y, width, height, fill=fill)
        return
    fill = drawing.hatch() if code == "EK" else colours.WHITE
    inset = 0.5
    drawing.rect(
        x + inset, y + inset, width - 2 * inset, height - 2 * inset, fill=fill, stroke=colours.EDGE
    )


def _row(drawing: Drawing, look: _Look, row: AnswerRow, y: float) -> float:
    size, line = look.frame.size, look.frame.line
    room = (look.frame.width - 112) if look.frame.is_narrow else look.left - 14
    label = wrapped(row.label, size, room, lines=3)
    for place, text in enumerate(label):
        drawing.text((0, y + size + place * line), text)
    bar = y + len(label) * line + 6 if look.frame.is_narrow else y + 1
    if row.counts is None or not row.counts.answered:
        reason = "too_few" if row.counts is None else "nothing"
        drawing.text(
            (look.left, bar + 16), word(reason, look.language, k=look.k), fill=colours.WEAK
        )
        below = bar + _BAR
    else:
        _shares(drawing, look, row.counts, y + size)
        below = _bar(drawing, look, row.counts, bar)
    return max(below, y + len(label) * line) + 12


def _shares(drawing: Drawing, look: _Look, counts: Share, baseline: float) -> None:
    """The share of deviation with its n, never one without the other."""
    n = f"n\u00a0=\u00a0{format_number(counts.denominator, language=look.language)}"
    end = look.frame.width
    drawing.text((end, baseline), n, anchor="end", fill=colours.WEAK)
    before = width_of(n, look.frame.size) + 8 if look.frame.is_narrow else 64
    drawing.text((end - before, baseline), _percent(counts, look.language), anchor="end", bold=True)


def _bar(drawing: Drawing, look: _Look, counts: Share, y: float) -> float:
    """One bar; returns where it ends. Codes that do not fit inside go below, in the same order."""
    parts = [(code, n) for code, n in zip(CODES, _numbers(counts), strict=True) if n]
    room = look.right - look.left - _GAP * (len(parts) - 1)
    x, outside = look.left, []
    for code, n in parts:
        width = room * n / counts.answered
        _part(drawing, code, (x, y, width, _BAR))
        number = format_number(n, language=look.language)
        text = f"{code} {number}" if look.codes else number
        if width_of(text, look.frame.size, bold=True) + 2 * _PAD <= width:
            _inside(drawing, code, text, (x + _PAD, y + _BAR - 5.5))
        elif look.codes:
            outside.append((x, text))
        x += width + _GAP
    if not outside:
        return y + _BAR
    _below(drawing, look, outside, y + _BAR + look.frame.size)
    return y + _BAR + look.frame.line


def _inside(drawing: Drawing, code: str, text: str, at: tuple[float, float]) -> None:
    dark = code in ("A", "UA")
    drawing.text(
        at, text, bold=True, fill=colours.WHITE if dark else colours.TEXT, halo=code == "EK"
    )


def _below(drawing: Drawing, look: _Look, texts: list[tuple[float, str]], y: float) -> None:
    """Each under its part, pushed apart where they would meet, and kept within the bar's end."""
    ends = look.right
    starts: list[float] = []
    for wanted, text in reversed(texts):
        ends = min(wanted, ends - width_of(text, look.frame.size))
        starts.insert(0, max(ends, look.left))
        ends -= look.frame.size / 2
    taken = look.left
    for start, (_, text) in zip(starts, texts, strict=True):
        at = max(start, taken)
        drawing.text((at, y), text)
        taken = at + width_of(text, look.frame.size) + look.frame.size / 2
