"""The help: a guide per role, what is new, and a tour on my page for those who are new, until they have had enough."""

import pytest
from django.urls import reverse

from samsyn.organisations.interface import Role
from samsyn.web.guides import GUIDES
from samsyn.web.models import EndedTour
from samsyn.web.whats_new import WHATS_NEW


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.slug)
def test_each_guide_is_a_page_with_its_steps_and_where_they_are_done(world, guide):
    page = world.client().get(f"/hjalp/{guide.slug}/").content.decode()
    assert str(guide.title) in page
    for step in guide.steps:
        assert str(step.text) in page
        if step.address:
            assert f'href="{reverse(step.address)}"' in page
        if step.picture:
            assert f'alt="{step.shows}"' in page


def test_every_role_that_does_something_has_a_guide_and_the_help_leads_to_all(world):
    roles = {role for guide in GUIDES for role in guide.roles}
    assert set(Role) - roles == {Role.REGION, Role.LECTURER}
    page = world.client().get("/hjalp/").content.decode()
    for guide in GUIDES:
        assert f'href="/hjalp/{guide.slug}/"' in page
    assert 'href="/hjalp/nytt/"' in page


def test_a_guide_that_is_not_there_is_no_page(world):
    assert world.client().get("/hjalp/finns-inte/").status_code == 404


def test_what_is_new_stands_newest_first_with_where_it_is(world):
    page = world.client().get("/hjalp/nytt/").content.decode()
    days = [one.day for one in WHATS_NEW]
    assert days == sorted(days, reverse=True)
    for one in WHATS_NEW:
        assert str(one.text) in page
        assert f'href="{reverse(one.address)}"' in page


# --- The tour on my page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "guide"),
    [
        (Role.OFFICER, "inspektera"),
        (Role.CONTACT, "kontor"),
        (Role.MANAGER, "kontor"),
        (Role.COORDINATOR, "samordna"),
    ],
)
def test_who_is_new_is_shown_around(world, role, guide):
    office = None if role == Role.COORDINATOR else world.aneby
    page = world.client(world.person("eva", role, office)).get("/min-sida/").content.decode()
    assert "Ny här?" in page
    assert f'action="/min-sida/rundtur/{guide}/"' in page


def test_others_have_no_tour(world):
    page = world.client(world.person("eva", Role.STEERING)).get("/min-sida/").content.decode()
    assert "Ny här?" not in page


def test_the_tour_is_gone_when_she_has_had_enough_also_if_she_says_so_twice(world):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.post("/min-sida/rundtur/inspektera/", follow=True).status_code == 200
    client.post("/min-sida/rundtur/inspektera/")
    assert "Ny här?" not in client.get("/min-sida/").content.decode()
    assert EndedTour.objects.count() == 1
    other = world.client(world.person("bo", Role.OFFICER, world.aneby))
    assert "Ny här?" in other.get("/min-sida/").content.decode()


def test_a_visitor_has_no_tour_to_end(world):
    answer = world.client().post("/min-sida/rundtur/inspektera/")
    assert answer.headers["Location"].startswith("/konto/login/")
    assert not EndedTour.objects.exists()


def test_a_tour_that_is_not_there_is_no_page(world):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.post("/min-sida/rundtur/finns-inte/").status_code == 404
