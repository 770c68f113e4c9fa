"""From a Word file over referral and decision to an edition and its review, in the browser."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today
from samsyn.guidance.tests.word_files import guidance

pytestmark = pytest.mark.browser
TITLE = "Tvätthallar vid vattentäkt"
HERE = "/handlaggarstod/tvatthallar-vid-vattentakt/"


def _press(page: Page, word: str) -> None:
    page.locator("main").get_by_role("button", name=word, exact=True).click()


def test_a_word_file_becomes_an_edition_that_is_reviewed(visit, axe, picture) -> None:
    coordinator = visit("samordnare@exempel.se")
    coordinator.goto("/handlaggarstod/nytt/")
    coordinator.get_by_label("Titel", exact=True).fill(TITLE)
    coordinator.get_by_label("Adress", exact=True).fill("tvatthallar-vid-vattentakt")
    coordinator.get_by_label("Syfte", exact=True).fill("Så bedömer vi tvätthallar nära vattentäkt.")
    _press(coordinator, "Påbörja")

    coordinator.get_by_role("link", name="Hämta från Word").click()
    word = {
        "name": "stod.docx",
        "mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "buffer": guidance(without_text=False),
    }
    coordinator.get_by_label("Word-fil").set_input_files(word)
    _press(coordinator, "Hämta in")
    expect(coordinator.get_by_role("heading", name="Förvaring")).to_be_visible()
    expect(coordinator.get_by_role("img", name="En avskiljare i genomskärning")).to_be_visible()
    expect(coordinator.get_by_text("Inget saknas i texten.")).to_be_visible()
    assert axe(coordinator) == []
    picture(coordinator, "handlaggarstod-utkast-1280")

    coordinator.get_by_role("link", name="Skicka på remiss").click()
    last = (today() + timedelta(days=14)).isoformat()
    coordinator.get_by_label("Sista dag för synpunkter").fill(last)
    _press(coordinator, "Skicka ut")

    contact = visit("kontakt.aneby@exempel.se", width=390)
    contact.goto(HERE + "remiss/")
    contact.get_by_role("link", name="Svara för Aneby").click()
    contact.get_by_label(re.compile("Synpunkt på 2.1")).fill("Ange volymen.")
    assert axe(contact) == []
    _press(contact, "Lämna svaret")
    expect(contact.get_by_text("Ange volymen.")).to_be_visible()

    coordinator.reload()
    _press(coordinator, "Avsluta remissen")
    coordinator.goto(HERE + "publicera/")
    _decide(coordinator)
    expect(coordinator.get_by_text(re.compile("synpunkter saknar svar")).first).to_be_visible()
    coordinator.goto(HERE + "remiss/")
    coordinator.get_by_role("link", name=re.compile("Skriv ett svar")).click()
    coordinator.get_by_label("Svar", exact=True).fill("Volymen står i tabellen i 2.2.")
    _press(coordinator, "Spara svaret")
    contact.reload()
    expect(contact.get_by_text("Volymen står i tabellen i 2.2.")).to_be_visible()

    coordinator.goto(HERE + "publicera/")
    _decide(coordinator)
    expect(coordinator.locator("main")).to_contain_text("styrgruppen")
    expect(coordinator.get_by_text("Gäller", exact=True).first).to_be_visible()
    coordinator.get_by_role("link", name="Granska", exact=True).click()
    coordinator.get_by_role("radio", name="Bekräftat oförändrat").check()
    coordinator.get_by_label("Orsak").fill("Lag och länkar kontrollerade.")
    _press(coordinator, "Spara")
    coordinator.goto("/handlaggarstod/granskning/")
    row = coordinator.locator("li", has=coordinator.get_by_role("heading", name=TITLE))
    expect(row).to_contain_text("Lag och länkar kontrollerade.")


def _decide(page: Page) -> None:
    page.get_by_label("Vem som beslutade").fill("styrgruppen")
    page.get_by_label("Beslutsdag").fill(today().isoformat())
    page.get_by_label("Paragraf i protokollet").fill("14")
    _press(page, "Spara")
