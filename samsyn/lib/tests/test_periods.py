"""Time passed, working days and how a plan stands against even pace."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from samsyn.lib.periods import (
    Period,
    Status,
    easter_sunday,
    is_working_day,
    non_working_days,
    pace_needed,
    standing,
    working_days,
)

# The campaign drawn on screen 2, seen on the day it was drawn.
AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 11))
TODAY = date(2026, 11, 23)

OFFICES = [
    ("Aneby", 4, 5, Status.ON_TRACK),
    ("Eksjö", 6, 8, Status.SLIGHTLY_BEHIND),
    ("Gislaved", 8, 12, Status.BEHIND),
    ("Habo-Mullsjö", 5, 8, Status.BEHIND),
    ("Jönköping", 17, 24, Status.SLIGHTLY_BEHIND),
    ("Nässjö", 8, 12, Status.BEHIND),
    ("Sävsjö", 0, 6, Status.NOT_STARTED),
    ("Tranås", 3, 8, Status.FAR_BEHIND),
    ("Vaggeryd", 8, 8, Status.DONE),
    ("Vetlanda", 11, 12, Status.ON_TRACK),
    ("Värnamo", 14, 14, Status.DONE),
]


def stand(done, planned, **kwargs):
    return standing(done=done, planned=planned, period=AUTUMN, **{"today": TODAY, **kwargs})


@pytest.mark.parametrize(("office", "done", "planned", "status"), OFFICES)
def test_the_workspace_of_screen_2_comes_out(office, done, planned, status):
    assert stand(done, planned).status is status


def test_an_office_that_does_not_take_part_has_no_status_of_pace():
    result = stand(0, None, takes_part=False)
    assert result.status is Status.NOT_TAKING_PART
    assert result.expected is None


def test_an_office_that_has_not_answered_is_not_one_that_stays_away():
    assert stand(0, None, takes_part=None).status is Status.NOT_ANSWERED


@pytest.mark.parametrize("planned", [None, 0])
def test_taking_part_without_a_plan_is_said(planned):
    assert stand(3, planned).status is Status.NO_PLAN


def test_the_campaigns_head_figures_come_out():
    assert round(float(AUTUMN.share_passed(TODAY)) * 100) == 82
    assert AUTUMN.days_left(TODAY) == 18
    remaining = sum(stand(done, planned).remaining for _, done, planned, _ in OFFICES)
    assert remaining == 33
    assert pace_needed(remaining, period=AUTUMN, today=TODAY) == Fraction(22, 10)


def test_more_than_planned_is_done_and_leaves_nothing():
    result = stand(9, 8)
    assert result.status is Status.DONE
    assert result.remaining == 0


@pytest.mark.parametrize(
    ("done", "status"),
    [
        (95, Status.ON_TRACK),
        (94, Status.SLIGHTLY_BEHIND),
        (85, Status.SLIGHTLY_BEHIND),
        (84, Status.BEHIND),
        (50, Status.BEHIND),
        (49, Status.FAR_BEHIND),
        (1, Status.FAR_BEHIND),
        (0, Status.NOT_STARTED),
    ],
)
def test_each_threshold_belongs_to_the_better_side(done, status):
    half_way = Period(date(2026, 1, 1), date(2026, 1, 10))
    result = standing(done=done, planned=200, period=half_way, today=date(2026, 1, 5))
    assert result.expected == 100
    assert result.status is status


def test_before_the_start_anything_done_is_on_track():
    early = AUTUMN.start - timedelta(days=1)
    assert stand(1, 5, today=early).status is Status.ON_TRACK
    assert stand(0, 5, today=early).status is Status.NOT_STARTED


def test_after_the_end_the_whole_plan_is_expected():
    late = AUTUMN.end + timedelta(days=30)
    assert stand(19, 20, today=late).status is Status.ON_TRACK
    assert stand(18, 20, today=late).status is Status.SLIGHTLY_BEHIND
    assert stand(18, 20, today=late).expected == 20


def test_negative_counts_are_refused():
    for done, planned in ((-1, 5), (1, -5)):
        with pytest.raises(ValueError, match="negative"):
            stand(done, planned)


def test_the_share_passed_counts_today_and_stays_between_0_and_1():
    week = Period(date(2026, 3, 2), date(2026, 3, 8))
    assert week.share_passed(date(2026, 3, 1)) == 0
    assert week.share_passed(date(2026, 3, 2)) == Fraction(1, 7)
    assert week.share_passed(date(2026, 3, 8)) == 1
    assert week.share_passed(date(2026, 4, 1)) == 1


def test_days_left_before_during_and_after():
    week = Period(date(2026, 3, 2), date(2026, 3, 8))
    assert week.days_left(date(2026, 1, 1)) == 6
    assert week.days_left(date(2026, 3, 8)) == 0
    assert week.days_left(date(2026, 4, 1)) == 0
    assert week.working_days_left(date(2026, 1, 1)) == 5
    assert week.working_days_left(date(2026, 3, 6)) == 1
    assert week.working_days_left(date(2026, 4, 1)) == 0


def test_a_period_holds_both_its_ends_and_cannot_be_turned():
    assert AUTUMN.start in AUTUMN
    assert AUTUMN.end in AUTUMN
    assert AUTUMN.end + timedelta(days=1) not in AUTUMN
    assert Period(TODAY, TODAY).days == 1
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2026, 2, 1), date(2026, 1, 1))


def test_no_pace_can_be_said_when_no_day_is_left():
    assert pace_needed(3, period=AUTUMN, today=date(2026, 12, 12)) is None
    assert pace_needed(0, period=AUTUMN, today=date(2026, 12, 12)) == 0
    assert pace_needed(3, period=AUTUMN, today=AUTUMN.end) == 3


def test_the_weeks_of_a_period():
    assert AUTUMN.weeks() == [(2026, week) for week in range(36, 51)]
    over_new_year = Period(date(2026, 12, 28), date(2027, 1, 4))
    assert over_new_year.weeks() == [(2026, 53), (2027, 1)]


@pytest.mark.parametrize("year", range(1990, 2100))
def test_easter_agrees_with_dateutil(year):
    assert easter_sunday(year) == easter(year)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 6), "trettondedag jul"),
        (date(2026, 4, 3), "långfredag"),
        (date(2026, 4, 6), "annandag påsk"),
        (date(2026, 5, 1), "första maj"),
        (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
        (date(2025, 6, 6), "nationaldagen"),
        (date(2026, 6, 19), "midsommarafton"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 25), "juldagen"),
        (date(2026, 12, 31), "nyårsafton"),
    ],
)
def test_holidays_on_weekdays_are_no_working_days(day, name):
    assert day.weekday() < 5
    assert not is_working_day(day)


def test_all_saints_and_midsummer_fall_on_saturdays():
    assert date(2026, 10, 31) in non_working_days(2026)
    assert date(2025, 11, 1) in non_working_days(2025)
    assert date(2026, 6, 20) in non_working_days(2026)
    assert date(2027, 6, 26) in non_working_days(2027)


@pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 5, 15), date(2026, 10, 30)])
def test_days_before_and_between_holidays_are_worked(day):
    assert is_working_day(day)


@pytest.mark.parametrize(("year", "days"), [(2024, 262 - 11), (2025, 261 - 12), (2026, 261 - 10)])
def test_the_number_of_working_days_in_a_year(year, days):
    # Weekdays of the year less the free days that fall on weekdays, counted by hand.
    assert working_days(date(year, 1, 1), date(year, 12, 31)) == days


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(0, 400), st.integers(0, 400))
def test_working_days_add_up(first, to_middle, to_last):
    middle = first + timedelta(days=to_middle)
    last = middle + timedelta(days=to_last)
    rest = working_days(middle + timedelta(days=1), last)
    assert working_days(first, last) == working_days(first, middle) + rest


@given(st.integers(0, 60), st.integers(1, 60), st.integers(-20, 140))
def test_doing_more_never_makes_the_standing_worse(done, planned, day):
    order = [
        Status.NOT_STARTED,
        Status.FAR_BEHIND,
        Status.BEHIND,
        Status.SLIGHTLY_BEHIND,
        Status.ON_TRACK,
        Status.DONE,
    ]
    today = AUTUMN.start + timedelta(days=day)
    now, then = (stand(number, planned, today=today).status for number in (done, done + 1))
    assert order.index(now) <= order.index(then)


@given(st.integers(1, 60), st.integers(-20, 140))
def test_the_pace_needed_is_enough(remaining, day):
    today = AUTUMN.start + timedelta(days=day)
    pace = pace_needed(remaining, period=AUTUMN, today=today)
    left = AUTUMN.working_days_left(today)
    assert pace is None if left == 0 else pace * left == remaining
