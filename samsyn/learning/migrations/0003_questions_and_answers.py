from django.db import migrations, models


def keep_answers(apps, schema_editor):
    for row in apps.get_model("learning", "Registration").objects.exclude(answer="").select_related("event"):
        row.answers = {row.event.questions: row.answer}
        row.save(update_fields=["answers"])


class Migration(migrations.Migration):
    dependencies = [("learning", "0002_network")]

    operations = [
        migrations.RenameField("event", "question", "questions"),
        migrations.AlterField(
            "event", "questions", models.TextField(blank=True, verbose_name="Questions asked at registration")
        ),
        migrations.AddField(
            "registration",
            "answers",
            models.JSONField(blank=True, default=dict, verbose_name="Answers to the questions"),
        ),
        migrations.RunPython(keep_answers, migrations.RunPython.noop),
        migrations.RemoveField("registration", "answer"),
    ]
