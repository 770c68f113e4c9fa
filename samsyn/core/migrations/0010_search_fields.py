"""The other half of 0009; on SQLite lists of beginnings, on PostgreSQL one vector for each field in place of weights."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import ExtractYear

_TOKENS = {
    "title_vector": "title_tokens",
    "words_vector": "concat_ws(' ', title_tokens, body_tokens)",
    "vector": "concat_ws(' ', title_tokens, body_tokens, part_tokens)",
}


_FIELDS = "title_tokens, body_tokens, part_tokens"


def index_beginnings(schema_editor: Any) -> None:
    """The beginnings of words have their own lists: a single letter would else be looked up in thousands."""
    schema_editor.execute("DROP TABLE core_searchindex")
    schema_editor.execute(
        f"CREATE VIRTUAL TABLE core_searchindex USING fts5({_FIELDS}, content='core_searchtext', content_rowid='document_id', "
        "detail='column', prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M* P* S*'\")"
    )
    schema_editor.execute("INSERT INTO core_searchindex (core_searchindex) VALUES ('rebuild')")


def split_vector(apps: Any, schema_editor: Any) -> None:
    # The worker writes the index anew, and with it the years that packages say; until then that of the last change.
    apps.get_model("core", "SearchDocument").objects.update(year=ExtractYear("updated"))
    if schema_editor.connection.vendor == "sqlite":
        index_beginnings(schema_editor)
        return
    # PostgreSQL changes no table that still has foreign keys to check.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # A weight in a query makes PostgreSQL read each document's vector; a vector for each field is answered by its index.
    schema_editor.execute("ALTER TABLE core_searchdocument DROP COLUMN vector")
    # Kept beside the table: counting the hits of a frequent word reads all its rows.
    schema_editor.execute("ALTER TABLE core_searchdocument SET (toast_tuple_target = 128)")
    for column in _TOKENS:
        schema_editor.execute(f"ALTER TABLE core_searchdocument ADD COLUMN {column} tsvector")
        schema_editor.execute(f"ALTER TABLE core_searchdocument ALTER COLUMN {column} SET STORAGE EXTERNAL")
    vectors = ", ".join(
        f"{column} = array_to_tsvector(array_remove(string_to_array({tokens}, ' '), ''))" for column, tokens in _TOKENS.items()
    )
    schema_editor.execute(f"UPDATE core_searchdocument SET {vectors} FROM core_searchtext WHERE document_id = id")  # noqa: S608  # only our own words
    for column in _TOKENS:
        schema_editor.execute(f"CREATE INDEX core_search_{column} ON core_searchdocument USING gin ({column})")


class Migration(migrations.Migration):
    dependencies = [("core", "0009_search_narrowing")]
    operations = [
        migrations.AlterField(
            "SearchDocument",
            "cell",
            models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.searchcell"),
        ),
        migrations.RemoveField("SearchDocument", "scope"),
        migrations.AddField("SearchDocument", "area", models.CharField(blank=True, default="", max_length=40), preserve_default=False),
        migrations.AddField("SearchDocument", "year", models.PositiveSmallIntegerField(default=0), preserve_default=False),
        migrations.RunPython(split_vector, migrations.RunPython.noop),
    ]
