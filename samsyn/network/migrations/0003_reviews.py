import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0007_notices'),
        ('core', '__first__'),
        ('network', '0002_answer_agreed_at_answer_agreed_reason_answer_source_and_more'),
        ('organisations', '0002_front_page'),
    ]

    operations = [
        migrations.CreateModel(
            name='NetworkFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='network.network')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'file of a network',
                'verbose_name_plural': 'files of networks',
                'ordering': ['-added_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='NetworkLetter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='network.network')),
                ('key', models.CharField(max_length=40, unique=True)),
                ('subject', models.CharField(max_length=150, verbose_name='Subject')),
                ('text', models.TextField(verbose_name='Text')),
                ('sender', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.person')),
                ('receivers', models.PositiveIntegerField(default=0)),
                ('sent_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'letter to a network',
                'verbose_name_plural': 'letters to networks',
                'ordering': ['-sent_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('kind', models.CharField(choices=[('inspection', 'Host-guest inspection'), ('peer_review', 'Peer review')], max_length=12, verbose_name='What')),
                ('part', models.CharField(choices=[('host', 'As host'), ('guest', 'As guest'), ('either', 'As host or guest')], max_length=8, verbose_name='As what')),
                ('area', models.CharField(choices=[('sewage', 'Small sewage'), ('hazardous', 'Environmentally hazardous activity'), ('health', 'Health protection'), ('bathing', 'Pools and bathing water'), ('hygiene', 'Hygienic treatment'), ('schools', 'Schools and preschools'), ('indoor', 'Indoor environment and ventilation'), ('noise', 'Noise'), ('agriculture', 'Agriculture'), ('water', 'Water and shore protection'), ('contaminated', 'Contaminated areas'), ('waste', 'Waste'), ('chemicals', 'Chemicals and products'), ('energy', 'Energy and climate'), ('law', 'Law and writing decisions'), ('method', 'Inspection method and meeting people')], max_length=20, verbose_name='Area')),
                ('month', models.DateField(verbose_name='Month')),
                ('text', models.CharField(blank=True, max_length=300, verbose_name='About the visit')),
                ('state', models.CharField(choices=[('open', 'Open'), ('matched', 'Booked'), ('withdrawn', 'Withdrawn')], default='open', max_length=10)),
                ('is_example', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'wish for a visit',
                'verbose_name_plural': 'wishes for visits',
                'ordering': ['month', 'id'],
                'indexes': [models.Index(fields=['collaboration', 'state', 'month'], name='wish_open')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('kind', models.CharField(choices=[('inspection', 'Host-guest inspection'), ('peer_review', 'Peer review')], max_length=12, verbose_name='What')),
                ('area', models.CharField(choices=[('sewage', 'Small sewage'), ('hazardous', 'Environmentally hazardous activity'), ('health', 'Health protection'), ('bathing', 'Pools and bathing water'), ('hygiene', 'Hygienic treatment'), ('schools', 'Schools and preschools'), ('indoor', 'Indoor environment and ventilation'), ('noise', 'Noise'), ('agriculture', 'Agriculture'), ('water', 'Water and shore protection'), ('contaminated', 'Contaminated areas'), ('waste', 'Waste'), ('chemicals', 'Chemicals and products'), ('energy', 'Energy and climate'), ('law', 'Law and writing decisions'), ('method', 'Inspection method and meeting people')], max_length=20, verbose_name='Area')),
                ('month', models.DateField(verbose_name='Month')),
                ('host_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('guest_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('host', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('guest', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('host_wish', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.wish')),
                ('guest_wish', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.wish')),
                ('proposed_by', models.CharField(choices=[('host', 'Host'), ('guest', 'Guest')], max_length=5)),
                ('state', models.CharField(choices=[('proposed', 'Suggested'), ('planned', 'Planned'), ('comparing', 'Notes are compared'), ('ended', 'Ended'), ('called_off', 'Called off')], default='proposed', max_length=10)),
                ('day', models.DateField(blank=True, null=True, verbose_name='Day')),
                ('programme', models.TextField(blank=True, verbose_name='Programme')),
                ('host_done_at', models.DateTimeField(blank=True, null=True)),
                ('guest_done_at', models.DateTimeField(blank=True, null=True)),
                ('lesson', models.TextField(blank=True, verbose_name='What others can learn')),
                ('lesson_by', models.CharField(blank=True, choices=[('host', 'Host'), ('guest', 'Guest')], max_length=5)),
                ('lesson_shared_at', models.DateTimeField(blank=True, null=True)),
                ('called_off_reason', models.CharField(blank=True, max_length=300)),
                ('is_example', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'visit between offices',
                'verbose_name_plural': 'visits between offices',
                'ordering': ['-month', '-id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('host_office', models.F('guest_office')), _negated=True), name='review_of_two_offices')],
            },
        ),
        migrations.CreateModel(
            name='ReviewQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='network.review')),
                ('order', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300, verbose_name='Question')),
                ('differs', models.BooleanField(null=True)),
                ('why', models.CharField(blank=True, max_length=600, verbose_name='Why we judged differently')),
            ],
            options={
                'verbose_name': 'question of a visit',
                'verbose_name_plural': 'questions of visits',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReviewNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='network.reviewquestion')),
                ('side', models.CharField(choices=[('host', 'Host'), ('guest', 'Guest')], max_length=5)),
                ('judgement', models.CharField(blank=True, choices=[('fulfilled', 'Fulfilled'), ('deficient', 'Deficient'), ('unsure', 'Cannot be judged')], max_length=10)),
                ('text', models.TextField(blank=True, verbose_name='Your note')),
            ],
            options={
                'verbose_name': 'note of a visit',
                'verbose_name_plural': 'notes of visits',
                'constraints': [models.UniqueConstraint(fields=('question', 'side'), name='review_note_once_per_side')],
            },
        ),
        migrations.AddField(
            model_name='network',
            name='closed_reason',
            field=models.CharField(blank=True, max_length=300, verbose_name='Why it is closed'),
        ),
        migrations.AddField(
            model_name='network',
            name='state',
            field=models.CharField(choices=[('proposed', 'Suggested'), ('active', 'Active'), ('closed', 'Closed down')], default='active', max_length=10),
        ),
    ]
