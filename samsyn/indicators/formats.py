"""A cube in the formats that the API gives: JSON-stat 2, CSV, Excel, HTML and Parquet."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from html import escape
from itertools import chain, islice
from pathlib import Path
from typing import Any

import orjson
import xlsxwriter

from samsyn.indicators.cube import CONTENTS, Cell, Cube, Dimension

AT_ONCE, PIECE, HELD_BYTES = 5_000, 1 << 16, 1 << 20
CONTENT_TYPES = {
    "json-stat2": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def written(cube: Cube, name: str, *, href: str) -> Iterator[bytes]:
    """The cube in the named format, piece by piece; `href` is its own address. KeyError for a format we do not have."""
    if name == "json-stat2":
        return _json_stat(cube, href)
    return {"csv": _csv, "xlsx": _xlsx, "html": _html, "parquet": _parquet}[name](cube)


def _json_stat(cube: Cube, href: str) -> Iterator[bytes]:
    """Values as they are read; the signs of what is missing wait in a file, since they come after all values."""
    yield orjson.dumps(json_stat(cube, href=href))[:-1] + b',"value":['
    with tempfile.SpooledTemporaryFile(max_size=HELD_BYTES) as signs:
        before = b""
        for start, cells in _numbered(cube.read()):
            yield (
                before
                + ",".join(
                    "null" if value is None else str(value) for value, _sign in cells
                ).encode()
            )
            missing = {str(at): sign for at, (_value, sign) in enumerate(cells, start) if sign}
            if missing:
                signs.write((b"," if signs.tell() else b"") + orjson.dumps(missing)[1:-1])
            before = b","
        yield b'],"status":{'
        signs.seek(0)
        yield from iter(lambda: signs.read(PIECE), b"")
    yield b"}}"


def _numbered(cells: Iterator[Cell]) -> Iterator[tuple[int, list[Cell]]]:
    """Some thousand cells at a time, with the number of the first."""
    start = 0
    while some := list(islice(cells, AT_ONCE)):
        yield start, some
        start += len(some)


def json_stat(cube: Cube, *, href: str) -> dict[str, Any]:
    """JSON-stat 2.0 as PxWebApi 2 gives it, all but the values and, as status, the signs of what is missing."""
    return {
        "version": "2.0",
        "class": "dataset",
        "href": href,
        "label": cube.label,
        "source": cube.source,
        "updated": cube.updated.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "note": cube.notes,
        "role": {
            role: [d.code for d in cube.dimensions if d.role == role]
            for role in ("time", "geo", "metric")
            if any(d.role == role for d in cube.dimensions)
        },
        "id": [d.code for d in cube.dimensions],
        "size": cube.size,
        "dimension": {d.code: _dimension(d) for d in cube.dimensions},
        "extension": {
            "noteMandatory": {"0": True},
            "px": {"tableid": cube.id, "language": "sv", "decimals": 0, "matrix": cube.id},
            "samsyn": {"comparability": cube.rule},
        },
    }


def _dimension(one: Dimension) -> dict[str, Any]:
    category: dict[str, Any] = {
        "index": {value.code: place for place, value in enumerate(one.values)},
        "label": {value.code: value.label for value in one.values},
    }
    notes = {value.code: [value.note] for value in one.values if value.note}
    if notes:
        category["note"] = notes
    if one.role == "metric":
        category["unit"] = {
            value.code: {"base": value.unit, "decimals": value.decimals} for value in one.values
        }
    extension: dict[str, Any] = {"elimination": False, "show": "value", "codelists": []}
    if one.role == "metric":
        extension["refperiod"] = {value.code: "31 december" for value in one.values}
    return {"label": one.label, "category": category, "extension": extension}


def rows_of(cube: Cube) -> tuple[list[str], Iterator[list[Any]]]:
    """Heads and rows: the contents stand as columns, each with a column for the sign of what is missing."""
    contents = cube.dimension(CONTENTS)
    assert contents is not None
    heads = [d.label for d in cube.dimensions if d.code != CONTENTS]
    heads += [v.label for v in contents.values]
    heads += [f"{v.label}, status" for v in contents.values]
    rows = (
        [*(one.label for one in place), *(value for value, _s in cells), *(s for _v, s in cells)]
        for place, cells in cube.rows()
    )
    return heads, rows


def _csv(cube: Cube) -> Iterator[bytes]:
    heads, rows = rows_of(cube)
    yield b"\xef\xbb\xbf"
    yield from _lines([heads], rows)


def _lines(*parts: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Rows as CSV, some thousand at a time; nothing is written for None."""
    rows = chain(*parts)
    while some := list(islice(rows, AT_ONCE)):
        out = io.StringIO()
        csv.writer(out).writerows(some)
        yield out.getvalue().encode()


def _xlsx(cube: Cube) -> Iterator[bytes]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Data")
    heads, rows = rows_of(cube)
    sheet.write_row(0, 0, heads, book.add_format({"bold": True}))
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, column, float(cell))
            elif cell is not None:
                sheet.write_string(number, column, str(cell))
    about = book.add_worksheet("Om")
    for number, line in enumerate([cube.label, cube.description, cube.source, *cube.notes]):
        about.write_string(number, 0, line)
    book.close()
    yield out.getvalue()


def _html(cube: Cube) -> Iterator[bytes]:
    heads, rows = rows_of(cube)
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if c is None else escape(str(c))}</td>" for c in row) + "</tr>"
        for row in rows
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in cube.notes)
    yield (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{escape(cube.label)}</title></head>'
        f"<body><table><caption>{escape(cube.label)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
        f"{notes}</body></html>"
    ).encode()


def _parquet(cube: Cube) -> Iterator[bytes]:
    """One row per cell: the codes of the dimensions, the value and the sign; written by DuckDB from a CSV of ours."""
    names = [d.code for d in cube.dimensions]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "cells.csv", Path(folder) / "cells.parquet"
        cells = zip(cube.places(), cube.read(), strict=True)
        rows = ([*place, value, sign] for place, (value, sign) in cells)
        with source.open("wb") as file:
            file.writelines(_lines([[*names, "value", "status"]], rows))
        types = dict.fromkeys(names, "VARCHAR") | {"value": "DOUBLE", "status": "VARCHAR"}
        import duckdb  # noqa: PLC0415  # 14 MB that only this file needs

        with duckdb.connect(":memory:") as connection:
            # Dictionary and paths are ours; nothing of the request reaches the statement.
            read = connection.read_csv(str(source), header=True, dtype=types)
            read.write_parquet(str(target))
        with target.open("rb") as file:
            yield from iter(lambda: file.read(PIECE), b"")
