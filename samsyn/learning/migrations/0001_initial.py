import django.core.validators
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
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('secret_hash', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'calendar address',
                'verbose_name_plural': 'calendar addresses',
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('slug', models.SlugField(max_length=80, verbose_name='Short name in addresses')),
                ('kind', models.CharField(choices=[('course', 'Course'), ('officers_meeting', "Officers' meeting"), ('workshop', 'Workshop'), ('webinar', 'Webinar'), ('network_meeting', 'Network meeting')], max_length=20, verbose_name='Kind')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('summary', models.TextField(blank=True, verbose_name='What it is about')),
                ('series', models.CharField(blank=True, max_length=120, verbose_name='Series')),
                ('target_group', models.CharField(blank=True, max_length=240, verbose_name='Who it is for')),
                ('prior_knowledge', models.CharField(blank=True, max_length=240, verbose_name='Prior knowledge')),
                ('areas', models.JSONField(blank=True, default=list, verbose_name='Competence areas')),
                ('starts_at', models.DateTimeField(verbose_name='Starts')),
                ('ends_at', models.DateTimeField(verbose_name='Ends')),
                ('hours', models.DecimalField(decimal_places=1, default=0, max_digits=5, verbose_name='Hours of learning')),
                ('place', models.CharField(blank=True, max_length=240, verbose_name='Place')),
                ('video_link', models.URLField(blank=True, max_length=500, verbose_name='Video link')),
                ('recording', models.URLField(blank=True, max_length=500, verbose_name='Recording')),
                ('price', models.PositiveIntegerField(default=0, verbose_name='Price in kronor')),
                ('seats', models.PositiveIntegerField(verbose_name='Seats')),
                ('seats_per_office', models.PositiveIntegerField(blank=True, null=True, verbose_name='Most seats for an office at first')),
                ('released_on', models.DateField(blank=True, null=True, verbose_name='All seats for all from')),
                ('last_day', models.DateField(verbose_name='Last day to register')),
                ('late_from', models.DateField(blank=True, null=True, verbose_name='Cancelling is late from')),
                ('hours_to_answer', models.PositiveIntegerField(default=48, verbose_name='Hours to answer an offered seat')),
                ('asks_needs', models.BooleanField(default=False, verbose_name='Ask about food and access')),
                ('is_public', models.BooleanField(default=False, verbose_name='Everyone may see it')),
                ('takes_guests', models.BooleanField(default=False, verbose_name='Guests may register')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('open', 'Open for registration'), ('cancelled', 'Called off')], default='draft', max_length=10)),
                ('cancelled_reason', models.CharField(blank=True, max_length=300, verbose_name='Why it was called off')),
                ('uid', models.CharField(max_length=80, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('own_questions', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='checklists.checklistversion')),
                ('is_example', models.BooleanField(default=False)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('needs_erased_at', models.DateTimeField(blank=True, null=True)),
                ('question', models.CharField(blank=True, max_length=300, verbose_name='Question asked at registration')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['starts_at'],
                'indexes': [models.Index(fields=['collaboration', 'starts_at'], name='event_by_day')],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='event_slug_once_per_collaboration'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='event_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluations', to='learning.event')),
                ('overall', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='The whole')),
                ('expectation', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='Met my expectations')),
                ('lecturer', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='The lecturer')),
                ('usefulness', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='Useful in my work')),
                ('comment', models.TextField(blank=True, verbose_name='What should be better next time?')),
                ('own_answers', models.JSONField(blank=True, default=dict)),
                ('id', models.UUIDField(primary_key=True, serialize=False)),
            ],
            options={
                'verbose_name': 'evaluation',
                'verbose_name_plural': 'evaluations',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(primary_key=True, serialize=False)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='learning.event')),
                ('change', models.CharField(choices=[('yes', 'Yes, I work differently'), ('partly', 'Partly'), ('no', 'No'), ('no_case', 'I have had no such case yet')], max_length=10)),
                ('what', models.TextField(blank=True, verbose_name='What is different?')),
            ],
            options={
                'verbose_name': 'follow-up',
                'verbose_name_plural': 'follow-ups',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Lecturer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lecturers', to='learning.event')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('organisation', models.CharField(blank=True, max_length=160, verbose_name='Organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.person')),
                ('asked', models.TextField(blank=True, verbose_name='What we ask of her')),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
            ],
            options={
                'verbose_name': 'lecturer',
                'verbose_name_plural': 'lecturers',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='material', to='learning.event')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('phase', models.CharField(choices=[('before', 'Before the event'), ('after', 'After the event')], default='before', max_length=8)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('added_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'material',
                'verbose_name_plural': 'material',
                'ordering': ['phase', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='learning.event')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.person')),
                ('office', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                ('organisation', models.CharField(blank=True, max_length=160, verbose_name='Organisation')),
                ('seat', models.CharField(choices=[('confirmed', 'Has a seat'), ('waiting', 'On the waiting list'), ('offered', 'Is offered a seat'), ('cancelled', 'Cancelled')], max_length=10)),
                ('order', models.PositiveIntegerField()),
                ('offered_until', models.DateTimeField(blank=True, null=True)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0)),
                ('registered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('registered_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('attendance', models.CharField(choices=[('unknown', 'Not noted'), ('attended', 'Attended'), ('excused', 'Excused'), ('absent', 'Absent')], default='unknown', max_length=10)),
                ('checked_in_at', models.DateTimeField(blank=True, null=True)),
                ('has_evaluated', models.BooleanField(default=False)),
                ('has_followed_up', models.BooleanField(default=False)),
                ('answer', models.TextField(blank=True, verbose_name='Answer to the question')),
            ],
            options={
                'verbose_name': 'registration',
                'verbose_name_plural': 'registrations',
                'ordering': ['order'],
                'indexes': [models.Index(fields=['event', 'seat', 'order'], name='registration_queue')],
                'constraints': [models.UniqueConstraint(fields=('event', 'order'), name='registration_order_once'), models.UniqueConstraint(condition=models.Q(('person__isnull', False), ('seat__in', ['confirmed', 'offered', 'waiting'])), fields=('event', 'person'), name='person_registered_once'), models.UniqueConstraint(condition=models.Q(('seat__in', ['confirmed', 'offered', 'waiting'])), fields=('event', 'email'), name='address_registered_once')],
            },
        ),
        migrations.CreateModel(
            name='Needs',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('registration', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='needs', to='learning.registration')),
                ('food', models.CharField(blank=True, max_length=300, verbose_name='Food')),
                ('access', models.CharField(blank=True, max_length=300, verbose_name='Access')),
            ],
            options={
                'verbose_name': 'needs',
                'verbose_name_plural': 'needs',
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True)),
                ('registration', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='learning.registration')),
                ('name', models.CharField(max_length=120)),
                ('event_title', models.CharField(max_length=160)),
                ('held_on', models.DateField()),
                ('hours', models.DecimalField(decimal_places=1, max_digits=5)),
                ('issued_on', models.DateField(default=samsyn.core.clock.interface.today)),
            ],
            options={
                'verbose_name': 'certificate',
                'verbose_name_plural': 'certificates',
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='learning.event')),
                ('starts_at', models.DateTimeField(verbose_name='Starts')),
                ('ends_at', models.DateTimeField(verbose_name='Ends')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('lecturer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='learning.lecturer')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ['starts_at', 'id'],
            },
        ),
    ]
