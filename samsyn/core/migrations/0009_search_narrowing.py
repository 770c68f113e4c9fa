"""What a search is narrowed by, the cells that documents lie in, and which program wrote the index."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_ID = ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def put_in_cells(apps: Any, schema_editor: Any) -> None:
    documents, cells = apps.get_model("core", "SearchDocument"), apps.get_model("core", "SearchCell")
    for row in documents.objects.values("collaboration_id", "kind", "scope").distinct():
        documents.objects.filter(**row).update(cell=cells.objects.create(**row))


class Migration(migrations.Migration):
    dependencies = [("core", "0008_letter_subscriptions")]
    operations = [
        migrations.CreateModel(
            name="SearchState",
            fields=[
                _ID,
                ("collaboration_id", models.BigIntegerField(unique=True)),
                ("written_by", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "state of the search index",
                "verbose_name_plural": "states of the search index",
            },
        ),
        migrations.CreateModel(
            name="SearchCell",
            fields=[
                _ID,
                ("collaboration_id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=30)),
                ("scope", models.CharField(max_length=60)),
                ("is_ended", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "cell of the search index",
                "verbose_name_plural": "cells of the search index",
                "constraints": [models.UniqueConstraint(fields=("collaboration_id", "kind", "scope", "is_ended"), name="search_cell_once")],
            },
        ),
        migrations.AddField(
            "SearchDocument",
            "cell",
            models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.searchcell"),
        ),
        migrations.RunPython(put_in_cells, migrations.RunPython.noop),
    ]
