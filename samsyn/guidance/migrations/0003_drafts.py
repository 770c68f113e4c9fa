import django.db.models.deletion
import samsyn.core.clock.interface
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_mail_calendar'),
        ('guidance', '0002_wording'),
        ('organisations', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        ('wagtailimages', '0027_image_description'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftFolder',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'folder of guidance drafts',
                'verbose_name_plural': 'folders of guidance drafts',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='DraftPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='draft_page', to='guidance.guidancedocument')),
                ('body', wagtail.fields.StreamField([('chapter', 0), ('clause', 14)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'Chapter', 'max_length': 160}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 160, 'required': False}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['h4', 'h5', 'bold', 'italic', 'superscript', 'subscript', 'ol', 'ul', 'link'], 'label': 'Text'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Cell', 'required': False}), 4: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('cell', 3)]], {'icon': 'table', 'label': 'Table', 'required': False}), 5: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Picture'}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'Say what the picture shows and what follows from it.', 'label': 'Text for those who do not see the picture', 'max_length': 400}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Caption', 'max_length': 250, 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('image', 5), ('alternative', 6), ('caption', 7)]], {}), 9: ('wagtail.blocks.StreamBlock', [[('text', 2), ('table', 4), ('picture', 8)]], {'label': 'Text', 'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Legal basis', 'max_length': 160}), 11: ('wagtail.blocks.ListBlock', (10,), {'default': [], 'help_text': 'One reference a line, such as MB 26 kap. 19 §, SFS 1998:901 7 § or MÖD M 1234-20.', 'label': 'Legal basis'}), 12: ('wagtail.blocks.TextBlock', (), {'label': 'Grounds for assessment', 'required': False}), 13: ('wagtail.blocks.TextBlock', (), {'label': 'Example decision', 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('heading', 1), ('content', 9), ('citations', 11), ('grounds', 12), ('example', 13)]], {})}, verbose_name='Content')),
            ],
            options={
                'verbose_name': 'guidance draft',
                'verbose_name_plural': 'guidance drafts',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='guidance.guidancedocument')),
                ('image', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image')),
                ('stored', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('source', models.CharField(blank=True, max_length=40)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField(default=samsyn.core.clock.interface.now)),
            ],
            options={
                'verbose_name': 'picture',
                'verbose_name_plural': 'pictures',
            },
        ),
        migrations.AddField(
            model_name='guidancedocument',
            name='writers',
            field=models.ManyToManyField(blank=True, related_name='+', to='organisations.person'),
        ),
    ]
