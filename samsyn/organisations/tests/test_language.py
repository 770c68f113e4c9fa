"""A page is in Swedish until its reader chooses another language."""

import pytest


@pytest.fixture
def client(world):
    return world.client()


def language_of(answer):
    text = answer.content.decode()
    return text[text.index('<html lang="') + 12 :][:2]


def test_a_browser_that_asks_for_english_gets_swedish(client):
    answer = client.get("/om/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert language_of(answer) == "sv"
    assert answer.headers["Content-Language"] == "sv"
    assert "Accept-Language" not in answer.headers.get("Vary", "")


def test_english_is_chosen_in_the_footer_and_stays(client):
    page = client.get("/om/?a=1").content.decode()
    assert 'href="/sprak/en/?till=%2Fom%2F%3Fa%3D1"' in page
    answer = client.get("/sprak/en/?till=%2Fom%2F%3Fa%3D1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/om/?a=1")
    assert language_of(client.get("/om/")) == "en"
    assert language_of(client.get("/hjalp/")) == "en"


def test_swedish_can_be_chosen_again(client):
    client.get("/sprak/en/")
    client.get("/sprak/sv/")
    answer = client.get("/om/", headers={"accept-language": "en"})
    assert language_of(answer) == "sv"
    assert 'lang="sv" hreflang="sv" aria-current="true"' in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://annat.exempel.se/", "//annat.exempel.se/", "javascript:alert(1)", ""]
)
def test_the_choice_never_leads_away_from_us(client, elsewhere):
    assert client.get("/sprak/en/", {"till": elsewhere}).headers["Location"] == "/"


def test_a_language_that_we_do_not_speak_is_no_page(client):
    assert client.get("/sprak/de/").status_code == 404


def test_a_cookie_with_nonsense_is_swedish(client):
    client.cookies["django_language"] = "xx'; drop"
    assert language_of(client.get("/om/")) == "sv"


def test_a_sentence_after_the_request_is_not_in_the_readers_language(client):
    from django.utils import translation

    client.get("/sprak/en/")
    client.get("/om/")
    assert translation.get_language() == "sv"
