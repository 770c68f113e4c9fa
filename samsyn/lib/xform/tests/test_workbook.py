"""Spreadsheets as people and attackers send them."""

import io
import tracemalloc
import zipfile

import openpyxl
import pytest
import xlsxwriter

from samsyn.lib.xform import FormRefused, Workbook, read_workbook, write_workbook
from samsyn.lib.xform.workbook import MOST_BYTES, MOST_ROWS


def sheets(**rows: list[list[object]]) -> bytes:
    """An .xlsx with the sheets' rows, as Excel would save it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, listed in rows.items():
        sheet = book.create_sheet(name)
        for row in listed:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The same archive with parts exchanged or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part, old.read(part))
        for name, text in parts.items():
            new.writestr(name, text)
    return target.getvalue()


def refusal(content: bytes):
    with pytest.raises(FormRefused) as caught:
        read_workbook(content)
    return caught.value.problems


HONEST = sheets(survey=[["type", "name", "label"], ["text", "a", "Fråga"]])


def test_rows_come_with_the_numbers_they_have_in_the_spreadsheet():
    book = read_workbook(
        sheets(
            survey=[
                ["type", "name", "label"],
                ["text", "a", "Fråga"],
                [None],
                ["integer", "b", "Tal"],
            ],
            choices=[["list_name", "name"], ["l", 1]],
            settings=[["form_title"], ["Titel"]],
        )
    )
    assert book.survey == [
        {"type": "text", "name": "a", "label": "Fråga", "_row": 2},
        {"type": "integer", "name": "b", "label": "Tal", "_row": 4},
    ]
    assert book.choices == [{"list_name": "l", "name": "1", "_row": 2}]
    assert book.settings == {"form_title": "Titel"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "yes"),
        (False, "no"),
        ("  två  ", "två"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_cells_become_text(value, text):
    book = read_workbook(sheets(survey=[["type", "name"], ["text", value]]))
    assert book.survey[0]["name"] == text


def test_sheets_are_known_by_name_in_any_case_and_others_are_left_alone():
    book = read_workbook(
        sheets(Survey=[["type"], ["text"]], anteckningar=[["=1+1"], ["vad som helst"]])
    )
    assert [row["type"] for row in book.survey] == ["text"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"not a zip",
        b"%PDF-1.7",
        HONEST[:400],
        HONEST[:-30],
        repacked(HONEST, **{"xl/workbook.xml": b"<workbook"}),
    ],
    ids=["empty", "head", "text", "pdf", "torn", "no end", "broken part"],
)
def test_what_is_no_workbook_is_refused(content):
    assert [problem.code for problem in refusal(content)] == ["not_a_workbook"]


def test_another_zip_is_no_workbook():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("brev.txt", "hej")
    assert refusal(target.getvalue())[0].code == "not_a_workbook"


def test_a_file_over_the_size_is_not_opened():
    assert refusal(b"PK" + b"\0" * MOST_BYTES)[0].code == "too_large"


def test_a_bomb_is_refused_without_being_unpacked():
    bomb = repacked(HONEST, **{"xl/bomb.xml": b"\0" * (80 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    tracemalloc.start()
    problems = refusal(bomb)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problems[0].code == "unpacks_too_large"
    assert most < 8 * 1024 * 1024


def test_a_bomb_that_lies_about_its_size_is_refused():
    bomb = bytearray(repacked(HONEST, **{"xl/bomb.xml": b"\0" * (80 * 1024 * 1024)}))
    at = bomb.rindex(b"xl/bomb.xml") - 46  # the size in the archive's own list of contents
    bomb[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refusal(bytes(bomb))[0].code in {"unpacks_too_large", "not_a_workbook"}


def test_thousands_of_parts_are_refused():
    parts = {f"xl/{number}.xml": b"<a/>" for number in range(500)}
    assert refusal(repacked(HONEST, **parts))[0].code == "unpacks_too_large"


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;">]>',
        b'<!DOCTYPE a SYSTEM "http://exempel.se/a.dtd">',
    ],
)
def test_external_and_nested_entities_are_refused(head):
    hostile = repacked(
        HONEST, **{"xl/sharedStrings.xml": b'<?xml version="1.0"?>' + head + b"<sst>&b;</sst>"}
    )
    assert refusal(hostile)[0].code == "has_entities"


def test_macros_are_refused():
    assert (
        refusal(repacked(HONEST, **{"xl/vbaProject.bin": b"Sub Auto_Open"}))[0].code == "has_macros"
    )


def test_a_hundred_thousand_rows_are_refused_at_the_first_too_many():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("survey")
        for number in range(100_000):
            sheet.write_row(number, 0, ["text", f"a{number}"])
    (problem,) = refusal(target.getvalue())
    assert (problem.code, problem.sheet, problem.params) == (
        "too_many_rows",
        "survey",
        {"most": MOST_ROWS["survey"]},
    )


def test_a_workbook_without_the_sheet_survey_says_what_it_found():
    (problem,) = refusal(sheets(Blad1=[["type"]], Blad2=[["x"]]))
    assert (problem.code, problem.params) == ("no_survey_sheet", {"found": "Blad1, Blad2"})


def test_a_formula_is_named_with_its_cell_and_never_run():
    problems = refusal(
        sheets(
            survey=[
                ["type", "name", "label"],
                ["text", "a", '=HYPERLINK("http://exempel.se")'],
                ["text", "=1+1", "x"],
            ]
        )
    )
    assert [(one.code, one.row, one.column) for one in problems] == [
        ("formula_in_cell", 2, "label"),
        ("formula_in_cell", 3, "name"),
    ]


def test_a_cell_with_a_novel_is_named():
    (problem,) = refusal(sheets(survey=[["type", "name"], ["text", "a" * 20_001]]))
    assert (problem.code, problem.row, problem.column) == ("cell_too_long", 2, "name")


def test_a_written_workbook_reads_back_the_same_and_holds_no_formula():
    book = Workbook(
        survey=[
            {"type": "text", "name": "a", "label::Svenska (sv)": "=1+1", "_row": 2},
            {"type": "integer", "name": "b", "samsyn_law": "MB 26 kap. 19 §", "_row": 3},
        ],
        choices=[{"list_name": "l", "name": "x", "label": "@SUM(A1)", "_row": 2}],
        settings={"form_title": "Prov"},
    )
    content = write_workbook(book)
    assert read_workbook(content) == book
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())


def test_our_own_columns_stand_last_so_that_other_tools_show_theirs_first():
    content = write_workbook(
        Workbook(survey=[{"samsyn_number": "1", "label": "x", "name": "a", "type": "text"}])
    )
    rows = list(openpyxl.load_workbook(io.BytesIO(content))["survey"].iter_rows(values_only=True))
    assert rows[0] == ("type", "name", "label", "samsyn_number")
