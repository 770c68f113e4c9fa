"""An office's own questions beside the common ones."""

import pytest

from samsyn.checklists.models import LocalQuestions
from samsyn.checklists.tests.factories import as_file, faulty, own_questions
from samsyn.organisations.interface import Role

ADDRESS = "/checklistor/kem/version/1/egna-fragor/aneby/"


@pytest.fixture
def manager(shelf):
    shelf.published()
    return shelf.world.client(shelf.world.person("eva", Role.MANAGER, shelf.world.aneby))


def test_those_who_speak_for_the_office_set_its_own_questions(shelf, manager):
    assert manager.post(ADDRESS, as_file(own_questions())).status_code == 302
    assert "Antal hästar" in manager.get(ADDRESS).content.decode()
    assert LocalQuestions.objects.get().office == shelf.world.aneby


def test_a_new_workbook_takes_the_old_ones_place(manager):
    manager.post(ADDRESS, as_file(own_questions()))
    manager.post(ADDRESS, as_file(own_questions("egen_2")))
    assert LocalQuestions.objects.count() == 1
    assert "egen_2" in str(LocalQuestions.objects.get().definition)


def test_a_name_of_the_common_questions_is_taken(manager):
    answer = manager.post(ADDRESS, as_file(own_questions("q1")))
    assert answer.status_code == 422
    assert not LocalQuestions.objects.exists()


def test_errors_stand_in_the_same_table(manager):
    answer = manager.post(ADDRESS, as_file(faulty()))
    assert answer.status_code == 422
    assert "drömfråga" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.OFFICER])
def test_others_set_none(shelf, manager, role):
    client = shelf.world.client(shelf.world.person("bo", role, shelf.world.aneby))
    assert client.post(ADDRESS, as_file(own_questions())).status_code == 403


def test_nobody_sets_them_for_another_office(shelf, manager):
    other = shelf.world.client(shelf.world.person("bo", Role.MANAGER, shelf.world.habo))
    assert other.post(ADDRESS, as_file(own_questions())).status_code == 403
    assert shelf.client.post(ADDRESS, as_file(own_questions())).status_code == 403
