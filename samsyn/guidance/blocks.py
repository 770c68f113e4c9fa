"""The blocks in which a draft is written in Wagtail: chapters and clauses, each with an identity of its own.

The identity of a clause's block is the identity of the clause for good (`Clause.uuid`).
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

# What a clause may have (samsyn.guidance.cleaning), in the names of Wagtail's rich text.
FEATURES = ["h4", "h5", "bold", "italic", "superscript", "subscript", "ol", "ul", "link"]


class PictureBlock(blocks.StructBlock):  # type: ignore[misc]  # Wagtail has no types
    """A picture; nobody can read guidance that shows something without saying it."""

    image = ImageChooserBlock(label=_("Picture"))
    alternative = blocks.CharBlock(
        label=_("Text for those who do not see the picture"),
        help_text=_("Say what the picture shows and what follows from it."),
        max_length=400,
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("Picture")


CONTENT = [
    ("text", blocks.RichTextBlock(label=_("Text"), features=FEATURES)),
    (
        "table",
        TypedTableBlock(
            [("cell", blocks.TextBlock(label=pgettext_lazy("table", "Cell"), required=False))],
            label=pgettext_lazy("text block", "Table"),
            icon="table",
            required=False,
        ),
    ),
    ("picture", PictureBlock()),
]


class ClauseBlock(blocks.StructBlock):  # type: ignore[misc]
    """One clause: what is said, the law it rests on, and how one assesses and decides by it."""

    heading = blocks.CharBlock(label=_("Heading"), required=False, max_length=160)
    content = blocks.StreamBlock(CONTENT, label=_("Text"), required=False)
    citations = blocks.ListBlock(
        blocks.CharBlock(label=_("Legal basis"), max_length=160),
        label=_("Legal basis"),
        help_text=_("One reference a line, such as MB 26 kap. 19 §, SFS 1998:901 7 § or MÖD M 1234-20."),
        default=[],
    )  # fmt: skip
    grounds = blocks.TextBlock(label=_("Grounds for assessment"), required=False)
    example = blocks.TextBlock(label=_("Example decision"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Clause")


# A chapter is the heading above the clauses that follow it.
BODY = [
    ("chapter", blocks.CharBlock(label=_("Chapter"), icon="title", max_length=160)),
    ("clause", ClauseBlock()),
]
