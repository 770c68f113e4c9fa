"""Content without a row: left when a transaction was undone after the content had been written."""

from datetime import timedelta

from django.core.files.storage import default_storage

from samsyn.core.clock.interface import now, today
from samsyn.core.files.models import FOLDER, StoredFile

# Longer than any transaction: what is being stored right now is nobody's orphan.
AGE = timedelta(days=1)


def sweep_unowned() -> int:
    """Removes what lies in this month's and last month's folder, is older than a day and belongs to no row; how many."""
    month = today().replace(day=1)
    folders = {f"{FOLDER}{day:%Y/%m}/" for day in (month, month - timedelta(days=1))}
    return sum(_sweep(folder) for folder in sorted(folders))


def _sweep(folder: str) -> int:
    names = {folder + name for name in _names(folder)}
    owned = set(StoredFile.objects.filter(file__startswith=folder).values_list("file", flat=True))
    unowned = [n for n in names - owned if default_storage.get_modified_time(n) < now() - AGE]
    for name in unowned:
        default_storage.delete(name)
    return len(unowned)


def _names(folder: str) -> list[str]:
    try:
        return list(default_storage.listdir(folder)[1])
    except FileNotFoundError:
        return []
