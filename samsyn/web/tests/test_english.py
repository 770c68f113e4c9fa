"""Those who choose English meet English, and are told where the words of the offices stay Swedish."""

import re
from html import unescape

import pytest

from samsyn.organisations.interface import root_page_of
from samsyn.web.models import InfoPage, NewsPage
from samsyn.web.tests.test_pages import PUBLIC

OF_OTHERS = (
    "/kampanjer/",
    "/handlaggarstod/",
    "/nyckeltal/",
    "/oppna-data/",
    "/konto/login/",
    "/finns-inte/",
    "/sok/?q=avlopp",
)
# Words that any Swedish sentence has and no English one; names of offices and terms of law have none of them.
SWEDISH = re.compile(
    r"\b(?:och|att|som|inte|är|på|från|till|om|av|med|din|dig|ditt)\b", re.IGNORECASE
)
A_NAME = "Mullsjö"  # two municipalities share an office, and its name has an "och"
SPOKEN = re.compile(r'\b(?:aria-label|alt|placeholder|title)="([^"]*)"')


@pytest.fixture
def english(world):
    client = world.client()
    client.cookies["django_language"] = "en"
    return client


def said_in_swedish(page: str) -> list[str]:
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->", "", page)
    texts = [*SPOKEN.findall(page), *re.split(r"<[^>]+>", page)]
    return [
        text.strip() for text in map(unescape, texts) if SWEDISH.search(text) and A_NAME not in text
    ]


@pytest.mark.parametrize("address", [*PUBLIC, *OF_OTHERS])
def test_a_public_page_is_wholly_in_english(english, address):
    page = english.get(address).content.decode()
    assert '<html lang="en"' in page
    assert said_in_swedish(page) == []


def test_the_examination_sees_a_swedish_sentence():
    assert said_in_swedish('<p>Sidan finns inte.</p><a aria-label="Om oss">x</a>')


def test_the_other_language_is_one_click_away_at_the_top(world, english):
    assert 'class="header-language" href="/sprak/en/' in world.client().get("/om/").content.decode()
    page = english.get("/om/").content.decode()
    assert 'class="header-language" href="/sprak/sv/' in page
    assert "What the offices write themselves" in page


@pytest.fixture
def agreement(world):
    return root_page_of(world.collaboration).add_child(
        instance=InfoPage(
            title="Avtalet", slug="avtalet", body=[("heading", "Vad vi lovar varandra")]
        )
    )


def test_a_page_of_an_editor_says_that_it_is_in_swedish_only(world, english, agreement):
    page = english.get("/avtalet/").content.decode()
    assert "This page is written in Swedish only" in page
    assert re.search(r'<div class="panel prose" lang="sv">.*Vad vi lovar varandra', page, re.DOTALL)
    assert "bara på svenska" not in world.client().get("/avtalet/").content.decode()


def test_a_page_that_the_editor_has_written_in_english_too_is_english(world, english, agreement):
    agreement.english_title = "The agreement"
    agreement.english_body = [("heading", "What we promise each other")]
    agreement.save()
    page = english.get("/avtalet/").content.decode()
    assert "What we promise each other" in page
    assert "The agreement" in page
    assert "Vad vi lovar" not in page
    assert "Swedish only" not in page
    assert "Vad vi lovar varandra" in world.client().get("/avtalet/").content.decode()


def test_news_are_marked_as_swedish_for_those_who_listen(world, english):
    root_page_of(world.collaboration).add_child(
        instance=NewsPage(title="Nytt stöd", slug="nytt", summary="Vi är överens.")
    )
    page = english.get("/nytt/").content.decode()
    assert '<span lang="sv">Nytt stöd</span>' in page
    assert "This page is written in Swedish only" in page
