import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("guidance", "0007_misses"), ("network", "0004_helping")]

    operations = [
        migrations.AddField(
            "answer",
            "shared",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="guidance.agreedanswer",
            ),
        ),
    ]
