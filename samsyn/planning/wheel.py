"""The year wheel (årshjul): how the plan comes about, the same every year, drawn as SVG with its table beside it."""

from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from django.utils.translation import gettext as _

from samsyn.planning.months import MONTHS, month_name


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the year's round: months from first to last, over New Year when last is before first."""

    number: int
    first: int
    last: int
    title: str
    text: str
    ring: int = 0  # 0 is the round itself, 1 what runs beside it

    @property
    def months(self) -> list[int]:
        length = (self.last - self.first) % 12 + 1
        return [(self.first - 1 + step) % 12 + 1 for step in range(length)]

    @property
    def when(self) -> str:
        """Short months, such as sep–okt."""
        first, last = month_name(self.first)[:3], month_name(self.last)[:3]
        return first if first == last else f"{first}–{last}"


def phases() -> list[Phase]:
    """The collaboration's own round, as its members know it."""
    return [
        Phase(1, 9, 10, _("Proposals are made."), _("Everyone can propose; the form takes ten minutes.")),
        Phase(2, 11, 11, _("Preparation."), _("Like proposals are merged, and where they came from shows.")),
        Phase(3, 12, 2, _("Vote."), _("One answer for each office; the contact person answers.")),
        Phase(4, 3, 4, _("Compiling."), _("The coordinator puts the answers together for the steering group.")),
        Phase(5, 5, 6, _("The steering group decides."), _("Year 1 is decided, year 2 is preliminary.")),
        Phase(6, 8, 11, _("Into the offices' own plans."), _("Each office says when the year stands in its own."), 1),
        Phase(7, 1, 2, _("Annual report"), _("For the year that has gone."), 1),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sector:
    """One drawn phase: its outline, and where its number stands."""

    phase: Phase
    path: str
    x: float
    y: float
    is_now: bool


@dataclass(frozen=True, slots=True)
class MonthMark:
    """One month of the inner ring."""

    path: str
    x: float
    y: float
    name: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class Wheel:
    """All that the template draws; `hand` is today as a line from the centre outwards."""

    sectors: list[Sector]
    months: list[MonthMark]
    hand: tuple[float, float, float, float]
    alt: str


RINGS = {0: (92.0, 128.0), 1: (132.0, 160.0)}
INNER = (62.0, 88.0)


def wheel_of(day: date) -> Wheel:
    """The wheel as it stands on a day; January begins at the top and the year goes clockwise."""
    all_phases = phases()
    angle = 2 * pi * ((day.month - 1) + (day.day - 1) / 31) / 12
    return Wheel(
        sectors=[_sector(phase, day) for phase in all_phases],
        months=[_month(month, day) for month in MONTHS],
        hand=(*_point(angle, 58), *_point(angle, 164)),
        alt=_("The year's round: %(phases)s")
        % {"phases": "; ".join(f"{p.number} {p.when} {p.title}" for p in all_phases)},
    )


def _sector(phase: Phase, day: date) -> Sector:
    start = 2 * pi * (phase.first - 1) / 12
    length = 2 * pi * len(phase.months) / 12
    inner, outer = RINGS[phase.ring]
    x, y = _point(start + length / 2, (inner + outer) / 2)
    return Sector(phase, _arc(start, length, inner, outer), x, y, day.month in phase.months)


def _month(month: int, day: date) -> MonthMark:
    start, length = 2 * pi * (month - 1) / 12, 2 * pi / 12
    x, y = _point(start + length / 2, sum(INNER) / 2)
    return MonthMark(_arc(start, length, *INNER), x, y, month_name(month)[:3], month == day.month)


def _arc(start: float, length: float, inner: float, outer: float) -> str:
    """A part of a ring as an SVG path, with a hair's gap to its neighbours."""
    gap = 0.012
    begin, end = start + gap, start + length - gap
    large = 1 if length > pi else 0
    (ax, ay), (bx, by) = _point(begin, outer), _point(end, outer)
    (cx, cy), (dx, dy) = _point(end, inner), _point(begin, inner)
    return (
        f"M{ax} {ay}A{outer:g} {outer:g} 0 {large} 1 {bx} {by}"
        f"L{cx} {cy}A{inner:g} {inner:g} 0 {large} 0 {dx} {dy}Z"
    )


def _point(angle: float, radius: float) -> tuple[float, float]:
    return round(radius * sin(angle), 1), round(-radius * cos(angle), 1)
