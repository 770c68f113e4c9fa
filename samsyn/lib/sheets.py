"""Reading somebody's table from .xlsx or .csv as rows of text, without trusting it.

Nothing is calculated: a cell that holds a formula gives the formula's own text and is marked, so that the caller can
keep it as text or ask for its value. Days become ISO texts, whole numbers lose their decimals.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

import openpyxl

from samsyn.lib.xform import FormRefused, check_archive

__all__ = ["SheetRefused", "SheetRow", "Table", "read_table"]

MOST_ROWS = 5_000
MOST_COLUMNS = 300
MOST_CELL = 20_000
DELIMITERS = (";", ",", "\t")


@dataclass(eq=False)  # not frozen: what passes an exception on writes to it
class SheetRefused(Exception):
    """Why a file was not read: damaged | has_macros | has_entities | unpacks_too_large | too_large | too_many_rows |
    too_many_columns | cell_too_long | no_heading | heading_twice | no_rows, and what its sentence needs.
    """

    code: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the file, its texts by heading, and the headings whose cell holds a formula."""

    number: int
    values: dict[str, str]
    formulas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A file's headings in their order, and its rows; empty rows are left out."""

    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


Cell = tuple[str, bool]  # its text, and whether it is a formula


def read_table(name: str, content: bytes, *, most_rows: int = MOST_ROWS) -> Table:
    """The first sheet of a workbook, or a CSV file in UTF-8 or Windows-1252. Raises SheetRefused."""
    cells = _of_csv(content) if PurePath(name).suffix.lower() == ".csv" else _of_workbook(content)
    lines = _numbered(cells, most_rows)
    _, first = next(lines, (0, []))
    headings = _headings(first)
    rows = [_row(number, headings, line) for number, line in lines]
    if not rows:
        raise SheetRefused("no_rows")
    return Table(tuple(heading for heading in headings if heading), tuple(rows))


def _numbered(lines: Iterable[list[Cell]], most_rows: int) -> Iterator[tuple[int, list[Cell]]]:
    """The lines that are not empty with their numbers; refuses more than a reasonable number of them."""
    for number, line in enumerate(lines, 1):
        if number > most_rows + 1:
            raise SheetRefused("too_many_rows", {"most": most_rows})
        if any(text for text, _ in line):
            yield number, line


def _headings(first: list[Cell]) -> list[str]:
    headings = [" ".join(text.split()) for text, _ in first]
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise SheetRefused("too_many_columns", {"most": MOST_COLUMNS})
    named = [heading for heading in headings if heading]
    if not named:
        raise SheetRefused("no_heading")
    for heading in named:
        if named.count(heading) > 1:
            raise SheetRefused("heading_twice", {"heading": heading})
    return headings


def _row(number: int, headings: list[str], line: list[Cell]) -> SheetRow:
    there = [
        (heading, text, formula)
        for heading, (text, formula) in zip(headings, line, strict=False)
        if heading and text
    ]
    for heading, text, _ in there:
        if len(text) > MOST_CELL:
            raise SheetRefused("cell_too_long", {"row": number, "column": heading})
    return SheetRow(
        number,
        {heading: text for heading, text, _ in there},
        frozenset(heading for heading, _, formula in there if formula),
    )


def _of_csv(content: bytes) -> Iterator[list[Cell]]:
    if b"\x00" in content:
        raise SheetRefused("damaged")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [(value.strip(), value.lstrip().startswith("=")) for value in line]
    except csv.Error as error:
        raise SheetRefused("damaged") from error


def _of_workbook(content: bytes) -> Iterator[list[Cell]]:
    try:
        check_archive(content)
    except FormRefused as refused:
        code = refused.problems[0].code
        raise SheetRefused("damaged" if code == "not_a_workbook" else code) from refused
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_links=False
        )
    except Exception as error:  # openpyxl raises many kinds for a damaged file
        raise SheetRefused("damaged") from error
    try:
        for line in book.worksheets[0].iter_rows(max_col=MOST_COLUMNS + 1):
            yield [(_text(cell.value), cell.data_type == "f") for cell in line]
    except SheetRefused:
        raise
    except Exception as error:  # a part of the workbook that is damaged further in
        raise SheetRefused("damaged") from error
    finally:
        book.close()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, datetime) and not any((value.hour, value.minute, value.second)):
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n").strip()
