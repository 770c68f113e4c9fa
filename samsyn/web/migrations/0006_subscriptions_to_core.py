"""The addresses move to core; each keeps its number, so that the links in letters already sent go on stopping them."""

from typing import Any

from django.core.management.color import no_style
from django.db import migrations


def move(apps: Any, schema_editor: Any) -> None:
    old, new = apps.get_model("web", "Subscription"), apps.get_model("core", "LetterSubscription")
    new.objects.bulk_create(
        new(**row)
        for row in old.objects.values("id", "collaboration_id", "email", "topics", "confirmed_at")
    )
    # PostgreSQL counts on by itself only when it has given the numbers.
    for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), [new]):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("web", "0005_page_visits"), ("core", "0008_letter_subscriptions")]
    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel("Subscription"),
    ]
