"""A cube in the formats that the API gives: JSON-stat 2, CSV, Excel, HTML and Parquet."""

import csv
import io
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from itertools import product
from pathlib import Path
from typing import Any

import duckdb
import orjson
import xlsxwriter

from samsyn.indicators.cube import CONTENTS, Cube, Dimension

CONTENT_TYPES = {
    "json-stat2": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def written(cube: Cube, name: str, *, href: str) -> bytes:
    """The cube in the named format; `href` is its own address. KeyError for a format we do not have."""
    if name == "json-stat2":
        return orjson.dumps(json_stat(cube, href=href))
    return {"csv": _csv, "xlsx": _xlsx, "html": _html, "parquet": _parquet}[name](cube)


def json_stat(cube: Cube, *, href: str, with_values: bool = True) -> dict[str, Any]:
    """JSON-stat 2.0 as PxWebApi 2 gives it: dense values, and the sign of what is missing as status."""
    found: dict[str, Any] = {
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
    if with_values:
        cells = [cube.cell(place) for place in places_of(cube)]
        found["value"] = [None if value is None else _number(value) for value, _sign in cells]
        found["status"] = {str(at): sign for at, (_value, sign) in enumerate(cells) if sign}
    return found


def places_of(cube: Cube) -> Iterator[tuple[str, ...]]:
    """Every place of the cube in row-major order."""
    return product(*(d.codes for d in cube.dimensions))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


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
    others = [d for d in cube.dimensions if d.code != CONTENTS]
    at = [d.code for d in cube.dimensions].index(CONTENTS)
    heads = [d.label for d in others] + [v.label for v in contents.values]
    heads += [f"{v.label}, status" for v in contents.values]

    def rows() -> Iterator[list[Any]]:
        for place in product(*(d.values for d in others)):
            codes = [value.code for value in place]
            cells = [cube.cell((*codes[:at], value.code, *codes[at:])) for value in contents.values]
            yield [
                *(value.label for value in place),
                *(value for value, _sign in cells),
                *(sign for _value, sign in cells),
            ]

    return heads, rows()


def _csv(cube: Cube) -> bytes:
    out = io.StringIO()
    heads, rows = rows_of(cube)
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _xlsx(cube: Cube) -> bytes:
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
    return out.getvalue()


def _html(cube: Cube) -> bytes:
    heads, rows = rows_of(cube)
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{'' if c is None else escape(str(c))}</td>" for c in row) + "</tr>"
        for row in rows
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in cube.notes)
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{escape(cube.label)}</title></head>'
        f"<body><table><caption>{escape(cube.label)}</caption><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
        f"{notes}</body></html>"
    ).encode()


def _parquet(cube: Cube) -> bytes:
    """One row per cell: the codes of the dimensions, the value and the sign; written by DuckDB from a CSV of ours."""
    names = [d.code for d in cube.dimensions]
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "cells.csv", Path(folder) / "cells.parquet"
        with source.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*names, "value", "status"])
            for place in places_of(cube):
                value, sign = cube.cell(place)
                writer.writerow([*place, "" if value is None else value, sign])
        types = dict.fromkeys(names, "VARCHAR") | {"value": "DOUBLE", "status": "VARCHAR"}
        with duckdb.connect(":memory:") as connection:
            # Dictionary and paths are ours; nothing of the request reaches the statement.
            read = connection.read_csv(str(source), header=True, dtype=types)
            read.write_parquet(str(target))
        return target.read_bytes()
