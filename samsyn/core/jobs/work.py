"""Starting long work and telling how far it has come."""

import logging
from collections.abc import Callable

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from samsyn.core.clock.interface import now
from samsyn.core.jobs.models import Work

logger = logging.getLogger(__name__)


def start_work(
    *,
    runner: str,
    by: int | None,
    collaboration_id: int | None = None,
    total: int = 0,
    arguments: dict[str, object],
) -> Work:
    """Starts `runner` (dotted path of a function taking the Work and the arguments) in the worker after commit."""
    work = Work.objects.create(
        kind=runner, owner_id=by, collaboration_id=collaboration_id, total=total
    )
    transaction.on_commit(lambda: _enqueue(work.pk, arguments))
    return work


def _enqueue(pk: int, arguments: dict[str, object]) -> None:
    run_work.enqueue(pk, arguments)


@task()  # type: ignore[untyped-decorator]  # django-tasks is skipped by the type check
def run_work(pk: int, arguments: dict[str, object]) -> None:
    """Runs one piece of work. What an action refused keeps its code for the page's sentence; a fault of ours its name,
    and its trace goes to the log.
    """
    work = Work.objects.get(pk=pk)
    runner: Callable[..., None] = import_string(work.kind)
    Work.objects.filter(pk=pk).update(state=Work.State.RUNNING)
    try:
        runner(work, **arguments)
    except Exception as error:
        refused = getattr(error, "code", None)
        if not isinstance(refused, str):
            logger.exception("Work %s failed", work.kind)
        said = refused if isinstance(refused, str) else type(error).__name__
        Work.objects.filter(pk=pk).update(state=Work.State.FAILED, error=said[:200], ended_at=now())
        return
    Work.objects.filter(pk=pk).update(state=Work.State.DONE, ended_at=now())


def tell_progress(work: Work, done: int, total: int | None = None) -> None:
    """Stores how far the work has come; call it a few times a second at most."""
    work.done = done
    if total is not None:
        work.total = total
    work.save(update_fields=["done", "total"])
