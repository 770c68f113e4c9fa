"""A question in the browser: asked by an officer, answered by a colleague, agreed on by the county."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
QUESTION = "Får bergvärme borras närmare än tjugo meter från en brunn?"


def _press(page: Page, word: str) -> None:
    page.locator("main").get_by_role("button", name=word, exact=True).click()


def test_a_question_becomes_an_agreed_answer(visit, axe, picture) -> None:
    asks = visit("handlaggare.aneby@exempel.se", width=390)
    asks.goto("/fragor/ny/")
    asks.get_by_role("textbox", name="Din fråga").press_sequentially("slamavskiljare kontrolleras")
    expect(asks.locator("#similar")).to_contain_text("Hur ofta ska en slamavskiljare")
    assert axe(asks) == []
    asks.get_by_role("textbox", name="Din fråga").fill(QUESTION)
    asks.get_by_role("textbox", name=re.compile("Mer om frågan")).fill("Ring 036-12 34 56 om saken")
    _press(asks, "Ställ frågan")
    expect(asks.get_by_text(re.compile("Texten verkar innehålla")).first).to_be_visible()
    expect(asks.get_by_role("textbox", name="Din fråga")).to_have_value(QUESTION)
    asks.get_by_role("textbox", name=re.compile("Mer om frågan")).fill("Brunnen delas av två hus.")
    _press(asks, "Ställ frågan")
    expect(asks.get_by_role("heading", name=QUESTION)).to_be_visible()
    address = asks.url

    colleague = visit("handlaggare.vetlanda@exempel.se")
    colleague.goto("/fragor/")
    colleague.get_by_role("link", name=QUESTION).click()
    colleague.get_by_role("textbox", name="Ditt svar").fill(
        "Ja, om berget är tätt och ägaren går med på det."
    )
    colleague.locator("main").get_by_role("button", name=re.compile("^Svara?$")).click()
    expect(colleague.locator("#answers ~ blockquote")).to_contain_text("Kollega")

    coordinator = visit("samordnare@exempel.se")
    coordinator.goto(address)
    coordinator.get_by_text("Gör det till ett överenskommet svar").click()
    coordinator.get_by_label("Varför är vi överens om det?").fill("Behandlat på handläggarträffen.")
    _press(coordinator, "Enas")
    expect(coordinator.get_by_text("finns bland de överenskomna svaren")).to_be_visible()
    picture(coordinator, "overenskommet-svar-1280")

    asks.goto("/fragor/overenskomna/")
    line = asks.locator("li", has=asks.get_by_role("link", name=QUESTION))
    expect(line).to_contain_text("Behandlat på handläggarträffen.")
    line.get_by_role("link", name=QUESTION).click()
    expect(asks.locator("blockquote", has_text="om berget är tätt")).to_contain_text("Överens")
    assert axe(asks) == []
