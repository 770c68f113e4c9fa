"""An office's numbers from the empty form to the coordinator's yes: typed, saved as they go, signed off, accepted."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today

pytestmark = pytest.mark.browser
YEAR = (today() - timedelta(days=1)).year - 1
REPORT = f"/nyckeltal/insamling/{YEAR}/nassjo/"
NUMBERS = {
    "exempel-timtaxa": "1 095",
    "livsmedelsanlaggningar": "513",
    "arsarbetskrafter-livsmedel": "3,75",
    "exempel-tillsynsbesok": "171",
    "exempel-arsarbetskrafter-miljobalk": "4,4",
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
