"""Columns week by week: what was done, and what each coming week needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.core.components.figures import percent_of

# Heights in CSS pixels: the columns, the number over the highest one, and the words under them.
COLUMNS, OVER, UNDER = 96, 20, 24
# Narrow columns say every second week only.
ALL_LABELLED = 8


@dataclass(frozen=True, slots=True)
class Week:
    """One week with its number of objects; `needed` marks a coming week and what it would take."""

    number: int
    count: int
    needed: bool = False


@dataclass(frozen=True, slots=True)
class WeekColumn:
    """A week as drawn: `x` and `width` in percent of the box, the rest in pixels from its top."""

    week: Week
    x: str
    width: str
    top: int
    height: int
    says_week: bool

    @property
    def number_at(self) -> int:
        return self.top - 5


@dataclass(frozen=True, slots=True)
class WeekColumns:
    """Weeks in a row. `title` says what and where; n is the sum of what is done."""

    title: str
    weeks: Sequence[Week]

    def __post_init__(self) -> None:
        if any(week.count < 0 for week in self.weeks):
            raise ValueError(f"{self.title}: a week cannot have fewer than no objects.")

    @property
    def n(self) -> int:
        return sum(week.count for week in self.weeks if not week.needed)

    @property
    def height(self) -> int:
        return OVER + COLUMNS + UNDER

    @property
    def words_at(self) -> int:
        return self.height - 6

    @property
    def drawn(self) -> list[WeekColumn]:
        highest = max((week.count for week in self.weeks), default=0) or 1
        every = 1 if len(self.weeks) <= ALL_LABELLED else 2
        return [
            self._column(place, week, highest, says_week=place % every == 0)
            for place, week in enumerate(self.weeks)
        ]

    def _column(self, place: int, week: Week, highest: int, *, says_week: bool) -> WeekColumn:
        height = round(COLUMNS * week.count / highest)
        return WeekColumn(
            week=week,
            x=percent_of(place, len(self.weeks)),
            width=percent_of(1, len(self.weeks)),
            top=OVER + COLUMNS - height,
            height=height,
            says_week=says_week,
        )
