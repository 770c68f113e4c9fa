"""Reading a spreadsheet as an XLSForm, without trusting it."""

import io
import zipfile
from dataclasses import dataclass, field
from typing import Any

import openpyxl

from samsyn.lib.xform.problems import FormRefused, Problem

__all__ = ["Workbook", "check_archive", "read_workbook"]

MOST_BYTES = 15 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 400
MOST_ROWS = {"survey": 2_000, "choices": 20_000, "settings": 10}
MOST_COLUMNS = 200
MOST_CELL = 20_000
SHEETS = ("survey", "choices", "settings")


@dataclass(slots=True)
class Workbook:
    """The three sheets as rows of text by column name; `_row` is the row's number in the spreadsheet."""

    survey: list[dict[str, Any]] = field(default_factory=list)
    choices: list[dict[str, Any]] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)


def read_workbook(content: bytes) -> Workbook:
    """The workbook's sheets. Raises FormRefused for what is not an honest .xlsx of reasonable size."""
    check_archive(content)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
    except (
        Exception
    ) as error:  # openpyxl raises many kinds for a damaged file; none of them is our fault
        raise FormRefused([Problem("not_a_workbook")]) from error
    try:
        return _read_sheets(book)
    finally:
        book.close()


def check_archive(content: bytes) -> None:
    """Raises FormRefused for what is no honest .xlsx: too large packed or unpacked, macros, entities."""
    if len(content) > MOST_BYTES:
        raise FormRefused([Problem("too_large", params={"most": MOST_BYTES})])
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise FormRefused([Problem("not_a_workbook")]) from error
    with archive:
        _check_parts(archive)


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FormRefused([Problem("unpacks_too_large", params={"most": MOST_UNPACKED})])
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise FormRefused([Problem("has_macros")])
    left = MOST_UNPACKED
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(part) as stream:
                text = stream.read(left + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            RuntimeError,
            NotImplementedError,
            EOFError,
            ValueError,
        ) as error:
            raise FormRefused([Problem("not_a_workbook")]) from error
        left -= len(text)
        if left < 0:
            raise FormRefused([Problem("unpacks_too_large", params={"most": MOST_UNPACKED})])
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise FormRefused([Problem("has_entities")])


def _read_sheets(book: Any) -> Workbook:
    names = {str(name).strip().lower(): name for name in book.sheetnames}
    if "survey" not in names:
        raise FormRefused(
            [Problem("no_survey_sheet", params={"found": ", ".join(book.sheetnames)})]
        )
    problems: list[Problem] = []
    rows = {
        sheet: _read_sheet(book[names[sheet]], sheet, problems) if sheet in names else []
        for sheet in SHEETS
    }
    if problems:
        raise FormRefused(problems)
    settings = {
        key: value for row in rows["settings"][:1] for key, value in row.items() if key != "_row"
    }
    return Workbook(survey=rows["survey"], choices=rows["choices"], settings=settings)


def _read_sheet(sheet: Any, name: str, problems: list[Problem]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    header: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        if number > MOST_ROWS[name] + 1:
            raise FormRefused(
                [Problem("too_many_rows", name, number, params={"most": MOST_ROWS[name]})]
            )
        if not header:
            header = [_text(cell.value) for cell in cells]
            continue
        row = _read_row(cells, header, name, number, problems)
        if row:
            rows.append({**row, "_row": number})
    return rows


def _read_row(
    cells: Any, header: list[str], sheet: str, number: int, problems: list[Problem]
) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for title, cell in zip(header, cells, strict=False):
        if not title or cell.value is None:
            continue
        if cell.data_type == "f":
            problems.append(Problem("formula_in_cell", sheet, number, title))
            continue
        text = _text(cell.value)
        if len(text) > MOST_CELL:
            problems.append(Problem("cell_too_long", sheet, number, title, {"most": MOST_CELL}))
        elif text:
            row[title] = text
    return row


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").strip()
