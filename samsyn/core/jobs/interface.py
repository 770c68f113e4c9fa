"""What other packages use of the jobs."""

from samsyn.core.jobs.models import ScheduledRun, Work
from samsyn.core.jobs.schedule import DAY, HOUR, register_schedule, run_due, scheduled
from samsyn.core.jobs.work import start_work, tell_progress

__all__ = [
    "DAY",
    "HOUR",
    "ScheduledRun",
    "Work",
    "register_schedule",
    "run_due",
    "scheduled",
    "start_work",
    "tell_progress",
]
