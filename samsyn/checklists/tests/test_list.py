"""The list of checklists, and making one."""

import pytest

from samsyn.checklists.models import Checklist
from samsyn.organisations.interface import Role

MADE = {"title": "Fordonstvättar", "slug": "tvatt", "purpose": "Se utsläppen.", "source": ""}


@pytest.fixture
def officer(shelf):
    return shelf.world.client(shelf.world.person("eva", Role.OFFICER, shelf.world.aneby))


def test_members_read_which_version_is_in_use(shelf, officer):
    shelf.published()
    text = officer.get("/checklistor/").content.decode()
    assert "Version 1, publicerad 23 november 2026" in text
    assert "/checklistor/ny/" not in text


def test_a_draft_shows_for_those_who_publish_only(shelf, officer):
    shelf.draft()
    assert "Utkast" in shelf.client.get("/checklistor/").content.decode()
    assert "Utkast" not in officer.get("/checklistor/").content.decode()


def test_other_collaborations_lists_are_not_here(shelf):
    stranger = shelf.world.person("siv", Role.COORDINATOR, other=True)
    client = shelf.world.client(stranger, host="annan.localhost")
    assert "Kemikalier" not in client.get("/checklistor/").content.decode()
    assert client.get("/checklistor/kem/").status_code == 404


def test_visitors_are_asked_to_sign_in(shelf):
    assert shelf.world.client().get("/checklistor/").status_code == 302


def test_a_longer_list_costs_no_more_queries(shelf, django_assert_max_num_queries, officer):
    officer.get("/checklistor/")
    with django_assert_max_num_queries(40) as before:
        officer.get("/checklistor/")
        asked = len(before)
    for number in range(4):
        shelf.client.post("/checklistor/ny/", {**MADE, "slug": f"lista-{number}"})
    with django_assert_max_num_queries(asked):
        officer.get("/checklistor/")


def test_the_coordinator_makes_one_and_goes_on_to_the_upload(shelf):
    answer = shelf.client.post("/checklistor/ny/", MADE)
    assert answer["Location"] == "/checklistor/tvatt/ladda-upp/"
    assert Checklist.objects.get(slug="tvatt").collaboration == shelf.world.collaboration


@pytest.mark.parametrize("slug", ["kem", "ny", ""])
def test_a_short_name_that_is_taken_is_refused_and_the_rest_is_kept(shelf, slug):
    answer = shelf.client.post("/checklistor/ny/", {**MADE, "slug": slug})
    assert answer.status_code == 422
    assert "Fordonstvättar" in answer.content.decode()
    assert Checklist.objects.count() == 1


def test_an_officer_makes_none(shelf, officer):
    assert officer.get("/checklistor/ny/").status_code == 403
    assert officer.post("/checklistor/ny/", MADE).status_code == 403
