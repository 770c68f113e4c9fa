"""The data dictionary of a download: what each column is, and what its codes mean."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from samsyn.campaigns.exports.rows import Export, ExportColumn
from samsyn.campaigns.exports.text import MARK
from samsyn.campaigns.reading import safe_cell

ROLE_WORDS = {"A": "A", "UA": "UA", "EK": "EK", "EA": "EA"}


def dictionary_heads() -> list[str]:
    """The names of the dictionary's columns."""
    return [
        _("Column"), _("Question"), pgettext("column", "Section"), _("Type"), _("Code"), _("Meaning"), _("Counted as"),
        pgettext("column", "Law"),
        _("Question in English"), _("Meaning in English"),
    ]  # fmt: skip


def dictionary_rows(export: Export) -> Iterator[list[str]]:
    """One row per column and one per code of it."""
    for column in export.columns:
        about = [column.name, column.label, column.section, _type(column)]
        law = "; ".join(column.law)
        yield _safe([*about, "", "", "", law, column.label_en, ""])
        for code in column.codes:
            yield _safe(
                [*about, code.code, code.label, ROLE_WORDS.get(code.role, ""), law, column.label_en, code.label_en]
            )  # fmt: skip


def notes_of(export: Export) -> list[str]:
    """What a reader of the file must know, one sentence each."""
    notes = [
        _("One row is one inspected object. Drafts, withdrawn objects and field tests are not included."),
        _("An empty cell: the question was not asked of this object, or was left without an answer."),
        _("Answers to questions with several choices are codes with a space between them."),
        _("A text that begins with =, + or @ has an apostrophe before it, so that no program runs it as a formula."),
    ]  # fmt: skip
    if export.office is None:
        notes.append(_("References, free text, photos and places stay with the office and are not included."))  # fmt: skip
    totals = [found.office.name for found in export.campaign.office_totals.select_related("office")]
    if totals:
        notes.append(
            _("These offices reported totals and have no rows here: %(offices)s.")
            % {"offices": ", ".join(sorted(totals))}
        )
    if export.campaign.is_example:
        notes.insert(0, _("Exempeldata: the rows are invented."))
    return notes


def dictionary_csv(export: Export) -> bytes:
    """The dictionary as a file of its own, for those who take CSV or Parquet."""
    lines = io.StringIO()
    lines.write(MARK)
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(dictionary_heads())
    writer.writerows(dictionary_rows(export))
    writer.writerows([_("Note"), note] for note in notes_of(export))
    return lines.getvalue().encode()


def _type(column: ExportColumn) -> str:
    if column.multiple:
        return _("several choices")
    words = {
        "assessed": _("assessment"), "choice": _("one choice"), "choices": _("several choices"), "number": _("number"),
        "date": _("day"), "photo": _("photo"), "place": _("place"),
    }  # fmt: skip
    return words.get(column.kind, _("text"))


def _safe(values: list[str]) -> list[str]:
    return [safe_cell(value) for value in values]
