"""The clock, and the moment that the demo county can do its work at."""

from datetime import UTC, date, datetime

import pytest

from samsyn.core.clock.interface import as_of, localtime, now, today

LAST_JUNE = datetime(2026, 6, 11, 22, 30, tzinfo=UTC)


def test_the_clock_stands_at_the_moment_inside_and_goes_on_after() -> None:
    before = now()
    with as_of(LAST_JUNE):
        assert now() == LAST_JUNE
        assert today() == date(2026, 6, 12)  # half past midnight in Stockholm
        assert localtime().hour == 0
    assert now() == before


def test_a_moment_inside_another_ends_where_it_began() -> None:
    with as_of(LAST_JUNE):
        with as_of(datetime(2025, 1, 1, tzinfo=UTC)):
            assert today().year == 2025
        assert today().year == 2026


def test_after_a_failure_inside_the_clock_goes_on() -> None:
    before = now()
    with pytest.raises(RuntimeError), as_of(LAST_JUNE):
        raise RuntimeError
    assert now() == before


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"), as_of(datetime(2026, 6, 11)):  # noqa: DTZ001
        pass
