"""Who gets a seat and who is next."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.learning.rules import (
    Room,
    Waiting,
    gets_seat,
    is_late,
    next_in_line,
    offer_ends,
    refusal_to_register,
)

DAY = date(2026, 11, 23)


def room(seats=3, per_office=None, released_on=None, held_by_office=None, guests=0) -> Room:
    offices = held_by_office or {}
    return Room(seats, per_office, released_on, sum(offices.values()) + guests, offices)


def test_the_last_seat_goes_to_who_comes_first():
    assert gets_seat(room(1), [], office_id=1, day=DAY)
    assert not gets_seat(room(1, held_by_office={1: 1}), [], office_id=2, day=DAY)


def test_an_office_has_its_number_until_the_release_date():
    shared = room(5, per_office=1, released_on=DAY + timedelta(days=1), held_by_office={1: 1})
    assert not gets_seat(shared, [], office_id=1, day=DAY)
    assert gets_seat(shared, [], office_id=2, day=DAY)
    assert not gets_seat(shared, [], office_id=None, day=DAY), "guests come after the offices"
    assert gets_seat(shared, [], office_id=1, day=DAY + timedelta(days=1))


def test_nobody_passes_one_who_waits_for_the_same_seat():
    assert not gets_seat(room(1), [Waiting(7, 1)], office_id=2, day=DAY)


def test_one_who_cannot_take_the_seat_yet_does_not_hold_up_another_office():
    shared = room(5, per_office=1, held_by_office={1: 1})
    assert gets_seat(shared, [Waiting(7, 1)], office_id=2, day=DAY)
    assert next_in_line(shared, [Waiting(7, 1), Waiting(8, 2), Waiting(9, 2)], day=DAY) == [8]


def test_fewer_seats_than_are_held_gives_nothing_and_takes_nothing():
    assert room(1, held_by_office={1: 3}).left == 0
    assert next_in_line(room(1, held_by_office={1: 3}), [Waiting(1, 2)], day=DAY) == []


@given(
    seats=st.integers(0, 12),
    per_office=st.none() | st.integers(1, 4),
    held=st.dictionaries(st.integers(1, 4), st.integers(0, 4)),
    queue=st.lists(st.none() | st.integers(1, 4), max_size=15),
)
def test_offers_never_pass_the_seats_or_an_offices_number(seats, per_office, held, queue):
    waiting = [Waiting(number, office) for number, office in enumerate(queue, start=1)]
    rows = room(seats, per_office, None, held)
    chosen = next_in_line(rows, waiting, day=DAY)
    assert len(chosen) <= rows.left
    assert chosen == sorted(chosen), "the order people came in is kept"
    if per_office is None:
        assert chosen == [one.pk for one in waiting][: rows.left]
    else:
        for office in range(1, 5):
            given_now = sum(waiting[pk - 1].office_id == office for pk in chosen)
            assert given_now <= max(0, per_office - held.get(office, 0))


@pytest.mark.parametrize(
    ("state", "starts_in", "last_in", "code"),
    [
        ("open", 10, 5, ""),
        ("open", 10, 0, ""),
        ("open", 10, -1, "too_late"),
        ("open", -1, 5, "has_started"),
        ("draft", 10, 5, "not_open"),
        ("cancelled", 10, 5, "called_off"),
    ],
)
def test_when_nobody_can_register(state, starts_in, last_in, code):
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert (
        refusal_to_register(
            state=state,
            last_day=DAY + timedelta(days=last_in),
            starts_at=moment + timedelta(days=starts_in),
            moment=moment,
            day=DAY,
        )
        == code
    )


def test_an_offer_never_lasts_past_the_start():
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    start = moment + timedelta(hours=10)
    assert offer_ends(moment, 48, start) == start
    assert offer_ends(moment, 2, start) == moment + timedelta(hours=2)


def test_cancelling_is_late_from_its_day():
    assert not is_late(None, DAY)
    assert not is_late(DAY + timedelta(days=1), DAY)
    assert is_late(DAY, DAY)
