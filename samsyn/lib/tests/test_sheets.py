"""Somebody's own table is read as text, whatever it is; what is not honest or too large is refused by name."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from samsyn.lib.sheets import SheetRefused, read_table


def workbook(*rows: list[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_workbook_gives_texts_days_and_whole_numbers() -> None:
    table = read_table(
        "a.xlsx",
        workbook(
            ["Dnr", "Dag", "Tid", "Antal"],
            ["M-1", date(2026, 3, 4), datetime(2026, 3, 4, 10, 30), 3.0],  # noqa: DTZ001  # a spreadsheet knows no time zone
            [None, None, None, None],
            ["M-2", "2026-03-05", None, 2.5],
        ),
    )
    assert table.headings == ("Dnr", "Dag", "Tid", "Antal")
    assert table.rows[0].values == {
        "Dnr": "M-1",
        "Dag": "2026-03-04",
        "Tid": "2026-03-04T10:30:00",
        "Antal": "3",
    }
    assert (table.rows[1].number, table.rows[1].values["Antal"]) == (4, "2.5")


def test_a_formula_is_text_and_is_marked() -> None:
    row = read_table("a.xlsx", workbook(["A", "B"], ["=1+1", "x"])).rows[0]
    assert row.values["A"] == "=1+1"
    assert row.formulas == {"A"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_in_the_ways_swedish_programs_write_it(delimiter: str, encoding: str) -> None:
    text = f'Dnr{delimiter}Anmärkning\r\nÅ-1{delimiter}"rad 1\nrad 2"\r\n'
    row = read_table("a.csv", text.encode(encoding)).rows[0]
    assert row.values == {"Dnr": "Å-1", "Anmärkning": "rad 1\nrad 2"}


def test_a_formula_in_csv_is_marked_too() -> None:
    assert read_table("a.csv", b"A;B\n=HYPERLINK(1);2\n").rows[0].formulas == {"A"}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"no workbook", "damaged"),
        ("a.csv", b"A;B\n\x00;1\n", "damaged"),
        ("a.csv", b"A;B\n", "no_rows"),
        ("a.csv", b"\n;;\n", "no_heading"),
        ("a.csv", b"A;A\n1;2\n", "heading_twice"),
        ("a.csv", b"A\n" + b"1\n" * 5_001, "too_many_rows"),
        ("a.csv", b";".join(b"c%d" % i for i in range(301)) + b"\n1\n", "too_many_columns"),
        ("a.csv", b"A\n" + b"x" * 20_001, "cell_too_long"),
        ("a.xlsx", workbook(["A"], *([1] for _ in range(5_001))), "too_many_rows"),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_table(name, content)
    assert refused.value.code == code


def test_a_zip_bomb_and_entities_are_refused_before_anything_is_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (61 * 1024 * 1024))
    with pytest.raises(SheetRefused) as refused:
        read_table("a.xlsx", bomb.getvalue())
    assert refused.value.code == "unpacks_too_large"
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')
    with pytest.raises(SheetRefused) as refused:
        read_table("a.xlsx", evil.getvalue())
    assert refused.value.code == "has_entities"
