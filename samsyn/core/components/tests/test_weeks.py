"""Columns of weeks stand on one scale and say their numbers."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from samsyn.core.components.weeks import COLUMNS, OVER, Week, WeekColumns


def test_the_highest_week_fills_the_room_and_the_others_keep_their_share():
    half, whole = WeekColumns("Objekt", [Week(36, 5), Week(37, 10)]).drawn
    assert (whole.top, whole.height) == (OVER, COLUMNS)
    assert (half.top, half.height) == (OVER + COLUMNS // 2, COLUMNS // 2)
    assert (half.x, half.width, whole.x) == ("0%", "50%", "50%")


def test_n_is_what_is_done_and_not_what_is_needed():
    assert WeekColumns("Objekt", [Week(47, 7), Week(48, 11, needed=True)]).n == 7


def test_many_weeks_say_every_second_number():
    columns = WeekColumns("Objekt", [Week(36 + place, 1) for place in range(9)])
    said = [column.week.number for column in columns.drawn if column.says_week]
    assert said == [36, 38, 40, 42, 44]


def test_no_weeks_and_empty_weeks_draw_nothing_and_do_not_fail():
    assert WeekColumns("Objekt", []).drawn == []
    assert WeekColumns("Objekt", [Week(36, 0)]).drawn[0].height == 0


def test_fewer_than_none_is_refused():
    with pytest.raises(ValueError, match="fewer than no objects"):
        WeekColumns("Objekt", [Week(36, -1)])


def test_those_who_do_not_see_the_columns_hear_every_number():
    columns = WeekColumns("Objekt per vecka", [Week(47, 7), Week(48, 11, needed=True)])
    text = Template("{% load samsyn %}{% week_columns c %}").render(Context({"c": columns}))
    picture = BeautifulSoup(text, "html.parser").select_one("svg[role=img]")
    assert picture["aria-label"] == "Objekt per vecka, n = 7: vecka 47 7, vecka 48 11 behövs"
