"""What is wrong with a file or a row of it, and what to do."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from samsyn.campaigns.exports.text import MARK
from samsyn.campaigns.messages import REFUSALS, refusal_text
from samsyn.campaigns.reading import ready_form, safe_cell
from samsyn.campaigns.refusals import Refused
from samsyn.checklists.interface import fault_text
from samsyn.core.jobs.interface import Work
from samsyn.lib.sheets import SheetRefused
from samsyn.lib.xform import Fault

FILES = {
    "damaged": gettext_lazy("The file cannot be read. Save it again as .xlsx or .csv and try once more."),
    "has_macros": gettext_lazy("The file contains macros. Save it as .xlsx without macros."),
    "has_entities": gettext_lazy("The file contains definitions that Excel never writes. Save it again in Excel."),
    "unpacks_too_large": gettext_lazy("The file is far larger unpacked than a table should be. Save only the table."),
    "too_large": gettext_lazy("The file is too large. Divide it."),
    "too_many_rows": gettext_lazy("The file has more than %(most)s rows. Divide it into several files."),
    "too_many_columns": gettext_lazy("The file has more than %(most)s columns. Take away those that are not needed."),
    "cell_too_long": gettext_lazy("Row %(row)s, column “%(column)s”: the text is too long. Shorten it."),
    "no_heading": gettext_lazy("The first row has no headings. Write what each column is in the first row."),
    "heading_twice": gettext_lazy("Two columns are called “%(heading)s”. Give each column its own name."),
    "no_rows": gettext_lazy("The file has headings but no rows."),
}  # fmt: skip
ROWS = {
    "formula": gettext_lazy("The cell holds a formula. Replace it with its value (copy, paste as values)."),
    "not_a_choice": gettext_lazy("“%(value)s” is none of the answers. They are: %(choices)s."),
    "not_a_number": gettext_lazy("“%(value)s” is not a number."),
    "not_a_day": gettext_lazy("“%(value)s” is not a day. Write it as 2026-03-24."),
    "not_relevant": gettext_lazy(
        "The question is not asked with the other answers of the row. Empty the cell or change them."
    ),
    "twice_in_file": gettext_lazy("The same reference, object type and day as in row %(row)s."),
    "was_withdrawn": gettext_lazy("Was taken in before and has been withdrawn."),
    "was_corrected": gettext_lazy("Is there with other content. Correct it on its own page if the file is right."),
    "was_reported": gettext_lazy("An object with the same reference, object type and day has been reported already."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A row's problem as people read it."""

    row: int
    column: str
    text: str


def file_text(refused: SheetRefused) -> str:
    """Why a file was not read, and what to do."""
    return str(FILES[refused.code]) % refused.params


def failure_text(work: Work | None) -> str:
    """Why the worker stopped, and what to do; empty when it has not."""
    if work is None or work.state != Work.State.FAILED:
        return ""
    if work.error in REFUSALS:
        return _("Nothing has been taken in. %(why)s") % {"why": refusal_text(Refused(work.error))}
    return _("The work stopped because of a fault of ours. Nothing has been taken in. Try again.")


def problems_csv(lines: Iterable[ProblemLine]) -> bytes:
    """The rows that cannot be taken in, for correcting the file beside them in Excel."""
    target = io.StringIO()
    target.write(MARK)
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Row"), _("Column"), _("Why")])
    writer.writerows([line.row, safe_cell(line.column), safe_cell(line.text)] for line in lines)
    return target.getvalue().encode()


def problem_lines(form_pk: int, stored: Iterable[Mapping[str, Any]]) -> list[ProblemLine]:
    """The stored problems of an import as sentences."""
    items = ready_form(form_pk).compiled.form.by_name
    language = (get_language() or "sv")[:2]
    lines = []
    for one in stored:
        code, params = one["code"], one["params"]
        if code in ROWS:
            text = str(ROWS[code]) % params
        elif code in {"in_future", "before_period", "after_period"}:
            text = refusal_text(Refused(f"visit_{code}", params))
        elif one["name"]:
            item = items.get(one["name"])
            text = fault_text(Fault("", one["name"], code, params), item, language)
        else:
            text = _("The row cannot be read.")
        lines.append(ProblemLine(one["row"], one["column"], text))
    return lines
