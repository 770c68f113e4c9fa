"""Empties a demo database, so that the county can be built anew: drops every table and migrates again."""

from django.core.management import call_command
from django.db import connection


def erase_everything() -> None:
    """Drops all tables of the database and makes them again, empty. There is no way back."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        _drop_sqlite()
    else:
        _drop_postgresql()
    call_command("migrate", interactive=False, verbosity=0)


def _drop_sqlite() -> None:
    """Tables are dropped and the file is kept: other programs that have it open see the new ones."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        # Virtual tables first: they take their shadow tables with them.
        for pattern in ("CREATE VIRTUAL%", "%"):
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%%' AND sql LIKE %s",
                [pattern],
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)}")
        cursor.execute("PRAGMA foreign_keys=ON")


def _drop_postgresql() -> None:
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        quoted = ", ".join(connection.ops.quote_name(name) for name in names)
        if quoted:
            cursor.execute(f"DROP TABLE {quoted} CASCADE")
