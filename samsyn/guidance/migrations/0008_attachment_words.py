from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("guidance", "0007_misses")]
    operations = [migrations.AddField("Attachment", "words", models.TextField(null=True))]
