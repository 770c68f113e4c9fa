"""The yearly page as a document, for boards and the public."""

from django.utils.translation import gettext as _

from samsyn.core.pdf.interface import (
    Block,
    Bullets,
    Document,
    Fact,
    Footer,
    Heading,
    Paragraph,
    Table,
)
from samsyn.equality.models import Overview
from samsyn.equality.parts import Part, parts_of
from samsyn.lib.swedish import format_date


def overview_document(overview: Overview, *, address: str) -> Document:
    """The six parts with their tables and what is not known."""
    day = format_date(overview.made_at.date())
    blocks: list[Block] = [
        Paragraph(
            _(
                "It should not matter in which municipality you run your business. This is what the county's own data say."
            )
        )
    ]
    for part in parts_of(overview.content):
        blocks += _blocks(part)
    return Document(
        title=_("Equal supervision in the county %(year)d") % {"year": overview.year},
        kind=_("Yearly picture"),
        organisation=overview.collaboration.name,
        facts=(Fact(_("Worked out"), day),),
        footer=Footer("", day, address),
        exempeldata=bool(overview.content.get("is_example")),
        blocks=tuple(blocks),
    )


def _blocks(part: Part) -> list[Block]:
    blocks: list[Block] = [Heading(part.heading), Paragraph(part.sentence)]
    blocks += [
        Table(caption=rows.caption, columns=rows.heads, rows=rows.rows, numeric=())
        for rows in part.tables
    ]
    return [*blocks, Paragraph(_("What is not known"), small=True), Bullets(tuple(part.unknown))]
