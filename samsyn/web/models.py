"""Pages that editors write in Wagtail."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, Panel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from samsyn.core.personal.interface import classes


class ImageBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail has no types
    """A picture with the text for those who do not see it."""

    image = ImageChooserBlock(label=_("Picture"))
    alternative = blocks.CharBlock(
        label=_("Text for those who do not see the picture"),
        help_text=_("Say what the picture shows. Leave empty only if it is mere decoration."),
        required=False,
        max_length=250,
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "web/blocks/image.html"


class LinkBlock(blocks.StructBlock):  # type: ignore[misc]
    """A link on a line of its own."""

    text = blocks.CharBlock(label=_("Text of the link"), max_length=120)
    address = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")
        template = "web/blocks/link.html"


class InfoPage(Page):  # type: ignore[misc]
    """An ordinary page: headings, paragraphs, lists, pictures and links in any order."""

    body = StreamField(
        [
            (
                "heading",
                blocks.CharBlock(
                    label=_("Heading"),
                    icon="title",
                    max_length=120,
                    template="web/blocks/heading.html",
                ),
            ),
            (
                "paragraph",
                blocks.RichTextBlock(
                    label=pgettext_lazy("text block", "Paragraph"),
                    features=["bold", "italic", "link", "document-link"],
                ),
            ),
            (
                "list",
                blocks.ListBlock(
                    blocks.CharBlock(label=pgettext_lazy("list", "Item"), max_length=300),
                    label=_("List"),
                    icon="list-ul",
                    template="web/blocks/list.html",
                ),
            ),
            ("image", ImageBlock()),
            ("link", LinkBlock()),
        ],
        verbose_name=_("Content"),
        blank=True,
    )
    template = "web/info_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page", "web.InfoPage"]
    subpage_types: ClassVar[list[str]] = ["web.InfoPage"]
    content_panels: ClassVar[list[Panel]] = [*Page.content_panels, FieldPanel("body")]
    personal_data = classes(none="page_ptr body")

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
