"""Queueing writers of an SQLite database in the order they come.

SQLite lets one process write at a time and makes the others poll; under load a writer can then starve for seconds
(measured: 4 s). A lock on a file in the data folder gives each its turn without polling. PostgreSQL needs none of it.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def write_turn() -> Iterator[None]:
    """Holds the write turn of this installation; do slow work before it. Inside a transaction that has begun it is held."""
    name = str(connection.settings_dict["NAME"])
    kept = connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name
    # Whoever has begun a transaction holds SQLite's own lock: waiting for the file then would wait for each other.
    if kept or connection.in_atomic_block:
        yield
        return
    with Path(f"{name}.turn").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)
