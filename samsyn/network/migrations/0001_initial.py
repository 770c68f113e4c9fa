import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('subject_type', models.CharField(blank=True, max_length=80)),
                ('subject_id', models.CharField(blank=True, max_length=64)),
                ('item', models.CharField(blank=True, max_length=200, verbose_name='Item of the checklist')),
                ('text', models.CharField(max_length=300, verbose_name='Question')),
                ('details', models.TextField(blank=True, verbose_name='More about the question')),
                ('state', models.CharField(choices=[('waiting', 'Waits for an answer'), ('answered', 'Answered')], default='waiting', max_length=10)),
                ('is_example', models.BooleanField(default=False)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'ordering': ['-asked_at'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id', 'state'], name='question_of_subject')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='network.question')),
                ('text', models.TextField(verbose_name='Answer')),
                ('weight', models.CharField(choices=[('colleague', 'Colleague'), ('coordinator', 'County coordinator'), ('county_board', 'County administrative board')], default='colleague', max_length=14)),
                ('settles', models.BooleanField(default=False, verbose_name='Settles the question')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'answer',
                'verbose_name_plural': 'answers',
                'ordering': ['answered_at'],
            },
        ),
    ]
