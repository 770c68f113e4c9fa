"""An officer begins a visit in the browser; the form checks it before it goes on."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SCHOOL = "/kampanjer/skolor-stadning-ventilation/"


def test_a_visit_is_begun_and_checked(visit, axe, picture) -> None:
    coordinator = visit("samordnare@exempel.se")
    coordinator.goto(SCHOOL)
    expect(coordinator.get_by_text("84 av 117 planerade objekt är gjorda.")).to_be_visible()
    picture(coordinator, "kampanj-1280")

    officer = visit("handlaggare.savsjo@exempel.se", width=390)
    officer.goto(SCHOOL + "kontor/savsjo/")
    officer.get_by_role("link", name="Starta besök").click()
    expect(officer.get_by_role("heading", name="Besöket")).to_be_visible()
    picture(officer, "formular-390")
    assert axe(officer) == []

    officer.get_by_role("button", name=re.compile("Nästa")).click()
    expect(officer.get_by_text(re.compile("Rätta . fel"))).to_be_visible()

    officer.get_by_label(re.compile("Kontorets egen beteckning")).fill("SAV-2026-1")
    officer.get_by_role("radio", name="Grundskola").check()
    officer.locator("input[type=date]").fill(
        coordinator.evaluate("new Date(Date.now() - 864e5).toISOString().slice(0, 10)")
    )
    officer.get_by_role("radio", name="Efter risk").check()
    officer.get_by_role("button", name=re.compile("Nästa")).click()
    expect(officer.get_by_role("heading", name="Skolan")).to_be_visible()
    officer.get_by_role("radio", name="Kommunal").check()
