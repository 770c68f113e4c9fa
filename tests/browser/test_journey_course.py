"""A course in the browser: the last seat, the waiting list, an offered seat, the day itself, and the certificate."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today
from samsyn.core.pdf.tests.factories import text_of

pytestmark = pytest.mark.browser
COURSE = "/kurser/bergvarme/"


def _press(page: Page, word: str) -> None:
    page.locator("main").get_by_role("button", name=word, exact=True).click()


def _when(page: Page, days: int) -> None:
    day = today() + timedelta(days=days)
    page.get_by_label("Börjar").fill(f"{day}T09:00")
    page.get_by_label("Slutar").fill(f"{day}T12:00")
    page.get_by_label("Sista anmälningsdag").fill((day - timedelta(days=1)).isoformat())


def _make_course(coordinator: Page) -> None:
    coordinator.goto("/kurser/ny/")
    coordinator.get_by_label("Titel").fill("Bergvärme nära brunnar")
    coordinator.get_by_label("Kortnamn i adresser").fill("bergvarme")
    coordinator.get_by_label("Platser", exact=True).fill("1")
    coordinator.get_by_label("Utbildningstimmar").fill("3")
    _when(coordinator, 10)
    _press(coordinator, "Spara som utkast")
    coordinator.goto(f"{COURSE}redigera/")
    _press(coordinator, "Öppna anmälan")


def _register(page: Page) -> None:
    page.goto(f"{COURSE}anmal/")
    _press(page, "Anmäl")


def test_from_the_waiting_list_to_a_certificate(visit, axe, picture) -> None:
    coordinator = visit("samordnare@exempel.se")
    _make_course(coordinator)
    first = visit("handlaggare.aneby@exempel.se")
    _register(first)
    expect(first.get_by_text("Du har en plats.")).to_be_visible()
    second = visit("handlaggare.habo-mullsjo@exempel.se", width=390)
    _register(second)
    expect(second.get_by_text("Du är nummer 1 i kön.")).to_be_visible()

    # The seat that becomes free is hers to take.
    _press(first, "Avboka min plats")
    second.goto("/min-sida/")
    expect(second.get_by_text("Du erbjuds en plats")).to_be_visible()
    second.goto(COURSE)
    assert axe(second) == []
    picture(second, "erbjuden-plats-390")
    _press(second, "Ta platsen")
    expect(second.get_by_text("Platsen är din.")).to_be_visible()

    # The day comes: a test cannot wait ten days, so the coordinator moves the course to yesterday.
    coordinator.goto(f"{COURSE}redigera/")
    _when(coordinator, -1)
    _press(coordinator, "Spara")
    coordinator.goto(f"{COURSE}incheckning/")
    coordinator.get_by_role("button", name=re.compile("^Deltog")).click()
    expect(coordinator.get_by_text("1 av 1 är här")).to_be_visible()

    second.goto(COURSE)
    second.get_by_role("link", name="Utvärdera").click()
    for question in ("Helheten", "Motsvarade", "Föreläsaren", "Till nytta"):
        second.get_by_label(re.compile(question)).fill("8")
    _press(second, "Skicka")
    expect(second.get_by_text("Ingen ser vem som har svarat vad.")).to_be_visible()

    link = second.get_by_role("link", name="Hämta ditt intyg")
    pdf = second.request.get(link.get_attribute("href") or "").body()
    number = re.search(r"\d{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", text_of(pdf))
    assert number
    anybody = visit()
    anybody.goto("/intyg/")
    anybody.get_by_label(re.compile("nummer")).fill(number.group())
    _press(anybody, "Kontrollera")
    expect(anybody.get_by_text("Intyget är vårt.")).to_be_visible()
    expect(anybody.get_by_text("Bergvärme nära brunnar")).to_be_visible()
    assert axe(anybody) == []
