"""The database's own full-text index of the search documents: FTS5 kept by triggers, or a tsvector column."""

from typing import Any

from django.db import migrations

_FIELDS = "title_tokens, body_tokens, part_tokens"
_OLD = "old.title_tokens, old.body_tokens, old.part_tokens"
_NEW = "new.title_tokens, new.body_tokens, new.part_tokens"
_FORGET = (
    f"INSERT INTO core_searchindex (core_searchindex, rowid, {_FIELDS}) "  # noqa: S608  # only our own words
    f"VALUES ('delete', old.document_id, {_OLD});"
)
_WRITE = f"INSERT INTO core_searchindex (rowid, {_FIELDS}) VALUES (new.document_id, {_NEW});"  # noqa: S608  # only our own words

# A token is cut at spaces only: law references and activity codes hold signs.
SQLITE = (
    f"CREATE VIRTUAL TABLE core_searchindex USING fts5({_FIELDS}, content='core_searchtext', content_rowid='document_id', "
    "detail='column', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M* P* S*'\")",
    f"CREATE TRIGGER core_searchindex_insert AFTER INSERT ON core_searchtext BEGIN {_WRITE} END",
    f"CREATE TRIGGER core_searchindex_delete AFTER DELETE ON core_searchtext BEGIN {_FORGET} END",
    f"CREATE TRIGGER core_searchindex_update AFTER UPDATE OF {_FIELDS} ON core_searchtext "
    f"BEGIN {_FORGET} {_WRITE} END",
)
POSTGRESQL = (
    "ALTER TABLE core_searchdocument ADD COLUMN vector tsvector",
    "CREATE INDEX core_searchdocument_vector ON core_searchdocument USING gin (vector)",
)


def make_index(apps: Any, schema_editor: Any) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for name in ("insert", "delete", "update"):
            schema_editor.execute(f"DROP TRIGGER core_searchindex_{name}")
        schema_editor.execute("DROP TABLE core_searchindex")
    else:
        schema_editor.execute("ALTER TABLE core_searchdocument DROP COLUMN vector")


class Migration(migrations.Migration):
    dependencies = [("core", "0002_search")]
    operations = [migrations.RunPython(make_index, drop_index)]
