"""A full disk: the right status, a sentence that says what to do, nothing half stored."""

import errno
import sqlite3

import psycopg
import pytest
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError
from django.test import RequestFactory

from samsyn.core.files.interface import StoredFile, store_made
from samsyn.core.files.middleware import NoRoomMiddleware, is_no_room


def full_sqlite():
    """What SQLite itself says when its file may not grow."""
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE t (x)")
        database.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.OperationalError) as refused:
            database.execute("INSERT INTO t VALUES (?)", ("x" * 100_000,))
    return refused.value


def from_database(cause):
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


def answer_to(error, accept="text/html"):
    request = RequestFactory().post("/", headers={"Accept": accept})
    return NoRoomMiddleware(lambda _: None).process_exception(request, error)


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        from_database(psycopg.errors.DiskFull("could not extend file")),
        from_database(full_sqlite()),
    ],
    ids=["disk", "quota", "postgresql", "sqlite"],
)
def test_every_kind_of_full_disk_is_answered_with_507_and_what_to_do(error):
    page = answer_to(error)
    assert page.status_code == 507
    assert "står kvar" in page.content.decode()
    program = answer_to(error, accept="application/json")
    assert (program.status_code, program["Content-Type"].split(";")[0]) == (507, "text/plain")
    assert "Inget sparades" in program.content.decode()


@pytest.mark.parametrize(
    "error", [OSError(errno.EACCES, "no"), from_database(psycopg.errors.LockNotAvailable("x"))]
)
def test_other_faults_are_not_called_a_full_disk(error):
    assert not is_no_room(error)
    assert answer_to(error) is None


def test_a_file_that_found_no_room_leaves_no_row(db, monkeypatch):
    def no_room(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", no_room)
    with pytest.raises(OSError, match="No space"):
        store_made(name="a.txt", content=b"x", content_type="text/plain", by=None)
    assert not StoredFile.objects.exists()
