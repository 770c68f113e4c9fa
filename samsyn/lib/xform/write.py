"""Writing a workbook back as .xlsx, so that it opens in every tool that reads XLSForm."""

import io
from typing import Any

import xlsxwriter

from samsyn.lib.xform.own_columns import OWN_COLUMNS
from samsyn.lib.xform.workbook import Workbook

__all__ = ["write_workbook"]

_FIRST = {
    "survey": ("type", "name"),
    "choices": ("list_name", "name"),
    "settings": ("form_title", "form_id", "version"),
}


def write_workbook(workbook: Workbook) -> bytes:
    """The three sheets as .xlsx; every cell is text, so nothing in it is ever run as a formula."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True})
        for name, rows in (
            ("survey", workbook.survey),
            ("choices", workbook.choices),
            ("settings", [dict(workbook.settings)] if workbook.settings else []),
        ):
            _write_sheet(book.add_worksheet(name), name, rows, bold)
    return target.getvalue()


def _write_sheet(sheet: Any, name: str, rows: list[dict[str, Any]], bold: Any) -> None:
    columns = _columns(name, rows)
    for place, title in enumerate(columns):
        sheet.write_string(0, place, title, bold)
    for number, row in enumerate(rows, 1):
        for place, title in enumerate(columns):
            if row.get(title) not in (None, ""):
                sheet.write_string(number, place, str(row[title]))
    sheet.freeze_panes(1, 0)
    if columns:
        sheet.set_column(0, len(columns) - 1, 22)


def _columns(name: str, rows: list[dict[str, Any]]) -> list[str]:
    found = dict.fromkeys(key for row in rows for key in row if key != "_row")
    first = [key for key in _FIRST[name] if key in found or not rows]
    own = [key for key in OWN_COLUMNS if key in found]
    return [*first, *(key for key in found if key not in first and key not in own), *own]
