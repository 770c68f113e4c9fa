"""Long work is a row that a page can follow; it starts only when the act that asked for it is committed."""

import pytest
from django.db import transaction

from samsyn.core.jobs.interface import Work, start_work, tell_progress
from samsyn.core.jobs.work import run_work

pytestmark = pytest.mark.django_db


def count_rows(work: Work, rows: int) -> None:
    """What a package's own long work looks like."""
    for row in range(1, rows + 1):
        tell_progress(work, row, total=rows)
    work.result = {"rows": rows}
    work.save(update_fields=["result"])


def break_down(work: Work) -> None:
    raise ValueError("the file held a secret")


def started(name: str, **arguments: object) -> Work:
    return start_work(runner=f"{__name__}.{name}", by=None, arguments=dict(arguments))


def test_work_waits_until_it_is_run() -> None:
    assert started("count_rows", rows=3).state == Work.State.WAITING


def test_work_tells_how_far_it_came_and_what_came_of_it() -> None:
    work = started("count_rows", rows=3)
    run_work.call(work.pk, {"rows": 3})
    work.refresh_from_db()
    assert (work.state, work.done, work.total, work.result) == (Work.State.DONE, 3, 3, {"rows": 3})
    assert work.ended_at is not None


def test_failed_work_is_marked_and_its_details_go_to_the_log_only(caplog) -> None:
    work = started("break_down")
    run_work.call(work.pk, {})
    work.refresh_from_db()
    assert work.state == Work.State.FAILED
    assert "secret" not in work.error
    assert "the file held a secret" in caplog.text


def test_work_is_put_in_the_queue_after_commit(django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        started("count_rows", rows=1)
    assert len(callbacks) == 1


@pytest.mark.django_db(transaction=True)
def test_an_undone_act_starts_no_work() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        started("count_rows", rows=1)
        raise ZeroDivisionError
    assert not Work.objects.exists()
