import django.db.models.deletion
import samsyn.core.clock.interface
import samsyn.core.decisions.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0004_mail_calendar'),
        ('core', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidanceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('slug', models.SlugField(max_length=80, verbose_name='Address')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('purpose', models.TextField(verbose_name='Purpose')),
                ('target_group', models.CharField(blank=True, max_length=200, verbose_name='Written for')),
                ('area', models.CharField(choices=[('hazardous', 'Environmentally hazardous activity'), ('health', 'Health protection'), ('sewage', 'Small sewage systems'), ('agriculture', 'Agriculture'), ('chemicals', 'Chemicals and products'), ('waste', 'Waste and littering'), ('water', 'Water and shore protection'), ('method', 'Inspection and administration')], max_length=20, verbose_name='Area')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.person')),
                ('working_group', models.CharField(blank=True, max_length=120, verbose_name='Working group')),
                ('review_months', models.PositiveSmallIntegerField(default=24, verbose_name='Months between reviews')),
                ('review_due', models.DateField(blank=True, null=True, verbose_name='To be reviewed by')),
                ('members_only', models.BooleanField(default=False, verbose_name='For members only')),
                ('members_reason', models.CharField(blank=True, max_length=200, verbose_name='Why for members only')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('referral', 'Out for comments'), ('in_force', 'In force'), ('replaced', 'Replaced'), ('withdrawn', 'Withdrawn')], default='draft', max_length=12)),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='No longer in force from')),
                ('ended_reason', models.CharField(blank=True, max_length=300, verbose_name='Why it no longer applies')),
                ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='guidance.guidancedocument')),
                ('is_example', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'guidance document',
                'verbose_name_plural': 'guidance documents',
                'ordering': ['title'],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='guidance_slug_once_per_collaboration'), models.CheckConstraint(condition=models.Q(('members_only', False), models.Q(('members_reason', ''), _negated=True), _connector='OR'), name='guidance_closed_only_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='Clause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clauses', to='guidance.guidancedocument')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('chapter', models.CharField(max_length=160, verbose_name='Chapter')),
                ('heading', models.CharField(blank=True, max_length=160, verbose_name='Heading')),
                ('text', models.TextField(verbose_name='Text')),
                ('grounds', models.TextField(blank=True, verbose_name='Grounds for assessment')),
                ('example', models.TextField(blank=True, verbose_name='Example decision')),
                ('removed', models.BooleanField(default=False, verbose_name='Removed from the draft')),
            ],
            options={
                'verbose_name': 'clause',
                'verbose_name_plural': 'clauses',
                'ordering': ['position', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AgreedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('slug', models.SlugField(max_length=80, verbose_name='Address')),
                ('question', models.CharField(max_length=300, verbose_name='Question')),
                ('answer', models.TextField(verbose_name='Agreed answer')),
                ('reasons', models.TextField(verbose_name='Reasons')),
                ('area', models.CharField(choices=[('hazardous', 'Environmentally hazardous activity'), ('health', 'Health protection'), ('sewage', 'Small sewage systems'), ('agriculture', 'Agriculture'), ('chemicals', 'Chemicals and products'), ('waste', 'Waste and littering'), ('water', 'Water and shore protection'), ('method', 'Inspection and administration')], max_length=20, verbose_name='Area')),
                ('clause', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='agreed_answers', to='guidance.clause')),
                ('agreed_on', models.DateField(default=samsyn.core.clock.interface.today, verbose_name='Agreed on')),
                ('decision', samsyn.core.decisions.models.DecisionRefField(blank=True, null=True, verbose_name='Decision')),
                ('review_due', models.DateField(verbose_name='To be reviewed by')),
                ('state', models.CharField(choices=[('in_force', 'In force'), ('replaced', 'Replaced'), ('withdrawn', 'Withdrawn')], default='in_force', max_length=10)),
                ('ended_reason', models.CharField(blank=True, max_length=300, verbose_name='Why it no longer applies')),
                ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='guidance.agreedanswer')),
                ('members_only', models.BooleanField(default=False, verbose_name='For members only')),
                ('is_example', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'agreed answer',
                'verbose_name_plural': 'agreed answers',
                'ordering': ['-agreed_on', '-id'],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='guidance_answer_slug_once')],
            },
        ),
        migrations.CreateModel(
            name='AnswerCitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='guidance.agreedanswer')),
                ('law', models.CharField(blank=True, max_length=20, verbose_name='Law')),
                ('chapter', models.CharField(blank=True, max_length=10, verbose_name='Chapter')),
                ('section', models.CharField(blank=True, max_length=10, verbose_name='Section')),
                ('label', models.CharField(max_length=160, verbose_name='As it is written')),
            ],
            options={
                'verbose_name': 'citation of an agreed answer',
                'verbose_name_plural': 'citations of agreed answers',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='guidance.guidancedocument')),
                ('number', models.CharField(max_length=12, verbose_name='Edition')),
                ('in_force_from', models.DateField(verbose_name='In force from')),
                ('decision', samsyn.core.decisions.models.DecisionRefField(blank=True, null=True, verbose_name='Decision')),
                ('change_summary', models.TextField(blank=True, verbose_name='What changed')),
                ('change_reason', models.TextField(blank=True, verbose_name='Why')),
                ('title', models.CharField(max_length=160)),
                ('purpose', models.TextField()),
                ('html', models.TextField(verbose_name='The text as it was decided')),
                ('html_sha256', models.CharField(max_length=64)),
                ('pdf', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('published_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': ['-in_force_from', '-id'],
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='guidance_edition_number_once')],
            },
        ),
        migrations.CreateModel(
            name='EditionClause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='guidance.edition')),
                ('clause', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='guidance.clause')),
                ('number', models.CharField(max_length=12)),
                ('chapter', models.CharField(max_length=160)),
                ('heading', models.CharField(blank=True, max_length=160)),
                ('html', models.TextField()),
                ('grounds', models.TextField(blank=True)),
                ('example', models.TextField(blank=True)),
                ('citations', models.JSONField(default=list)),
                ('change', models.CharField(blank=True, max_length=10)),
                ('change_reason', models.TextField(blank=True)),
            ],
            options={
                'verbose_name': 'clause of an edition',
                'verbose_name_plural': 'clauses of editions',
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'clause'), name='guidance_clause_once_per_edition')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='guidance.guidancedocument')),
                ('title', models.CharField(max_length=160, verbose_name='Title')),
                ('kind', models.CharField(choices=[('letter', 'Letter template'), ('decision', 'Decision template'), ('checklist', 'Checklist'), ('other', 'Other attachment')], default='other', max_length=10)),
                ('stored', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Adoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='guidance.guidancedocument')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='adoptions', to='guidance.edition')),
                ('state', models.CharField(choices=[('adopted', 'Adopted'), ('deviates', 'Adopted with a deviation'), ('scheduled', "On the board's agenda"), ('declined', 'Not adopted')], max_length=10, verbose_name='State')),
                ('date', models.DateField(blank=True, null=True, verbose_name='Date')),
                ('paragraph', models.CharField(blank=True, max_length=20, verbose_name='Paragraph of the minutes')),
                ('deviation', models.TextField(blank=True, verbose_name='Deviation')),
                ('changed_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'adoption',
                'verbose_name_plural': 'adoptions',
                'constraints': [models.UniqueConstraint(fields=('document', 'office'), name='guidance_adoption_once_per_office'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'deviates'), _negated=True), models.Q(('deviation', ''), _negated=True), _connector='OR'), name='guidance_deviation_is_told')],
            },
        ),
        migrations.CreateModel(
            name='OfficeStand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agreed_answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stands', to='guidance.agreedanswer')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.office')),
                ('stands_behind', models.BooleanField(verbose_name='Stands behind the answer')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Why not')),
            ],
            options={
                'verbose_name': "office's stand",
                'verbose_name_plural': "offices' stands",
                'constraints': [models.UniqueConstraint(fields=('agreed_answer', 'office'), name='guidance_stand_once_per_office')],
            },
        ),
        migrations.CreateModel(
            name='OtherGuidance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
                ('document', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='forerunners', to='guidance.guidancedocument')),
                ('title', models.CharField(max_length=200, verbose_name='Title')),
                ('publisher', models.CharField(max_length=160, verbose_name='Published by')),
                ('year', models.CharField(blank=True, max_length=20, verbose_name='Year')),
                ('address', models.URLField(blank=True, max_length=400, verbose_name='Address')),
                ('used_for', models.CharField(blank=True, max_length=300, verbose_name='What of it we use')),
                ('checked_on', models.DateField(default=samsyn.core.clock.interface.today, verbose_name='Checked on')),
                ('answered', models.BooleanField(blank=True, null=True, verbose_name='The link answered')),
            ],
            options={
                'verbose_name': "others' guidance",
                'verbose_name_plural': "others' guidance",
                'ordering': ['year', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ReadReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='guidance.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.person')),
                ('read_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'read receipt',
                'verbose_name_plural': 'read receipts',
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='guidance_read_once')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='guidance.guidancedocument')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='guidance.edition')),
                ('outcome', models.CharField(choices=[('confirmed', 'Confirmed unchanged'), ('small_change', 'Small change needed'), ('revise', 'To be revised'), ('withdraw', 'To be withdrawn')], max_length=14)),
                ('reason', models.TextField(verbose_name='Reason')),
                ('reviewed_on', models.DateField(default=samsyn.core.clock.interface.today)),
                ('next_due', models.DateField(verbose_name='Next review by')),
                ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'review',
                'verbose_name_plural': 'reviews',
                'ordering': ['-reviewed_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clause', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='guidance.clause')),
                ('law', models.CharField(blank=True, max_length=20, verbose_name='Law')),
                ('chapter', models.CharField(blank=True, max_length=10, verbose_name='Chapter')),
                ('section', models.CharField(blank=True, max_length=10, verbose_name='Section')),
                ('label', models.CharField(max_length=160, verbose_name='As it is written')),
            ],
            options={
                'verbose_name': 'citation',
                'verbose_name_plural': 'citations',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['law', 'chapter', 'section'], name='guidance_citation_of')],
            },
        ),
    ]
