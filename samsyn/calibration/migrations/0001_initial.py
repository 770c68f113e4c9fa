import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('checklists', '0001_initial'),
        ('core', '0004_mail_calendar'),
        ('core', '__first__'),
        ('network', '0002_answer_agreed_at_answer_agreed_reason_answer_source_and_more'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exercise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('slug', models.SlugField(max_length=80, verbose_name='Short name in addresses')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('lead', models.TextField(blank=True, verbose_name='What it is about')),
                ('scale', models.CharField(choices=[('nominal', 'The answers have no order'), ('ordinal', 'The answers stand in order, from mildest to strictest')], default='nominal', max_length=8)),
                ('network', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='network.network')),
                ('is_example', models.BooleanField(default=False)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'calibration exercise',
                'verbose_name_plural': 'calibration exercises',
                'ordering': ['-made_at'],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='exercise_slug_once_per_collaboration')],
            },
        ),
        migrations.CreateModel(
            name='InvitedOffice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invited', to='calibration.exercise')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
            ],
            options={
                'verbose_name': 'invited office',
                'verbose_name_plural': 'invited offices',
                'constraints': [models.UniqueConstraint(fields=('exercise', 'office'), name='office_invited_once')],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('exercise', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='calibration.exercise')),
                ('number', models.PositiveSmallIntegerField()),
                ('case_title', models.CharField(max_length=160, verbose_name='The case in a few words')),
                ('case_text', models.TextField(verbose_name='The case')),
                ('film_url', models.URLField(blank=True, max_length=500, verbose_name='Link to a film')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='checklists.checklistversion')),
                ('deadline', models.DateField(verbose_name='Last day to answer')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('open', 'Open for answers'), ('closed', 'Closed for answers')], default='draft', max_length=6)),
                ('opened_on', models.DateField(blank=True, null=True)),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('discussed_on', models.DateField(blank=True, null=True, verbose_name='Discussed on')),
            ],
            options={
                'verbose_name': 'round of an exercise',
                'verbose_name_plural': 'rounds of an exercise',
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('exercise', 'number'), name='round_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Key',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='calibration.round')),
                ('question', models.CharField(max_length=120)),
                ('expected', models.CharField(blank=True, max_length=120, verbose_name='Expected answer')),
                ('expected_reason', models.TextField(blank=True, verbose_name='Why it is expected')),
                ('clause_guide', models.SlugField(blank=True, max_length=120, verbose_name='Guidance')),
                ('clause_id', models.UUIDField(blank=True, null=True, verbose_name="The clause's id")),
                ('clause_label', models.CharField(blank=True, max_length=200, verbose_name='Clause of the guidance')),
                ('agreed', models.CharField(blank=True, max_length=120, verbose_name='Agreed answer')),
                ('agreed_reason', models.TextField(blank=True, verbose_name='Why we agreed on it')),
                ('proposed_clause', models.TextField(blank=True, verbose_name='Proposed wording of the clause')),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'key to a question',
                'verbose_name_plural': 'keys to questions',
                'constraints': [models.UniqueConstraint(fields=('round', 'question'), name='key_once_per_question')],
            },
        ),
        migrations.CreateModel(
            name='CaseFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='calibration.round')),
                ('description', models.CharField(max_length=300, verbose_name='What it shows')),
                ('is_picture', models.BooleanField(default=False)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
            ],
            options={
                'verbose_name': 'file of a case',
                'verbose_name_plural': 'files of a case',
                'ordering': ['-is_picture', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='calibration.round')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('answers', models.JSONField(default=dict)),
                ('is_late', models.BooleanField(default=False)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('changed_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'sheet of answers',
                'verbose_name_plural': 'sheets of answers',
                'constraints': [models.UniqueConstraint(fields=('round', 'person'), name='sheet_once_per_person')],
            },
        ),
    ]
