import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0001_initial'),
        ('core', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Checklist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('slug', models.SlugField(max_length=80, verbose_name='Short name in addresses')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('purpose', models.TextField(blank=True, verbose_name='Purpose')),
                ('source', models.TextField(blank=True, help_text='Where the questions come from, with address.', verbose_name='Source')),
                ('is_example', models.BooleanField(default=False, verbose_name='Invented (exempeldata)')),
                ('created_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'checklist',
                'verbose_name_plural': 'checklists',
                'ordering': ['title'],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='checklist_slug_once_per_collaboration')],
            },
        ),
        migrations.CreateModel(
            name='ChecklistVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checklist', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='checklists.checklist')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='Version')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10)),
                ('workbook', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('definition', models.JSONField()),
                ('content_hash', models.CharField(max_length=64)),
                ('change_note', models.TextField(blank=True, verbose_name='What changed and why')),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'checklist version',
                'verbose_name_plural': 'checklist versions',
                'ordering': ['-number', '-id'],
                'constraints': [models.UniqueConstraint(fields=('checklist', 'number'), name='checklist_version_number_once'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('checklist',), name='one_draft_per_checklist'), models.CheckConstraint(condition=models.Q(models.Q(('number', None), ('published_at', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('number__isnull', False), ('published_at__isnull', False)), _connector='OR'), name='checklist_version_published_has_number_and_time')],
            },
        ),
        migrations.CreateModel(
            name='ChecklistChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='checklists.checklistversion')),
                ('item', models.CharField(max_length=120, verbose_name='Item')),
                ('code', models.CharField(max_length=40)),
                ('params', models.JSONField(default=dict)),
                ('asked_by', models.CharField(blank=True, max_length=200, verbose_name='Asked for by')),
            ],
            options={
                'verbose_name': 'change',
                'verbose_name_plural': 'changes',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='LocalQuestions',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='local_questions', to='checklists.checklistversion')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('workbook', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('definition', models.JSONField()),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'local questions',
                'verbose_name_plural': 'local questions',
                'constraints': [models.UniqueConstraint(fields=('version', 'office'), name='local_questions_once_per_office')],
            },
        ),
    ]
