"""Queueing writers in the order they come, and waiting for the disk after the turn and not in it.

SQLite lets one process write at a time and makes the others poll; under load a writer can then starve for seconds
(measured: 4 s). A lock on a file in the data folder gives each its turn without polling. PostgreSQL has its row locks.

Whoever writes must be answered only when it is on disk, but the next in line need not wait for that: the disk takes
longer than the writing. Inside the turn a commit is therefore visible and in order, but not yet flushed; when the turn
has been given on, everything up to here is flushed. What came later is later in the log, so nothing can be on disk
whose ground is not (docs/decisions/0005).
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

# A record of its own, since PostgreSQL does not flush for a transaction that has written none.
FLUSH = "RESET synchronous_commit; SELECT pg_logical_emit_message(true, 'samsyn', '')"


@contextmanager
def write_turn() -> Iterator[None]:
    """Holds the write turn of this installation; do slow work before it. Inside a transaction that has begun it is held.

    What the block commits is on disk when it is left.
    """
    # Whoever has begun a transaction holds the lock already: waiting for the file then would wait for each other.
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        yield from _on_sqlite(str(connection.settings_dict["NAME"]))
    else:
        yield from _on_postgresql()


def _on_sqlite(name: str) -> Iterator[None]:
    if ":memory:" in name or "mode=memory" in name:
        yield
        return
    connection.ensure_connection()
    with Path(f"{name}.turn").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            connection.connection.execute("PRAGMA synchronous = NORMAL")
            yield
        finally:
            connection.connection.execute("PRAGMA synchronous = FULL")
            fcntl.flock(lock, fcntl.LOCK_UN)
    _flush_log(name)


def _flush_log(name: str) -> None:
    """Waits until SQLite's log is on disk. A log that is gone has been taken into the database, which is on disk then."""
    try:
        log = os.open(f"{name}-wal", os.O_RDONLY)
    except FileNotFoundError:
        return
    try:
        os.fsync(log)
    finally:
        os.close(log)


def _on_postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        try:
            yield
        except BaseException:
            cursor.execute("RESET synchronous_commit")
            raise
        cursor.execute(FLUSH)
