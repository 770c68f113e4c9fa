"""The office's spreadsheet: made for it with last year's numbers, and read back with the same checks as the form.

Columns are found by their heads and rows by their key, so moved columns and sorted rows are read right. Every refusal
names the cell.
"""

import io
from dataclasses import dataclass, field
from decimal import Decimal
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from django.utils.translation import gettext as _
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException

from samsyn.indicators.codes import REPORTABLE, Deviation, Missing
from samsyn.indicators.messages import finding_text
from samsyn.indicators.models import Report
from samsyn.indicators.numbers import number_fault
from samsyn.indicators.reporting import Field, Typed, asked_of, findings_of
from samsyn.lib.swedish import NumberRefused, parse_number

SheetCell = Cell | MergedCell
KEY, NAME, UNIT, LAST, VALUE, REASON, COMMENT, DEVIATION = range(8)
MOST_ROWS = 2000


def _heads() -> list[str]:
    return [
        _("Key"), _("Reported number"), _("Unit"), _("Last year"), _("Value"), _("Why it is missing"),
        _("Comment"), _("Deviation from the definition"),
    ]  # fmt: skip


def write_sheet(report: Report) -> bytes:
    """The workbook of one office, with what is entered so far. The key column is hidden; choices are lists."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet(_("Key figures"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    fixed = book.add_format({"bg_color": "#F2F5F4", "text_wrap": True, "valign": "top"})
    open_cell = book.add_format({"border": 1, "border_color": "#6C7A79", "valign": "top"})
    for column, label in enumerate(_heads()):
        sheet.write_string(0, column, label, head)
    fields = asked_of(report).fields
    for row, one in enumerate(fields, start=1):
        _write_row(sheet, row, one, fixed, open_cell)
    last = max(len(fields), 1)
    reasons = [str(Missing(code).label) for code in REPORTABLE]
    sheet.data_validation(1, REASON, last, REASON, {"validate": "list", "source": reasons})
    deviations = [str(one.label) for one in Deviation if one.value]
    sheet.data_validation(1, DEVIATION, last, DEVIATION, {"validate": "list", "source": deviations})
    for column, width in enumerate((4, 44, 20, 12, 14, 20, 44, 32)):
        sheet.set_column(column, column, width, None, {"hidden": column == KEY})
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, one: Field, fixed: object, open_cell: object
) -> None:
    sheet.write_string(row, KEY, one.key, fixed)
    sheet.write_string(row, NAME, one.component.name, fixed)
    sheet.write_string(row, UNIT, one.component.unit, fixed)
    last = one.last_year.value if one.last_year else None
    if last is None:
        sheet.write_blank(row, LAST, None, fixed)
    else:
        sheet.write_number(row, LAST, float(last), fixed)
    entry = one.entry
    if entry is not None and entry.value is not None:
        sheet.write_number(row, VALUE, float(entry.value), open_cell)
    else:
        sheet.write_blank(row, VALUE, None, open_cell)
    reason = str(Missing(entry.missing).label) if entry and entry.missing else ""
    deviation = str(Deviation(entry.deviation).label) if entry and entry.deviation else ""
    sheet.write_string(row, REASON, reason, open_cell)
    sheet.write_string(row, COMMENT, entry.comment if entry else "", open_cell)
    sheet.write_string(row, DEVIATION, deviation, open_cell)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the file that is wrong or must be explained; `stops` means that nothing is read in."""

    cell: str
    name: str
    text: str
    stops: bool = True


