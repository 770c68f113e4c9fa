"""Uploading a workbook: a draft, or what is wrong with it row by row."""

import pytest

from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.tests.factories import as_file, faulty, rows, xlsx
from samsyn.organisations.interface import Role

ADDRESS = "/checklistor/kem/ladda-upp/"
DRAFT = "/checklistor/kem/version/utkast/"


def test_a_workbook_becomes_a_draft_to_read(shelf):
    answer = shelf.client.post(ADDRESS, as_file(xlsx()))
    assert answer["Location"] == DRAFT
    assert "Finns säkerhetsdatablad?" in shelf.client.get(DRAFT).content.decode()
    assert shelf.checklist.versions.get().uploaded_by_id == shelf.coordinator.user_id


def test_a_new_workbook_takes_the_drafts_place(shelf):
    shelf.draft()
    assert "tar dess plats" in shelf.client.get(ADDRESS).content.decode()
    shelf.client.post(ADDRESS, as_file(xlsx(rows(q1="Ny lydelse?"))))
    assert "Ny lydelse?" in str(shelf.checklist.versions.get().definition)


def test_errors_stand_in_a_table_with_sheet_row_column_and_reason(shelf):
    answer = shelf.client.post(ADDRESS, as_file(faulty()))
    text = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert '<td>survey</td> <td class="number">3</td> <td>type</td>' in text
    assert "drömfråga" in text
    assert '<td>survey</td> <td class="number">4</td> <td>name</td>' in text
    assert "2 saker" in text


def test_nothing_is_lost_by_a_faulty_workbook(shelf):
    draft = shelf.draft()
    text = shelf.client.post(ADDRESS, as_file(faulty())).content.decode()
    assert "står kvar" in text
    assert ChecklistVersion.objects.get().pk == draft.pk


@pytest.mark.parametrize(
    ("name", "content"),
    [("kem.xlsx", b"inte en arbetsbok"), ("kem.txt", b"text"), ("kem.xlsx", b"")],
)
def test_what_is_no_workbook_is_refused_with_words(shelf, name, content):
    answer = shelf.client.post(ADDRESS, as_file(content, name))
    assert answer.status_code == 422
    assert not ChecklistVersion.objects.exists()


def test_a_workbook_under_another_kind_of_name_is_refused(shelf):
    answer = shelf.client.post(ADDRESS, as_file(xlsx(), "kem.docx"))
    assert answer.status_code == 422
    assert "kem.docx" in answer.content.decode()
    assert not ChecklistVersion.objects.exists()


def test_without_a_file_the_page_asks_for_one(shelf):
    answer = shelf.client.post(ADDRESS, {})
    assert answer.status_code == 422
    assert "Välj en arbetsbok." in answer.content.decode()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTACT, Role.MANAGER])
def test_an_office_does_not_upload(shelf, role):
    client = shelf.world.client(shelf.world.person("eva", role, shelf.world.aneby))
    answer = client.post(ADDRESS, as_file(xlsx()))
    assert answer.status_code == 403
    assert not ChecklistVersion.objects.exists()
