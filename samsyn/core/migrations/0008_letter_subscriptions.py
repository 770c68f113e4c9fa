from django.db import migrations, models

import samsyn.core.clock.interface


class Migration(migrations.Migration):
    dependencies = [("core", "0007_notices")]
    operations = [
        migrations.CreateModel(
            name="LetterSubscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("collaboration_id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254, verbose_name="E-mail")),
                ("topics", models.JSONField(default=list, verbose_name="Topics")),
                ("confirmed_at", models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                "verbose_name": "subscription",
                "verbose_name_plural": "subscriptions",
                "constraints": [models.UniqueConstraint(fields=("collaboration_id", "email"), name="core_letters_once_per_address")],
            },
        ),
    ]
