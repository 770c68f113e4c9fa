"""Objects per week as columns, and what each coming week needs as dashed ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart, Frame, made
from samsyn.core.charts.lettering import width_of
from samsyn.core.charts.scales import Scale
from samsyn.core.charts.svg import Drawing
from samsyn.core.charts.words import word
from samsyn.lib.swedish import Language, format_number

__all__ = ["Week", "week_columns"]

_HEIGHT = 130.0


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week: what was done, or, when `needed`, what it takes to reach the plan."""

    number: int
    count: int
    needed: bool = False


def week_columns(
    key: str, title: str, weeks: Sequence[Week], *, language: Language = "sv"
) -> Chart:
    """Columns in the order given (a campaign may cross the new year). ValueError for none."""
    if not weeks:
        raise ValueError("no weeks to draw")

    def draw(drawing: Drawing, frame: Frame) -> float:
        return _draw(drawing, frame, weeks, language)

    rows = []
    for week in weeks:
        count = format_number(week.count, language=language)
        rows.append((str(week.number), "" if week.needed else count, count if week.needed else ""))
    columns = [word(name, language) for name in ("week", "done", "needed")]
    return made(key, title, columns=columns, rows=rows, draw=draw)


def _draw(drawing: Drawing, frame: Frame, weeks: Sequence[Week], language: Language) -> float:
    left, top = frame.size * 1.6, frame.line * 2
    ground = top + _HEIGHT
    step = (frame.width - left) / len(weeks)
    scale = Scale(0, max(week.count for week in weeks) or 1, ground, top)
    every = _every(weeks, step, frame)
    told = False
    drawing.line((left, ground), (frame.width, ground), stroke=colours.CONTROL)
    drawing.text((0, ground + frame.line), word("week_short", language), fill=colours.WEAK)
    for place, week in enumerate(weeks):
        x, width = left + place * step + step * 0.1, step * 0.8
        y, centre = scale(week.count), left + (place + 0.5) * step
        if week.needed:
            drawing.rect(
                x + 0.5,
                y,
                width - 1,
                ground - y,
                fill=colours.WHITE,
                stroke=colours.CONTROL,
                stroke_dasharray="3 3",
            )
        else:
            drawing.rect(x, y, width, ground - y, fill=colours.PROGRESS)
        if not week.needed and width_of(str(week.count), frame.size) <= step:
            drawing.text(
                (centre, y - 6), format_number(week.count, language=language), anchor="middle"
            )
        if week.needed and week.count and not told:
            _tell(drawing, frame, week, (x, y), language)
            told = True
        if place % every == 0:
            drawing.text(
                (centre, ground + frame.line), str(week.number), anchor="middle", fill=colours.WEAK
            )
    return ground + frame.line + 6


def _tell(
    drawing: Drawing, frame: Frame, week: Week, at: tuple[float, float], language: Language
) -> None:
    """The needed pace, said once above the dashed columns; higher when it reaches over done ones."""
    text = word("needed_label", language, n=format_number(week.count, language=language))
    x = min(at[0], frame.width - width_of(text, frame.size, bold=True))
    y = at[1] - 6 if x == at[0] else min(at[1] - 6, frame.line * 2 - 6) - frame.line * 0.8
    drawing.text((x, y), text, bold=True, halo=True)


def _every(weeks: Sequence[Week], step: float, frame: Frame) -> int:
    """Every which week gets its number, so that they do not run together."""
    widest = max(width_of(str(week.number), frame.size) for week in weeks) + frame.size / 2
    return next(n for n in (1, 2, 4, 8, 16, len(weeks)) if n * step >= widest or n >= len(weeks))