@dataclass
class Reading:
    """What a file says: the numbers, what is wrong with it, and which rows were new, changed and alike."""

    typed: dict[str, Typed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    rows: list[tuple[Field, Typed]] = field(default_factory=list)

    @property
    def can_be_saved(self) -> bool:
        return not any(one.stops for one in self.problems) and bool(self.typed)


def read_sheet(report: Report, content: bytes) -> Reading:
    """Reads a filled-in sheet. Nothing is saved; the page shows what would be."""
    reading = Reading()
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=False, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError):
        reading.problems.append(
            Problem("", "", _("The file is not a workbook that can be read. Save it as .xlsx."))
        )
        return reading
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows(max_row=MOST_ROWS))
    places = _columns(rows[0]) if rows else {}
    if KEY not in places or VALUE not in places:
        text = _(
            "The columns “%(key)s” and “%(value)s” are needed in the first row. Start from your office's sheet."
        )
        heads = _heads()
        reading.problems.append(
            Problem("A1", "", text % {"key": heads[KEY], "value": heads[VALUE]})
        )
        return reading
    asked = asked_of(report)
    fields = {one.key: one for one in asked.fields}
    at: dict[str, str] = {}
    for row in rows[1:]:
        _read_row(row, places, fields, reading, at)
    for found in findings_of(asked, reading.typed):
        if found.field.key in at and (found.finding.stops or not found.answered):
            reading.problems.append(
                Problem(
                    at[found.field.key], found.field.component.name, finding_text(found.finding), found.finding.stops,
                )
            )  # fmt: skip
    return reading


def _columns(first: tuple[SheetCell, ...]) -> dict[int, int]:
    """From our column to its place in the file, by head; also the words of the other language are known."""
    heads = {head.casefold(): place for place, head in enumerate(_heads())}
    found: dict[int, int] = {}
    for place, cell in enumerate(first):
        column = heads.get(str(cell.value or "").strip().casefold())
        if column is not None:
            found.setdefault(column, place)
    return found


def _read_row(
    row: tuple[SheetCell, ...],
    places: dict[int, int],
    fields: dict[str, Field],
    reading: Reading,
    at: dict[str, str],
) -> None:
    texts = {column: row[place] for column, place in places.items() if place < len(row)}
    key = _text(texts.get(KEY))
    if not key:
        return
    if key not in fields:
        cell = texts[KEY].coordinate
        text = _("The key %(key)s is not asked for this year. Remove the row.")
        reading.problems.append(Problem(cell, key, text % {"key": key}))
        return
    one = fields[key]
    if key in at:
        text = _("The same number stands in two rows. Remove one.")
        reading.problems.append(Problem(texts[KEY].coordinate, one.component.name, text))
        return
    at[key] = texts[VALUE].coordinate
    typed = _typed(one, texts, reading)
    if typed is not None:
        reading.typed[key] = typed
        reading.rows.append((one, typed))


def _typed(one: Field, texts: dict[int, SheetCell], reading: Reading) -> Typed | None:
    name = one.component.name
    try:
        value = _number(texts[VALUE])
    except NumberRefused as refused:
        reading.problems.append(Problem(texts[VALUE].coordinate, name, number_fault(refused)))
        return None
    reason_words = {str(Missing(code).label).casefold(): code for code in REPORTABLE}
    deviation_words = {str(d.label).casefold(): d.value for d in Deviation if d.value}
    reason, deviation = _text(texts.get(REASON)), _text(texts.get(DEVIATION))
    for words, known, column in (
        (reason, reason_words, REASON),
        (deviation, deviation_words, DEVIATION),
    ):
        if words and words.casefold() not in known:
            text = _("“%(text)s” is not one of the choices. Take one from the list in the cell.")
            cell = texts[column].coordinate
            reading.problems.append(Problem(cell, name, text % {"text": words[:60]}))
            return None
    if value is not None and reason:
        text = _("There is both a number and a reason why it is missing. Keep one.")
        reading.problems.append(Problem(texts[REASON].coordinate, name, text))
        return None
    return Typed(
        value=value,
        missing=reason_words.get(reason.casefold(), ""),
        comment=_text(texts.get(COMMENT)),
        deviation=deviation_words.get(deviation.casefold(), ""),
        revision=one.entry.revision if one.entry else None,
    )


def _number(cell: SheetCell) -> Decimal | None:
    """The number of a cell: a true number as it is, a text the Swedish way. A date or a truth value is refused."""
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        raise NumberRefused("not_a_number", str(value))
    if isinstance(value, int | float):
        return Decimal(repr(round(value, 9)) if isinstance(value, float) else value)
    return parse_number(str(value))


def _text(cell: SheetCell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()
