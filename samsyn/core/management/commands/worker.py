"""`samsyn worker`: does what waits in the queue, sends the letters, and starts the hourly and daily jobs."""

import os
import signal
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from samsyn.core.jobs.interface import run_due
from samsyn.core.mail.interface import send_waiting

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_BETWEEN_SCHEDULES = 30.0
# Where the processor is busy, pages come before letters and jobs.
YIELDS = 5


class Command(BaseCommand):
    help = "Does what waits in the queue and the scheduled jobs, until it is told to end."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once", action="store_true", help="Does what waits now and ends, for cron and trials."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        queue = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        if options["once"]:
            run_due()
            queue.run()
            while send_waiting():
                pass
            return
        self._until_told_to_end(queue)

    def _until_told_to_end(self, queue: Worker) -> None:
        os.nice(YIELDS)
        sends = False

        def asked(_signal: int, _frame: FrameType | None) -> None:
            if not (queue.running_task or sends):
                raise SystemExit(0)
            queue.running = False  # the task or letter at hand is finished first

        signal.signal(signal.SIGTERM, asked)
        signal.signal(signal.SIGINT, asked)
        next_schedule = 0.0
        while queue.running:
            if time.monotonic() >= next_schedule:
                self._kept_alive(run_due)
                next_schedule = time.monotonic() + SECONDS_BETWEEN_SCHEDULES
            self._kept_alive(queue.run)
            sends = True
            self._kept_alive(lambda: send_waiting(go_on=lambda: bool(queue.running)))
            sends = False
            if queue.running:
                time.sleep(SECONDS_BETWEEN_LOOKS)

    def _kept_alive(self, work: Any) -> None:
        """A database that is away for a while ends no worker; the next look tries again."""
        close_old_connections()
        try:
            work()
        except OperationalError as error:
            self.stderr.write(f"The database did not answer: {error}")
