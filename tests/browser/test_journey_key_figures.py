"""An office's numbers from the empty form to the public page: typed, saved as they go, signed off, accepted, released."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today

pytestmark = pytest.mark.browser
FIGURE = "tillsynsbesok-per-arsarbetskraft-exempel"
YEAR = (today() - timedelta(days=1)).year - 1
REPORT = f"/nyckeltal/insamling/{YEAR}/nassjo/"
NUMBERS = {
    "exempel-timtaxa": "1 095",
    "livsmedelsanlaggningar": "513",
    "arsarbetskrafter-livsmedel": "3,75",
    "exempel-tillsynsbesok": "171",
    "exempel-arsarbetskrafter-miljobalk": "4,4",
    "exempel-planerade-besok": "171",
    "exempel-genomforda-planerade": "141",
}


def test_an_office_reports_its_key_figures(visit: Callable[..., Page]) -> None:
    contact = visit("kontakt.nassjo@exempel.se", width=390)
    contact.goto(REPORT)
    for key, number in NUMBERS.items():
        with contact.expect_response(lambda answer: answer.request.method == "POST"):
            contact.locator(f"#{key}-value").fill(number)
            contact.locator(f"#{key}-value").press("Tab")
    expect(contact.locator("#saved")).to_contain_text("Sparat")
    expect(contact.locator("#standing")).to_contain_text("137 anläggningar per årsarbetskraft")
    contact.reload()
    expect(contact.locator("#arsarbetskrafter-livsmedel-value")).to_have_value("3,75")

    manager = visit("chef.nassjo@exempel.se")
    manager.goto(REPORT)
    manager.get_by_role("button", name="Skriv under").click()
    expect(manager.get_by_text("Underskriven").first).to_be_visible()

    coordinator = visit("samordnare@exempel.se")
    coordinator.goto(REPORT + "granska/")
    coordinator.get_by_role("button", name="Godta").click()
    row = coordinator.get_by_role("row").filter(has_text="Nässjö")
    expect(row).to_contain_text("Godtagen")

    asked = visit("chef.jonkoping@exempel.se")
    asked.goto(f"/nyckeltal/insamling/{YEAR}/jonkoping/")
    asked.get_by_role("button", name="Skriv under").click()
    for office in ("jonkoping", "vetlanda", "varnamo"):
        coordinator.goto(f"/nyckeltal/insamling/{YEAR}/{office}/granska/")
        coordinator.get_by_role("button", name="Godta").click()

    release_the_round(coordinator)
    visitor = visit()
    visitor.goto(f"/nyckeltal/{FIGURE}/")
    line = visitor.get_by_role("row").filter(has_text="Nässjö")
    expect(line).to_contain_text("38,9")
    open_the_next(coordinator)


def release_the_round(coordinator: Page) -> None:
    coordinator.goto(f"/nyckeltal/insamling/{YEAR}/slapp/")
    coordinator.get_by_label("Vem beslutade?").fill("Styrgruppen")
    coordinator.get_by_label("Beslutsdag").fill(today().isoformat())
    coordinator.get_by_label("Paragraf").fill("7")
    coordinator.get_by_role("button", name="Släpp").click()
    expect(coordinator.locator("main")).to_contain_text("Talen är offentliga")


def open_the_next(coordinator: Page) -> None:
    coordinator.goto("/nyckeltal/insamling/")
    coordinator.get_by_label("Vilket år gäller talen?").fill(str(YEAR + 1))
    coordinator.get_by_label("Sista dag att redovisa").fill(
        (today() + timedelta(days=60)).isoformat()
    )
    coordinator.get_by_role("button", name="Öppna insamlingen").click()
    expect(coordinator.get_by_role("heading", level=1)).to_contain_text(str(YEAR + 1))
