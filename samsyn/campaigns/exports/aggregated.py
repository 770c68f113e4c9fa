"""The result's tables as CSV, exactly as the reader's page shows them: what is hidden there is hidden here."""

import csv
import io

from django.utils.translation import gettext as _

from samsyn.campaigns.exports.text import MARK
from samsyn.campaigns.reading import safe_cell
from samsyn.campaigns.result_tables import ResultTable

HIDDEN = ".."


def table_csv(table: ResultTable, *, objects: int, offices: int, is_example: bool) -> bytes:
    """The county's table. `..` is hidden to protect those behind small numbers."""
    lines = io.StringIO()
    lines.write(MARK)
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Number"), _("Question"), "A", "UA", "EK", "EA", "n", _("Share of deviation"), _("Answer"), _("Answers")]
    )  # fmt: skip
    for row in table.rows:
        numbers = {part.role: part.number for part in row.parts}
        share = ""
        if row.share and row.share.denominator:
            share = f"{row.share.numerator / row.share.denominator:.4f}".replace(".", ",")
        shown = [_shown(numbers[role]) for role in ("A", "UA", "EK", "EA")]
        share = share or (HIDDEN if row.hidden else "")
        label = safe_cell(row.label)
        writer.writerow([row.number, label, *shown, _shown(row.assessed), share, "", ""])
    for choice in table.choices:
        for label, number in choice.answers:
            writer.writerow(
                ["", safe_cell(choice.label), *[""] * 6, safe_cell(label), _shown(number)]
            )
    writer.writerow([])
    writer.writerow([_("Objects"), objects])
    writer.writerow([_("Offices"), offices])
    hidden = _("hidden, since the number is built on so few that somebody could be recognised")
    writer.writerow([HIDDEN, hidden])
    if is_example:
        writer.writerow(["exempeldata", _("Exempeldata: the rows are invented.")])
    return lines.getvalue().encode()


def _shown(number: int | None) -> int | str:
    return HIDDEN if number is None else number
