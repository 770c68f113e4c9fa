"""An office's profile as a document, for the agenda of its board."""

from datetime import date

from django.utils.translation import gettext as _

from samsyn.core.pdf.interface import (
    Block,
    Document,
    Fact,
    Figure,
    Footer,
    Heading,
    Paragraph,
    Table,
)
from samsyn.indicators.profile import ProfileRow
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import Office


def profile_document(
    office: Office, rows: list[ProfileRow], *, address: str, day: date
) -> Document:
    """Every key figure of the office: rule, chart, values by year with what is missing in words."""
    blocks: list[Block] = [
        Paragraph(
            _(
                "The office's own figures over time. Follow the office itself; most of them may not be compared."
            )
        )
    ]
    for row in rows:
        blocks += _blocks(row)
    if not rows:
        blocks.append(Paragraph(_("Nothing is published for this office yet")))
    return Document(
        title=_("Key figures: %(office)s") % {"office": office.name},
        kind=_("Profile"),
        organisation=office.collaboration.name,
        facts=(Fact(_("Fetched"), format_date(day)), Fact(_("Key figures"), str(len(rows)))),
        footer=Footer("", format_date(day), address),
        exempeldata=any(row.picture.indicator.is_example for row in rows),
        blocks=tuple(blocks),
    )


def _blocks(row: ProfileRow) -> list[Block]:
    meaning = row.picture.definition
    rule = f"{meaning.get_comparability_display()}. {meaning.comparability_reason}".strip()
    label = f"{meaning.name} (exempeldata)" if row.picture.indicator.is_example else meaning.name
    blocks: list[Block] = [Heading(label), Paragraph(rule, small=True)]
    if row.chart:
        blocks.append(Figure(row.chart.wide, row.chart.description, row.chart.title))
    cells = row.table.rows[0][1]
    blocks.append(
        Table(
            caption=f"{meaning.name}, {meaning.unit}",
            columns=(_("Year"), _("Value"), _("If missing, why")),
            rows=tuple(
                (str(year), "" if cell.missing else cell.text, cell.missing)
                for year, cell in zip(row.table.years, cells, strict=True)
            ),
            numeric=(1,),
        )
    )
    blocks += [Paragraph(f"{note.mark} {note.text}", small=True) for note in row.table.notes]
    return blocks
