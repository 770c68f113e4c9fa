"""The yearly page as a document, for boards and the public."""

from django.utils.translation import gettext as _

from samsyn.core.pdf.interface import (
    Block,
    Document,
    Fact,
    Footer,
    Heading,
    Paragraph,
)
from samsyn.equality.models import Overview
from samsyn.equality.parts import Part, parts_of
from samsyn.lib.swedish import format_date

_ROWS = 4


def overview_document(overview: Overview, *, address: str) -> Document:
    """The six parts and what is not known, on one page."""
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
    blocks.append(
        Paragraph(_("Tables, and every question: %(address)s") % {"address": address}, small=True)
    )
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
    """One page for all six: the sentence, the first rows in short, and what is not known; the tables stand on the web."""
    blocks: list[Block] = [Heading(part.heading), Paragraph(part.sentence)]
    rows = [row for table in part.tables[:1] for row in table.rows][:_ROWS]
    # The questions are too many to choose among: the sentence counts them all.
    if rows and part.key != "assessment":
        told = " · ".join(f"{row[0]}: {', '.join(row[1:])}" for row in rows)
        blocks.append(Paragraph(told, small=True))
    unknown = _("Not known: %(what)s") % {"what": " ".join(part.unknown)}
    return [*blocks, Paragraph(unknown, small=True)]
