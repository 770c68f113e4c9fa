import django.db.models.deletion
import samsyn.core.clock.interface
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisations', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtailcore', '__first__'),
        ('web', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='NewsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('topic', models.CharField(choices=[('campaigns', 'Campaigns and results'), ('guidance', 'Guidance'), ('events', 'Courses and meetings'), ('figures', 'Key figures'), ('work', 'The collaboration itself')], default='work', max_length=12, verbose_name='Topic')),
                ('summary', models.TextField(help_text='Two or three sentences: the list, the feeds and the letter begin with them.', max_length=400, verbose_name='In short')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('list', 3), ('image', 7), ('link', 10)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'Heading', 'max_length': 120, 'template': 'web/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'document-link'], 'label': 'Paragraph'}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Item', 'max_length': 300}), 3: ('wagtail.blocks.ListBlock', (2,), {'icon': 'list-ul', 'label': 'List', 'template': 'web/blocks/list.html'}), 4: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'Say what the picture shows. Leave empty only if it is mere decoration.', 'label': 'Text for those who do not see the picture', 'max_length': 250, 'required': False}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 7: ('wagtail.blocks.StructBlock', [[('image', 4), ('alternative', 5), ('caption', 6)]], {}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Text of the link', 'max_length': 120}), 9: ('wagtail.blocks.URLBlock', (), {'label': 'Address'}), 10: ('wagtail.blocks.StructBlock', [[('text', 8), ('address', 9)]], {})}, verbose_name='Content')),
                ('by_mail', models.BooleanField(default=False, help_text='It is mailed once, when the page is first published with this ticked.', verbose_name='Mail it to the subscribers')),
                ('is_example', models.BooleanField(default=False, verbose_name='Invented (exempeldata)')),
            ],
            options={
                'verbose_name': 'news',
                'verbose_name_plural': 'news',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
                ('mailed_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('letters', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'mailing',
                'verbose_name_plural': 'mailings',
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='E-mail')),
                ('topics', models.JSONField(default=list, verbose_name='Topics')),
                ('confirmed_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
                ('collaboration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.collaboration')),
            ],
            options={
                'verbose_name': 'subscription',
                'verbose_name_plural': 'subscriptions',
                'constraints': [models.UniqueConstraint(fields=('collaboration', 'email'), name='web_subscription_once_per_address')],
            },
        ),
    ]
