import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '__first__'),
        ('guidance', '0004_word_import'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='guidance.guidancedocument')),
                ('message', models.TextField(blank=True, verbose_name='What the offices are to look at')),
                ('opened_on', models.DateField(default=samsyn.core.clock.interface.today)),
                ('closes', models.DateField(verbose_name='Last day of the referral')),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'referral',
                'verbose_name_plural': 'referrals',
                'ordering': ['-id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('document',), name='guidance_one_open_referral')],
            },
        ),
        migrations.CreateModel(
            name='OfficeAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='guidance.referral')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('revision', models.PositiveIntegerField(default=0)),
                ('changed_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': "office's answer to a referral",
                'verbose_name_plural': "offices' answers to referrals",
                'constraints': [models.UniqueConstraint(fields=('referral', 'office'), name='guidance_answer_once_per_office')],
            },
        ),
        migrations.CreateModel(
            name='ReferredClause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('referral', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='guidance.referral')),
                ('clause', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='guidance.clause')),
                ('number', models.CharField(max_length=12)),
                ('chapter', models.CharField(max_length=160)),
                ('heading', models.CharField(blank=True, max_length=160)),
                ('text', models.TextField()),
                ('grounds', models.TextField(blank=True)),
                ('example', models.TextField(blank=True)),
                ('citations', models.JSONField(default=list)),
            ],
            options={
                'verbose_name': 'clause sent out',
                'verbose_name_plural': 'clauses sent out',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('referral', 'clause'), name='guidance_clause_once_per_referral')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='guidance.officeanswer')),
                ('clause', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='guidance.referredclause')),
                ('text', models.TextField(verbose_name='What the office says')),
                ('reply_kind', models.CharField(blank=True, choices=[('done', 'The text has been changed'), ('partly', 'Met in part'), ('not_done', 'No change'), ('answered', 'Answered')], max_length=10)),
                ('reply', models.TextField(blank=True, verbose_name='Reply')),
                ('replied_at', models.DateTimeField(blank=True, null=True)),
                ('replied_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'comment on a clause',
                'verbose_name_plural': 'comments on clauses',
                'ordering': ['clause_id', 'id'],
                'constraints': [models.UniqueConstraint(fields=('answer', 'clause'), name='guidance_comment_once_per_clause')],
            },
        ),
    ]
