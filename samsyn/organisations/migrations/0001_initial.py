import django.db.models.deletion
import samsyn.core.clock.interface
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('account', '0009_emailaddress_unique_primary_email'),
        ('core', '__first__'),
        ('django_tasks_database', '0021_conditional_partial_index_ordering'),
        ('mfa', '0003_authenticator_type_uniq'),
        ('sessions', '0001_initial'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailadmin', '0006_formstate'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailembeds', '0009_embed_cache_until'),
        ('wagtailforms', '0005_alter_formsubmission_form_data'),
        ('wagtailimages', '0027_image_description'),
        ('wagtailredirects', '0008_add_verbose_name_plural'),
        ('wagtailsearch', '0010_add_text_fields'),
        ('wagtailusers', '0015_userprofile_keyboard_shortcuts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Collaboration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='Short name in addresses')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('county', models.CharField(max_length=80, verbose_name='County')),
                ('host', models.CharField(blank=True, max_length=120, null=True, unique=True, verbose_name='Host name')),
                ('is_default', models.BooleanField(default=False, verbose_name='Answers for unknown host names')),
                ('is_demo', models.BooleanField(default=False, verbose_name='Holds invented data')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='Contact')),
            ],
            options={
                'verbose_name': 'collaboration',
                'verbose_name_plural': 'collaborations',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_default', True)), fields=('is_default',), name='one_default_collaboration')],
            },
        ),
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='organisations.collaboration')),
                ('slug', models.SlugField(verbose_name='Short name in addresses')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('short_name', models.CharField(max_length=40, verbose_name='Short name in tables')),
                ('kind', models.CharField(choices=[('environmental_office', 'Environmental office'), ('county_board', 'County administrative board'), ('region', 'Region')], default='environmental_office', max_length=24, verbose_name='Kind')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='E-mail')),
            ],
            options={
                'verbose_name': 'office',
                'verbose_name_plural': 'offices',
                'ordering': ['short_name'],
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'slug'), name='office_slug_once_per_collaboration')],
            },
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=4, unique=True, verbose_name='Municipality code')),
                ('name', models.CharField(max_length=60, verbose_name='Name')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='municipalities', to='organisations.office')),
                ('tile_column', models.PositiveSmallIntegerField(default=0)),
                ('tile_row', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'municipality',
                'verbose_name_plural': 'municipalities',
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^\\d{4}$')), name='municipality_code_is_four_digits')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='organisations.collaboration')),
                ('office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='organisations.office')),
                ('role', models.CharField(choices=[('officer', 'Case officer'), ('manager', 'Manager'), ('contact', 'Contact person'), ('steering', 'Steering-group member'), ('coordinator', 'County coordinator'), ('guidance_officer', 'Supervisory-guidance officer'), ('region', 'Operations management of the Region'), ('lecturer', 'Lecturer'), ('editor', 'Editor'), ('administrator', 'Administrator')], max_length=24, verbose_name='Role')),
                ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('invited_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('expires_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ['-invited_at'],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organisations.collaboration')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='Phone')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('user', 'collaboration'), name='person_once_per_collaboration')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.person')),
                ('office', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='organisations.office')),
                ('role', models.CharField(choices=[('officer', 'Case officer'), ('manager', 'Manager'), ('contact', 'Contact person'), ('steering', 'Steering-group member'), ('coordinator', 'County coordinator'), ('guidance_officer', 'Supervisory-guidance officer'), ('region', 'Operations management of the Region'), ('lecturer', 'Lecturer'), ('editor', 'Editor'), ('administrator', 'Administrator')], max_length=24, verbose_name='Role')),
                ('starts', models.DateField(default=samsyn.core.clock.interface.today, verbose_name='From')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='To')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
                'ordering': ['starts', 'id'],
                'indexes': [models.Index(fields=['person', 'ends'], name='membership_of_person')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='membership_ends_after_it_starts')],
            },
        ),
    ]
