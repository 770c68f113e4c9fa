"""The office's spreadsheet: taken out, filled in as people do, and read right or refused with the cell's address."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.indicators.models import Entry
from samsyn.indicators.tests.factories import STAFF, VISITS, Scene

pytestmark = pytest.mark.django_db
REPORT = "/nyckeltal/insamling/2025/aneby/"
COLUMN = {"visits": "E2", "staff": "E3"}


@pytest.fixture
def book(scene: Scene) -> openpyxl.Workbook:
    scene.open()
    answer = scene.world.client(scene.officer).get(REPORT + "mall.xlsx")
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def send(scene: Scene, book: openpyxl.Workbook | bytes, name: str = "vi.xlsx"):
    content = book
    if isinstance(book, openpyxl.Workbook):
        out = io.BytesIO()
        book.save(out)
        content = out.getvalue()
    file = SimpleUploadedFile(name, content)
    return scene.world.client(scene.officer).post(REPORT + "ladda-upp/", {"file": file})


def fill(book: openpyxl.Workbook, visits: object, staff: object) -> openpyxl.Workbook:
    sheet = book.worksheets[0]
    sheet[COLUMN["visits"]], sheet[COLUMN["staff"]] = visits, staff
    return book


def test_the_sheet_asks_for_this_offices_numbers_with_last_years_beside(scene: Scene) -> None:
    scene.release(2024, aneby=(97, 2))
    scene.open(2025)
    answer = scene.world.client(scene.officer).get(REPORT + "mall.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    assert [cell.value for cell in sheet[1]][:5] == [
        "Nyckel",
        "Tal",
        "Enhet",
        "Förra året",
        "Värde",
    ]
    assert (sheet["A2"].value, sheet["D2"].value) == (VISITS, 97)


def test_first_a_dry_run_then_saved(scene: Scene, book: openpyxl.Workbook) -> None:
    answer = send(scene, fill(book, 120, 2.5))
    assert answer.status_code == 200
    assert not Entry.objects.exists()
    content = answer.context["content"]
    done = scene.world.client(scene.officer).post(REPORT + "ladda-upp/", {"content": content})
    assert done.status_code == 302
    assert {e.key: float(e.value) for e in Entry.objects.all()} == {VISITS: 120, STAFF: 2.5}


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1 200", 1200), ("1 200", 1200), ("120", 120), (" 120 ", 120), (120.0, 120)],
)
def test_numbers_are_read_as_swedes_write_them(
    scene: Scene, book: openpyxl.Workbook, typed: object, value: int
) -> None:
    reading = send(scene, fill(book, typed, "2,5")).context["reading"]
    assert reading.typed[VISITS].value == value
    assert float(reading.typed[STAFF].value) == 2.5


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1.200", "kan läsas på två sätt"),
        ("cirka 120", "är inte ett tal"),
        ("1 20", "blandar tecken"),
        (-4, "inte vara lägre än 0"),
        (True, "är inte ett tal"),
        ("=1+1", "är inte ett tal"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_cells_address(
    scene: Scene, book: openpyxl.Workbook, typed: object, sentence: str
) -> None:
    answer = send(scene, fill(book, typed, 2))
    if typed == "=1+1":  # a formula without a stored result is an empty cell
        assert answer.context["reading"].typed[VISITS].value is None
        return
    assert answer.status_code == 422
    problem = answer.context["reading"].problems[0]
    assert problem.cell == "E2" and sentence in problem.text
    assert not Entry.objects.exists()


def test_moved_columns_and_rows_are_found_by_head_and_key(
    scene: Scene, book: openpyxl.Workbook
) -> None:
    fill(book, 120, 2)
    old = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    moved = openpyxl.Workbook()
    order = [7, 4, 1, 0, 6, 5, 3, 2]
    for row in [old[0], old[2], old[1]]:
        moved.worksheets[0].append([row[place] for place in order])
    reading = send(scene, moved).context["reading"]
    assert (reading.typed[VISITS].value, reading.typed[STAFF].value) == (120, 2)


def test_a_sheet_of_another_kind_says_what_is_needed(scene: Scene, book: openpyxl.Workbook) -> None:
    text = send(scene, openpyxl.Workbook()).content.decode()
    assert "Utgå från ert eget kalkylblad" in text


@pytest.mark.parametrize(
    ("name", "content"), [("x.xlsx", b"PK\x03\x04 nej"), ("x.exe", b"MZ"), ("x.csv", b"a;b\n1;2")]
)
def test_a_file_that_is_no_workbook_is_refused(
    scene: Scene, book: openpyxl.Workbook, name: str, content: bytes
) -> None:
    assert send(scene, content, name).status_code == 422


def test_unknown_and_doubled_keys_are_named(scene: Scene, book: openpyxl.Workbook) -> None:
    sheet = fill(book, 120, 2).worksheets[0]
    sheet["A3"] = VISITS
    sheet["A4"], sheet["E4"] = "okand", 3
    problems = [(p.cell, p.text) for p in send(scene, book).context["reading"].problems]
    assert ("A3", "Samma tal står på två rader. Ta bort den ena.") in problems
    assert any(cell == "A4" and "efterfrågas inte" in text for cell, text in problems)


def test_a_reason_is_taken_from_the_list(scene: Scene, book: openpyxl.Workbook) -> None:
    sheet = fill(book, None, 2).worksheets[0]
    sheet["F2"] = "sekretess"
    assert send(scene, book).context["reading"].typed[VISITS].missing == "secrecy"
    sheet["F2"] = "vet inte"
    assert send(scene, book).context["reading"].problems[0].cell == "F2"


def test_a_copy_that_was_tampered_with_is_not_read(scene: Scene, book: openpyxl.Workbook) -> None:
    content = send(scene, fill(book, 120, 2)).context["content"]
    scene.world.client(scene.officer).post(REPORT + "ladda-upp/", {"content": "A" + content})
    assert not Entry.objects.exists()


def test_another_office_reads_nothing_in(scene: Scene, book: openpyxl.Workbook) -> None:
    answer = scene.world.client(scene.stranger).post(REPORT + "ladda-upp/", {"content": "x"})
    assert answer.status_code == 403
