"""The long parts of an import, in the worker for large files and at once for small ones."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from samsyn.campaigns.actions.imports import finish_import, finish_trial, give_up
from samsyn.campaigns.imports.trial import Tell
from samsyn.campaigns.models import ObjectImport
from samsyn.core.files.interface import remove_stored
from samsyn.core.jobs.interface import Work, tell_progress
from samsyn.organisations.interface import Actor, Person, actor_of

State = ObjectImport.State


def run_trial(work: Work, *, pk: int, person: int) -> None:
    """The dry run of a large file."""
    _run(work, pk, person, finish_trial, otherwise=State.UPLOADED)


def take_in(work: Work, *, pk: int, person: int) -> None:
    """Takes in a large file."""
    _run(work, pk, person, finish_import, otherwise=State.TRIED)


def carry_on(*, by: Actor, found: ObjectImport) -> None:
    """Does at once what is small enough not to wait for the worker."""
    if found.work_id is None and found.state == State.TRYING:
        finish_trial(by=by, found=found, tell=lambda _done: None)
    elif found.work_id is None and found.state == State.STORING:
        finish_import(by=by, found=found, tell=lambda _done: None)


@transaction.atomic
def forget_imports(moment: datetime) -> int:
    """Removes files that were uploaded before `moment` and never taken in; their number."""
    old = list(
        ObjectImport.objects.filter(made_at__lt=moment).exclude(file=None).select_related("file")
    )
    for found in old:
        file = found.file
        found.file, found.state, found.problems, found.left = None, State.FORGOTTEN, [], []
        found.save()
        if file:
            remove_stored(file)
    return len(old)


def _run(work: Work, pk: int, person: int, act: Callable[..., None], *, otherwise: str) -> None:
    found = ObjectImport.objects.select_related("campaign", "office", "file").get(pk=pk)
    by = actor_of(Person.objects.select_related("user", "collaboration").get(pk=person))
    tell: Tell = lambda done: tell_progress(work, done)  # noqa: E731  # a name for its type
    try:
        act(by=by, found=found, tell=tell)
    except Exception:
        give_up(by=by, found=found, state=otherwise)
        raise
