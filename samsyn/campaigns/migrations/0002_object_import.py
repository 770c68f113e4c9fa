import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0001_initial'),
        ('core', '0003_search_index'),
        ('core', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ObjectImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='campaigns.campaign')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('form', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='campaigns.campaignform')),
                ('name', models.CharField(max_length=200, verbose_name='File')),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile')),
                ('work', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.work')),
                ('state', models.CharField(choices=[('uploaded', 'Columns are being chosen'), ('trying', 'Being tried'), ('tried', 'Tried'), ('storing', 'Being taken in'), ('done', 'Taken in'), ('forgotten', 'Removed')], default='uploaded', max_length=10)),
                ('headings', models.JSONField(default=list)),
                ('mapping', models.JSONField(default=dict)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('new', models.PositiveIntegerField(default=0)),
                ('already', models.PositiveIntegerField(default=0)),
                ('failing', models.PositiveIntegerField(default=0)),
                ('problems', models.JSONField(default=list)),
                ('left', models.JSONField(default=list)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('ended_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'import of objects',
                'verbose_name_plural': 'imports of objects',
                'ordering': ['-id'],
            },
        ),
    ]
