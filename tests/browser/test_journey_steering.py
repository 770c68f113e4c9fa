"""From a need that an officer types to a line in the annual report, in the browser."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today

pytestmark = pytest.mark.browser
TITLE = "Gemensam syn på bergvärme"


def _save(page: Page, word: str = "Spara") -> None:
    page.locator("main").get_by_role("button", name=word, exact=True).click()


def _start_the_guidance(page: Page, number: str, axe) -> None:
    """One action starts the guidance; its page leads back to the need's number, and the activity to it."""
    page.get_by_role("link", name="Starta handläggarstöd").click()
    page.get_by_label("Område", exact=True).select_option("sewage")
    assert axe(page) == []
    _save(page)
    chain = page.locator(
        "section.panel", has=page.get_by_role("heading", name="Från behov till resultat")
    )
    expect(chain.get_by_role("link", name=re.compile(number))).to_be_visible()
    chain.get_by_role("link", name=re.compile("Aktiviteten i planen")).click()
    expect(
        page.locator("main").get_by_role("link", name=f"Handläggarstöd: {TITLE}")
    ).to_be_visible()


def test_a_need_becomes_a_line_in_the_annual_report(visit, axe, picture) -> None:
    officer = visit("handlaggare.aneby@exempel.se", width=390)
    officer.goto("/forslag/behov/")
    officer.get_by_label("Vad behövs?").fill(TITLE)
    officer.get_by_label(re.compile("Varför")).fill(
        "Vi ställer olika krav på avstånd till brunnar."
    )
    _save(officer)
    assert axe(officer) == []
    officer.get_by_role("link", name="Gör ett förslag av det").click()
    officer.get_by_label("Syfte", exact=True).fill("Samma avstånd i hela länet.")
    officer.get_by_label("Typ", exact=True).select_option("guidance")
    _save(officer)
    number = officer.url.rstrip("/").rsplit("/", 1)[-1]

    coordinator = visit("samordnare@exempel.se")
    coordinator.goto("/styrgrupp/nytt/")
    coordinator.get_by_label("Dag", exact=True).fill((today() + timedelta(days=2)).isoformat())
    _save(coordinator)
    coordinator.get_by_role("link", name="Lägg till ett ärende").click()
    coordinator.get_by_label("Ärende", exact=True).fill(TITLE)
    coordinator.get_by_label(re.compile("Förslaget det gäller")).select_option(
        label=f"{number} {TITLE}"
    )
    _save(coordinator)
    coordinator.get_by_role("button", name="Öppna mötet").click()
    coordinator.get_by_role("link", name=re.compile(f"Besluta.*{TITLE}")).click()
    coordinator.get_by_role("radio", name="Bifallet").check()
    coordinator.get_by_label("Beslut", exact=True).fill("Styrgruppen tar fram ett gemensamt stöd.")
    _save(coordinator)
    expect(coordinator.get_by_text("Beslutat i paragraf")).to_be_visible()

    # The group takes it into the year that is under way, by the same decision.
    coordinator.goto(f"/forslag/{number}/")
    coordinator.get_by_role("link", name=re.compile(re.escape(f"{TITLE} (planerad)"))).click()
    coordinator.get_by_role("link", name="Ändra", exact=True).click()
    coordinator.get_by_label("År", exact=True).select_option(str(today().year))
    decisions = coordinator.get_by_label(re.compile("Beslutet bakom"))
    decisions.select_option(index=1)
    _save(coordinator)

    _start_the_guidance(coordinator, number, axe)
    coordinator.get_by_role("link", name="Följ upp").click()
    coordinator.get_by_label(re.compile("Resultat")).fill("Stödet är skrivet.")
    _save(coordinator)

    coordinator.goto(f"/verksamhetsplan/{today().year}/berattelse/")
    coordinator.get_by_role("button", name="Börja på verksamhetsberättelsen").click()
    line = coordinator.locator("li", has=coordinator.get_by_role("heading", name=re.compile(TITLE)))
    expect(line).to_contain_text("Stödet är skrivet.")
    expect(line.get_by_role("link", name=number, exact=True)).to_be_visible()
    assert axe(coordinator) == []
    picture(coordinator, "verksamhetsberattelse-1280")

    officer.goto(f"/forslag/{number}/")
    expect(officer.get_by_text("I planen").first).to_be_visible()
