"""Each job runs when its time has come, by one worker, and stops no other."""

from datetime import timedelta

import pytest

from samsyn.core.jobs import schedule
from samsyn.core.jobs.interface import (
    DAY,
    HOUR,
    ScheduledRun,
    register_schedule,
    run_due,
    scheduled,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two jobs of our own and no others; the list tells which have run."""
    ran: list[str] = []
    monkeypatch.setattr(schedule, "_SCHEDULED", {})
    register_schedule("test.hourly", every=HOUR, run=lambda: ran.append("hourly"))
    register_schedule("test.daily", every=DAY, run=lambda: ran.append("daily"))
    return ran


def test_the_first_time_all_run(ran: list[str]) -> None:
    assert run_due() == ["test.hourly", "test.daily"]
    assert ran == ["hourly", "daily"]


def test_nothing_runs_again_before_its_time(ran: list[str], clock) -> None:
    run_due()
    clock.shift(timedelta(minutes=59))
    assert run_due() == []
    clock.shift(timedelta(minutes=1))
    assert run_due() == ["test.hourly"]


def test_a_failing_job_stops_no_other_and_leaves_its_reason(ran: list[str], caplog) -> None:
    def broken() -> None:
        raise RuntimeError("the disk is full")

    register_schedule("test.broken", every=HOUR, run=broken)
    register_schedule("test.last", every=HOUR, run=lambda: ran.append("last"))
    run_due()
    assert ran[-1] == "last"
    assert ScheduledRun.objects.get(name="test.broken").error == "RuntimeError: the disk is full"
    assert "test.broken failed" in caplog.text


def test_a_job_that_works_again_clears_its_reason(ran: list[str], clock) -> None:
    ScheduledRun.objects.create(name="test.hourly", error="old")
    run_due()
    assert ScheduledRun.objects.get(name="test.hourly").error == ""


def test_a_name_is_registered_once(ran: list[str]) -> None:
    with pytest.raises(ValueError, match="registered twice"):
        register_schedule("test.hourly", every=HOUR, run=list)


def test_the_programs_own_jobs_are_named_after_their_package() -> None:
    assert scheduled()
    assert all("." in job.name for job in scheduled())
