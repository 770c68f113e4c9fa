"""Who writes in a turn is answered when it is on disk; the next in line need not wait for the disk."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from samsyn.core.jobs.interface import ScheduledRun
from samsyn.core.rows import write_turn as turns
from samsyn.core.rows.interface import write_turn

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Path]:
    """PostgreSQL's own, or a file in use in place of the one in memory."""
    file = tmp_path / "turn.sqlite3"
    if connection.vendor != "sqlite":
        yield file
        return
    connection.cursor().execute("VACUUM INTO %s", [str(file)])
    ours = connections["default"]
    del connections["default"]
    settings = connections.settings["default"]
    before, settings["NAME"] = settings["NAME"], str(file)
    try:
        yield file
    finally:
        connection.close()
        settings["NAME"] = before
        connections["default"] = ours


def write(name: str) -> None:
    with write_turn(), transaction.atomic():
        ScheduledRun.objects.create(name=name)


def asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_on_sqlite_the_log_is_flushed_when_the_turn_is_free_again(database, monkeypatch) -> None:
    seen: list[bool] = []

    def flush(log: int) -> None:
        with Path(f"{database}.turn").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        assert ScheduledRun.objects.filter(name="ett").exists()
        seen.append(os.path.samestat(os.fstat(log), Path(f"{database}-wal").stat()))

    monkeypatch.setattr(turns.os, "fsync", flush)
    write("ett")
    assert seen == [True]
    assert asked("PRAGMA synchronous") == 2, "outside a turn every commit waits for the disk"


@pytest.mark.skipif("connection.vendor == 'sqlite'")
def test_on_postgresql_the_log_is_flushed_when_the_turn_is_left(database) -> None:
    with connection.cursor() as cursor:
        # The tests' own server waits for no disk.
        cursor.execute("ALTER ROLE CURRENT_USER SET synchronous_commit = on")
    try:
        connection.close()
        with write_turn():
            with transaction.atomic():
                ScheduledRun.objects.create(name="ett")
            assert asked("SHOW synchronous_commit") == "off", (
                "the next in line does not wait for it"
            )
            here = asked("SELECT pg_current_wal_insert_lsn()")
        assert asked(f"SELECT pg_current_wal_flush_lsn() >= '{here}'::pg_lsn") is True
        assert asked("SHOW synchronous_commit") == "on"
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER ROLE CURRENT_USER RESET synchronous_commit")
        connection.close()


def test_what_is_undone_ends_the_turn_as_well(database) -> None:
    usual = "SHOW synchronous_commit" if connection.vendor == "postgresql" else "PRAGMA synchronous"
    before = asked(usual)
    with pytest.raises(ValueError, match="nej"), write_turn(), transaction.atomic():
        ScheduledRun.objects.create(name="ett")
        raise ValueError("nej")
    write("två")
    assert list(ScheduledRun.objects.values_list("name", flat=True)) == ["två"]
    assert asked(usual) == before
