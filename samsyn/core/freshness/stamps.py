"""A stamp of the whole database: the same stamp twice means that nothing was committed in between, by any process.

SQLite counts what other connections commit (`PRAGMA data_version`), so it is asked on a connection that never writes.
PostgreSQL gives the snapshot that a question would see now: transactions that it holds finished, and those under way.
"""

import os
import sqlite3
from threading import Lock
from urllib.parse import quote

from django.db import DatabaseError, connection

_asking: sqlite3.Connection | None = None
_asked_of: tuple[int, str] = (0, "")
_lock = Lock()


def data_stamp() -> str | None:
    """The stamp now, comparable within this process.

    None inside a transaction, which sees what it has not committed, and when the database does not answer.
    """
    if connection.in_atomic_block:
        return None
    try:
        return _snapshot() if connection.vendor == "postgresql" else _data_version()
    except (DatabaseError, sqlite3.Error):
        return None


def _snapshot() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])


def _data_version() -> str:
    with _lock:
        (version,) = _reader().execute("PRAGMA data_version").fetchone()
    return str(version)


def _reader() -> sqlite3.Connection:
    """The connection that only asks; a new one after a fork, since SQLite's must not be carried over."""
    global _asking, _asked_of  # noqa: PLW0603  # one per process
    name = str(connection.settings_dict["NAME"])
    if _asking is None or _asked_of != (os.getpid(), name):
        address = name if name.startswith("file:") else f"file:{quote(name)}?mode=ro"
        _asking = sqlite3.connect(address, uri=True, check_same_thread=False)
        _asked_of = (os.getpid(), name)
    return _asking
