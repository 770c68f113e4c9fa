"""A period and where we stand in it: time passed, working days, pace, and a plan's status.

Status is against *even pace*: the same number of objects each day of the period. It says how far
an office has come with its own plan and nothing about the quality of its work.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

__all__ = [
    "BEHIND_FROM",
    "ON_TRACK_FROM",
    "SLIGHTLY_BEHIND_FROM",
    "Period",
    "Standing",
    "Status",
    "easter_sunday",
    "is_working_day",
    "non_working_days",
    "pace_needed",
    "standing",
    "working_days",
]

# Done as a share of what even pace would have given by now. Chosen so that a lag of one object
# in twenty is no news, and so that the words fit how the coordinator reads the workspace.
ON_TRACK_FROM = Fraction(95, 100)
SLIGHTLY_BEHIND_FROM = Fraction(85, 100)
BEHIND_FROM = Fraction(50, 100)


class Status(StrEnum):
    """How an office stands against its own plan."""

    DONE = "done"
    ON_TRACK = "on_track"
    SLIGHTLY_BEHIND = "slightly_behind"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    NOT_STARTED = "not_started"
    NOT_TAKING_PART = "not_taking_part"
    NOT_ANSWERED = "not_answered"
    NO_PLAN = "no_plan"  # takes part but has not said how many


@dataclass(frozen=True)
class Period:
    """First and last day, both included. ValueError when it ends before it starts."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends {self.end} before it starts {self.start}")

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def share_passed(self, today: date) -> Fraction:
        """Part of the period's days that have come, today among them: 0 before, 1 from the end."""
        passed = (today - self.start).days + 1
        return Fraction(min(max(passed, 0), self.days), self.days)

    def days_left(self, today: date) -> int:
        """Calendar days from today to the last day; 0 on the last day and after it."""
        return max((self.end - max(today, self.start)).days, 0)

    def working_days_left(self, today: date) -> int:
        """Working days that can still be used, today among them."""
        first = max(today, self.start)
        return 0 if first > self.end else working_days(first, self.end)

    def weeks(self) -> list[tuple[int, int]]:
        """The ISO weeks the period touches, as (ISO year, week), in order."""
        monday = self.start - timedelta(days=self.start.weekday())
        weeks = []
        while monday <= self.end:
            weeks.append((monday.isocalendar().year, monday.isocalendar().week))
            monday += timedelta(days=7)
        return weeks


@dataclass(frozen=True)
class Standing:
    """A plan's status with the figures behind it.

    ``expected`` is what even pace would have given by now (objects, seldom whole) and
    ``remaining`` the objects left of the plan; both None without a plan.
    """

    status: Status
    done: int
    planned: int | None
    expected: Fraction | None
    remaining: int | None


def standing(
    *, done: int, planned: int | None, period: Period, today: date, takes_part: bool | None = True
) -> Standing:
    """Where an office stands with its own plan.

    Done when the plan is reached. Nothing done is "not started" whenever it is asked, since that
    is a fact and not a judgement of pace. Otherwise by done / even pace: at least 95 % on track,
    at least 85 % slightly behind, at least 50 % behind, below that far behind.
    `takes_part` is None for an office that has not answered. ValueError for negative numbers.
    """
    if done < 0 or (planned or 0) < 0:
        raise ValueError(f"negative count: {done} of {planned}")
    if takes_part is None:
        return Standing(Status.NOT_ANSWERED, done, planned, None, None)
    if not takes_part:
        return Standing(Status.NOT_TAKING_PART, done, planned, None, None)
    if not planned:
        return Standing(Status.NO_PLAN, done, planned, None, None)
    expected = planned * period.share_passed(today)
    status = _status(done, planned, expected)
    return Standing(status, done, planned, expected, max(planned - done, 0))


def _status(done: int, planned: int, expected: Fraction) -> Status:
    if done >= planned:
        return Status.DONE
    if done == 0:
        return Status.NOT_STARTED
    if done >= ON_TRACK_FROM * expected:
        return Status.ON_TRACK
    if done >= SLIGHTLY_BEHIND_FROM * expected:
        return Status.SLIGHTLY_BEHIND
    if done >= BEHIND_FROM * expected:
        return Status.BEHIND
    return Status.FAR_BEHIND


def pace_needed(remaining: int, *, period: Period, today: date) -> Fraction | None:
    """Objects per working day to reach the plan in time, today counted; None when no day is left.

    0 when nothing remains, also after the end.
    """
    if remaining <= 0:
        return Fraction(0)
    days = period.working_days_left(today)
    return Fraction(remaining, days) if days else None


def is_working_day(day: date) -> bool:
    """Monday to Friday, but no public holiday and none of the three eves that are free as well."""
    return day.weekday() < 5 and day not in non_working_days(day.year)


def working_days(first: date, last: date) -> int:
    """Number of working days from first to last, both included; 0 when last comes before first."""
    return sum(map(is_working_day, _days(first, last)))


@lru_cache(maxsize=64)
def non_working_days(year: int) -> frozenset[date]:
    """Sweden's public holidays (lag 1989:253) and Midsummer, Christmas and New Year's Eve.

    The three eves count as Sundays in the holiday law (1977:480, 3 a §). Valid from 2005, when
    6 June became a holiday.
    """
    easter = easter_sunday(year)
    fixed = [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]
    midsummer = _saturday_from(date(year, 6, 20))
    movable = [
        easter - timedelta(days=2),  # Good Friday
        easter,
        easter + timedelta(days=1),
        easter + timedelta(days=39),  # Ascension Day
        easter + timedelta(days=49),  # Whit Sunday
        midsummer - timedelta(days=1),
        midsummer,
        _saturday_from(date(year, 10, 31)),  # All Saints' Day
    ]
    return frozenset([date(year, month, day) for month, day in fixed] + movable)


def easter_sunday(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous rule of 1876, Meeus 1991 ch. 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(5 - day.weekday()) % 7)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))
