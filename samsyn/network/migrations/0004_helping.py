import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '__first__'),
        ('network', '0003_reviews'),
        ('organisations', '0002_front_page'),
    ]

    operations = [
        migrations.CreateModel(
            name='HelpNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('kind', models.CharField(choices=[('need', 'Needs help'), ('offer', 'Can lend hours')], max_length=8, verbose_name='What')),
                ('area', models.CharField(choices=[('sewage', 'Small sewage'), ('hazardous', 'Environmentally hazardous activity'), ('health', 'Health protection'), ('bathing', 'Pools and bathing water'), ('hygiene', 'Hygienic treatment'), ('schools', 'Schools and preschools'), ('indoor', 'Indoor environment and ventilation'), ('noise', 'Noise'), ('agriculture', 'Agriculture'), ('water', 'Water and shore protection'), ('contaminated', 'Contaminated areas'), ('waste', 'Waste'), ('chemicals', 'Chemicals and products'), ('energy', 'Energy and climate'), ('law', 'Law and writing decisions'), ('method', 'Inspection method and meeting people')], max_length=20, verbose_name='Area')),
                ('purpose', models.CharField(max_length=300, verbose_name='What it is about')),
                ('starts', models.DateField(verbose_name='From')),
                ('ends', models.DateField(verbose_name='To')),
                ('hours', models.PositiveSmallIntegerField(verbose_name='Hours')),
                ('state', models.CharField(choices=[('open', 'Open'), ('agreed', 'Agreed'), ('done', 'Done'), ('withdrawn', 'Withdrawn')], default='open', max_length=10)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('partner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('hours_agreed', models.PositiveSmallIntegerField(null=True)),
                ('checks', models.JSONField(default=list)),
                ('terms', models.CharField(blank=True, max_length=300, verbose_name='Costs and what else was agreed')),
                ('agreed_at', models.DateTimeField(null=True)),
                ('hours_done', models.PositiveSmallIntegerField(null=True, verbose_name='Hours in the end')),
                ('is_example', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name': 'help between offices',
                'verbose_name_plural': 'help between offices',
                'ordering': ['starts', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gte', models.F('starts'))), name='help_ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('partner', None), ('hours_agreed__gt', 0), _connector='OR'), name='help_agreed_has_hours')],
            },
        ),
        migrations.CreateModel(
            name='HelpAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('notice', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='network.helpnotice')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('hours', models.PositiveSmallIntegerField(verbose_name='Hours')),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='More about it')),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('answered_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'answer to a help notice',
                'verbose_name_plural': 'answers to help notices',
                'ordering': ['answered_at'],
                'constraints': [models.UniqueConstraint(fields=('notice', 'office'), name='one_answer_per_office')],
            },
        ),
    ]
