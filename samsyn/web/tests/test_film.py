"""The film is fetched from its publisher only when a visitor has asked for it."""

import pytest

from samsyn.organisations.interface import Collaboration


@pytest.fixture
def film(world):
    Collaboration.objects.filter(pk=world.collaboration.pk).update(
        film_address="https://film.exempel.se/inbaddad/1"
    )


def test_before_the_click_nothing_comes_from_the_publisher(world, film):
    answer = world.client().get("/om/film/")
    page = answer.content.decode()
    assert "<iframe" not in page
    assert "Filmen finns hos film.exempel.se" in page
    assert 'href="?visa=1#film"' in page
    assert "frame-src" not in answer.headers["Content-Security-Policy"]


def test_after_the_click_the_film_and_only_its_publisher_is_let_in(world, film):
    answer = world.client().get("/om/film/?visa=1")
    assert 'src="https://film.exempel.se/inbaddad/1"' in answer.content.decode()
    assert "frame-src https://film.exempel.se" in answer.headers["Content-Security-Policy"]
    assert "En fråga i fikarummet" in answer.content.decode()


def test_without_an_address_there_is_only_the_text(world):
    answer = world.client().get("/om/film/?visa=1")
    assert "<iframe" not in answer.content.decode()
    assert "frame-src" not in answer.headers["Content-Security-Policy"]


def test_the_start_page_leads_to_it(world, film):
    assert 'href="/om/film/#film"' in world.client().get("/").content.decode()
