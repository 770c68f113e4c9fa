"""`samsyn worker`: what waits is done, the jobs are started, and it ends when told."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from samsyn.core.jobs.interface import ScheduledRun, Work, start_work
from samsyn.core.mail.interface import Mail, queue

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_queued_letter_leaves_and_the_jobs_have_run(mailoutbox) -> None:
    queue(key="k", to="eva@exempel.se", subject="Hej", body="Text")
    call_command("worker", "--once")
    assert [message.to for message in mailoutbox] == [["eva@exempel.se"]]
    assert Mail.objects.get().state == Mail.State.SENT
    assert set(ScheduledRun.objects.values_list("name", flat=True)) >= {
        "core.mail",
        "core.retention",
    }


def test_long_work_is_done_and_its_failure_ends_no_worker(caplog) -> None:
    tests = "samsyn.core.jobs.tests.test_work"
    broken = start_work(runner=f"{tests}.break_down", by=None, arguments={})
    good = start_work(runner=f"{tests}.count_rows", by=None, arguments={"rows": 2})
    call_command("worker", "--once")
    assert Work.objects.get(pk=broken.pk).state == Work.State.FAILED
    assert Work.objects.get(pk=good.pk).state == Work.State.DONE
    assert DBTaskResult.objects.ready().count() == 0
