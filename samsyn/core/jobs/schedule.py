"""Jobs that run every hour or every day, registered by packages at start-up and started by the worker."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from samsyn.core.clock.interface import now
from samsyn.core.jobs.models import ScheduledRun

logger = logging.getLogger(__name__)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A job's name (`package.what`), how often it runs, and what it calls."""

    name: str
    every: timedelta
    run: Callable[[], object]


_SCHEDULED: dict[str, Scheduled] = {}


def register_schedule(name: str, *, every: timedelta, run: Callable[[], object]) -> None:
    """Registers a job; the same name twice is a programming error."""
    if name in _SCHEDULED:
        raise ValueError(f"The scheduled job {name} is registered twice.")
    _SCHEDULED[name] = Scheduled(name=name, every=every, run=run)


def scheduled() -> list[Scheduled]:
    """All registered jobs."""
    return list(_SCHEDULED.values())


def run_due() -> list[str]:
    """Runs every job whose time has come, each in its own right: one failing job stops no other. Returns their names."""
    ran = []
    for job in scheduled():
        if _claim(job, now()):
            _run(job)
            ran.append(job.name)
    return ran


def _claim(job: Scheduled, moment: datetime) -> bool:
    with transaction.atomic():
        ScheduledRun.objects.get_or_create(name=job.name)
        due = Q(ran_at=None) | Q(ran_at__lte=moment - job.every)
        return bool(ScheduledRun.objects.filter(due, name=job.name).update(ran_at=moment, error=""))


def _run(job: Scheduled) -> None:
    try:
        job.run()
    except Exception as error:
        logger.exception("The scheduled job %s failed", job.name)
        ScheduledRun.objects.filter(name=job.name).update(
            error=f"{type(error).__name__}: {error}"[:500]
        )
