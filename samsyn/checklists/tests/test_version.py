"""Reading a version, taking it with you as a workbook or on paper, comparing, and taking it out of use."""

import io

import openpyxl
import pytest

from samsyn.checklists.conditions import condition_words
from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.queries import definition_of
from samsyn.checklists.tests.factories import SV, as_file, rows
from samsyn.core.pdf.tests.factories import check, text_of
from samsyn.lib.xform import compile_form, read_workbook
from samsyn.organisations.interface import Role

ADDRESS = "/checklistor/kem/version/1/"
SKIPPED = {
    "type": "text", "name": "vad", SV: "Vad saknas?", "relevant": "${q1} = 'a' and ${antal} > 3",
}  # fmt: skip


@pytest.fixture
def officer(shelf):
    return shelf.world.client(shelf.world.person("eva", Role.OFFICER, shelf.world.aneby))


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_members_read_questions_with_law_purpose_answers_and_guidance(shelf, officer):
    shelf.published()
    text = page(officer, ADDRESS)
    for said in (
        "Finns säkerhetsdatablad?", "MB 26 kap. 19 §", "Kunskap om riskerna.", "A, avvikelse (avvikelse)",
        "kan ge sanktionsavgift", 'href="https://exempel.se/vagledning"',
    ):  # fmt: skip
        assert said in text


def test_a_condition_is_told_in_words(shelf, officer):
    shelf.published(rows(SKIPPED))
    text = page(officer, ADDRESS)
    assert (
        "Ställs om svaret på ”1 Finns säkerhetsdatablad?” är A, avvikelse och “Antal fat” &gt; 3."
        in text
    )


def test_a_condition_on_several_answers_is_told_in_words(shelf):
    several = {"type": "select_multiple x", "name": "avfall", SV: "Vilket avfall?"}
    asked = {"type": "text", "name": "mer", SV: "Mer?", "relevant": "selected(${avfall}, 'o')"}
    book = compile_form(
        read_workbook(_xlsx([several, asked], [{"list_name": "x", "name": "o", SV: "Olja"}])),
        form_id="x", version="1", title="x",
    )  # fmt: skip
    words = condition_words(book, book.by_name["mer"], "sv")
    assert "Vilket avfall?" in words and "Olja" in words and "selected" not in words


def _xlsx(survey, choices) -> bytes:
    from samsyn.lib.xform import Workbook, write_workbook

    return write_workbook(Workbook(survey=survey, choices=choices))


def test_the_workbook_comes_back_and_makes_the_same_form(shelf, officer):
    version = shelf.published()
    answer = officer.get(f"{ADDRESS}xlsx/")
    content = b"".join(answer.streaming_content)
    again = compile_form(read_workbook(content), form_id="kem", version="1", title="Kemikalier")
    assert [item.label for item in again.items] == [
        item.label for item in definition_of(version).items
    ]
    with version.workbook.file.open("rb") as stored:
        assert content == stored.read()
    assert "attachment" in answer["Content-Disposition"]


def test_on_paper_every_question_stands_with_its_answers(shelf, officer):
    shelf.published(rows(SKIPPED))
    answer = officer.get(f"{ADDRESS}pdf/")
    assert answer["Content-Type"] == "application/pdf"
    check(answer.content)
    text = " ".join(text_of(answer.content).split())
    for said in (
        "Kemikalier",
        "Finns säkerhetsdatablad?",
        "UA, utan avvikelse",
        "Vad saknas?",
        "Antal fat",
    ):
        assert said in text


def test_a_draft_on_paper_says_that_it_is_one(shelf):
    shelf.draft()
    content = shelf.client.get("/checklistor/kem/version/utkast/pdf/").content
    assert "UTKAST" in text_of(content)


def test_the_example_workbook_uploads_without_a_problem(shelf):
    content = shelf.client.get("/checklistor/exempel.xlsx").content
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == [
        "survey",
        "choices",
        "settings",
    ]
    answer = shelf.client.post("/checklistor/kem/ladda-upp/", as_file(content))
    assert answer.status_code == 302
    text = page(shelf.client, "/checklistor/kem/version/utkast/")
    assert "Hur många liter rymmer invallningen?" in text


def test_two_versions_stand_beside_each_other_item_by_item(shelf, officer):
    shelf.published()
    shelf.second()
    text = page(officer, "/checklistor/kem/jamfor/")
    assert "Finns säkerhetsdatablad?" in text and "Finns aktuella säkerhetsdatablad?" in text
    assert "Annan lydelse" in text and "Kommentar i övrigt" in text
    same = page(officer, "/checklistor/kem/jamfor/?fran=2&till=2")
    assert "Annan lydelse" not in same


def test_only_versions_that_may_be_seen_are_compared(shelf, officer):
    shelf.published()
    shelf.draft(rows(q1="Hemlig lydelse?"))
    assert officer.get("/checklistor/kem/jamfor/?till=utkast").status_code == 404
    assert "Hemlig lydelse?" not in page(officer, "/checklistor/kem/jamfor/")
    assert "Hemlig lydelse?" in page(shelf.client, "/checklistor/kem/jamfor/")


@pytest.mark.parametrize("word", ["2", "utkast", "0", "9999999999", "x"])
@pytest.mark.parametrize("what", ["", "xlsx/", "pdf/"])
def test_what_is_not_there_or_not_hers_is_not_found(shelf, officer, word, what):
    shelf.published()
    shelf.draft(rows(q1="Ny?"))
    assert officer.get(f"/checklistor/kem/version/{word}/{what}").status_code == 404


def test_a_version_is_taken_out_of_use_with_a_reason_and_stays_readable(shelf, officer):
    version = shelf.published()
    assert shelf.client.post(f"{ADDRESS}ta-ur-bruk/", {"reason": " "}).status_code == 422
    assert officer.post(f"{ADDRESS}ta-ur-bruk/", {"reason": "Fel"}).status_code == 403
    assert shelf.client.post(f"{ADDRESS}ta-ur-bruk/", {"reason": "Fel fråga"}).status_code == 302
    version.refresh_from_db()
    assert version.state == ChecklistVersion.State.WITHDRAWN
    assert "Finns säkerhetsdatablad?" in page(officer, ADDRESS)
