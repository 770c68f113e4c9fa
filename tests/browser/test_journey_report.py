"""From a workbook to a published report, only by what stands on the pages: coordinator, contact person and officer in turn."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from samsyn.core.clock.interface import today
from samsyn.lib.xform import Workbook, write_workbook

pytestmark = pytest.mark.browser
LABEL = "label::Svenska (sv)"
CHECKLIST = "/checklistor/fettavskiljare/"
CAMPAIGN = "/kampanjer/fettavskiljare/"
REFERENCES = ("SAV-1", "SAV-2", "SAV-3", "SAV-4", "SAV-5")


def workbook(folder: Path) -> Path:
    """Two questions that are assessed, one of them asked only of those who have a separator."""
    survey = [
        {"type": "begin group", "name": "plats", LABEL: "Fettavskiljaren"},
        {"type": "select_one ja_nej", "name": "finns", LABEL: "Finns en fettavskiljare?", "required": "yes"},
        {
            "type": "select_one ua_a_ek_ea", "name": "tomning", LABEL: "Töms den som den ska?", "required": "yes",
            "relevant": "${finns} = 'ja'", "samsyn_law": "MB 26 kap. 19 §",
        },
        {"type": "select_one ua_a_ek_ea", "name": "journal", LABEL: "Förs journal?", "required": "yes"},
        {"type": "end group"},
    ]  # fmt: skip
    choices = [
        {"list_name": "ja_nej", "name": "ja", LABEL: "Ja"},
        {"list_name": "ja_nej", "name": "nej", LABEL: "Nej"},
    ]
    path = folder / "fett.xlsx"
    path.write_bytes(write_workbook(Workbook(survey=survey, choices=choices)))
    return path


def test_from_workbook_to_published_report(
    visit: Callable[..., Page], picture: Callable[[Page, str], None], tmp_path: Path
) -> None:
    coordinator = visit("samordnare@exempel.se")
    _publish_checklist(coordinator, workbook(tmp_path))
    _prepare_campaign(coordinator)

    contact = visit("kontakt.savsjo@exempel.se")
    contact.goto(CAMPAIGN + "kontor/savsjo/")
    contact.get_by_role("link", name="Kontorets plan").click()
    contact.get_by_role("radio", name="Ja").check()
    contact.get_by_label("Planerade objekt").fill("5")
    contact.get_by_role("button", name="Spara").click()

    _move(coordinator, "Pågår")
    officer = visit("handlaggare.savsjo@exempel.se", width=390)
    for number, reference in enumerate(REFERENCES):
        _visit_object(officer, reference, deviates=not number, interrupted=not number)
    officer.goto(CAMPAIGN + "kontor/savsjo/")
    expect(officer.get_by_text("5 av 5 planerade objekt är gjorda.")).to_be_visible()

    _move(coordinator, "Avslutad")
    _write_report(coordinator, contact)
    picture(coordinator, "rapport-1280")

    visitor = visit()
    assert visitor.request.get(CAMPAIGN + "rapport/").status == 404
    _decide_and_publish(coordinator)
    visitor.goto(CAMPAIGN + "rapport/")
    expect(visitor.get_by_role("heading", name="Vad vi såg")).to_be_visible()
    expect(visitor.get_by_text("Så gick det i kampanjen.").first).to_be_visible()
    expect(visitor.get_by_text("Beslut om rapporten")).to_be_visible()
    answer = visitor.request.get(CAMPAIGN + "rapport/rapport.pdf")
    assert answer.body().startswith(b"%PDF")


def _publish_checklist(page: Page, path: Path) -> None:
    page.goto("/checklistor/")
    page.get_by_role("link", name="Skapa en checklista").first.click()
    page.get_by_label("Titel").fill("Fettavskiljare")
    page.get_by_label("Kortnamn i adresser").fill("fettavskiljare")
    page.get_by_role("button", name="Skapa checklistan").click()
    page.get_by_label(re.compile("Arbetsbok")).set_input_files(path)
    page.get_by_role("button", name="Ladda upp").click()
    expect(page.get_by_text("Töms den som den ska?").first).to_be_visible()
    page.get_by_role("link", name="Publicera utkastet").click()
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_text("Version 1").first).to_be_visible()


def _prepare_campaign(page: Page) -> None:
    page.goto("/kampanjer/")
    page.get_by_role("link", name="Skapa en kampanj").first.click()
    page.get_by_label("Titel").fill("Fettavskiljare i restauranger")
    page.get_by_label("Kortnamn i adresser").fill("fettavskiljare")
    page.get_by_label("Syfte").fill("Mindre fett i ledningsnätet.")
    page.get_by_label("Första dag").fill((today() - timedelta(days=10)).isoformat())
    page.get_by_label("Sista rapportdag").fill((today() + timedelta(days=10)).isoformat())
    page.get_by_role("button", name="Skapa kampanjen").click()
    page.get_by_label("Publicerad version").select_option("Fettavskiljare, version 1")
    page.get_by_role("button", name="Välj").click()
    page.get_by_role("link", name=re.compile("Ändra beslutet att genomföra")).click()
    _decision(page, "12")
    _move(page, "På remiss")


def _decision(page: Page, paragraph: str) -> None:
    page.get_by_label("Beslutsdag").fill((today() - timedelta(days=20)).isoformat())
    page.get_by_label("Paragraf").fill(paragraph)
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Sparat.")).to_be_visible()


def _move(page: Page, state: str) -> None:
    page.goto(CAMPAIGN + "redigera/")
    page.get_by_role("button", name=f"Gå till: {state}").click()
    expect(page.get_by_text(f"Kampanjen är nu: {state.lower()}.")).to_be_visible()


def _visit_object(page: Page, reference: str, *, deviates: bool, interrupted: bool) -> None:
    page.goto(CAMPAIGN + "kontor/savsjo/")
    page.get_by_role("link", name="Starta besök").click()
    page.get_by_label(re.compile("Kontorets egen beteckning")).fill(reference)
    page.locator("input[type=date]").fill((today() - timedelta(days=1)).isoformat())
    page.get_by_role("radio", name="Efter risk").check()
    _next(page)
    page.get_by_role("group", name="Finns en fettavskiljare?").get_by_role(
        "radio", name="Ja"
    ).check()
    _answer(page, "Töms den som den ska?", "A" if deviates else "UA")
    _answer(page, "Förs journal?", "UA")
    if interrupted:
        expect(page.get_by_text(re.compile("Sparat")).first).to_be_visible()
        page.reload()
        kept = page.get_by_role("group", name="Töms den som den ska?")
        expect(kept.get_by_role("radio", name=re.compile(r"^A\b"))).to_be_checked()
    _next(page)
    page.get_by_role("checkbox", name="Råd").check()
    page.get_by_label(re.compile("Tidsåtgång")).fill("90")
    _next(page)
    page.get_by_role("button", name="Skicka in", exact=True).click()
    # The reference stands on the page before it is sent; only the receipt says that it has arrived.
    expect(page.get_by_text(re.compile("Kvittens: "))).to_be_visible(timeout=20_000)


def _write_report(page: Page, contact: Page) -> None:
    page.goto(CAMPAIGN + "rapport/")
    page.get_by_role("button", name="Gör utkastet").click()
    expect(page.get_by_role("heading", name="Vad vi såg")).to_be_visible()
    page.get_by_label("Sista dag för kommentarer").fill((today() + timedelta(days=5)).isoformat())
    page.get_by_role("button", name="Be kontoren om kommentarer").click()
    contact.goto(CAMPAIGN + "rapport/")
    contact.get_by_role("link", name="Kommentera för Sävsjö").click()
    contact.get_by_label("Kommentar").fill("Skriv ut var utbildningen fanns.")
    contact.get_by_role("button", name="Skicka").click()
    expect(contact.get_by_text("Tack. Kommentaren är skickad.")).to_be_visible()
    page.goto(CAMPAIGN + "rapport/")
    page.get_by_role("link", name=re.compile("Svara till Sävsjö")).click()
    page.get_by_label("Svar", exact=True).fill("Det står nu under Lärdomar.")
    page.get_by_role("button", name="Spara").click()
    while (left := page.locator(".report section", has_text="att skriva")).count():
        left.first.get_by_role("link", name="Redigera").click()
        page.get_by_label("Text", exact=True).fill("Så gick det i kampanjen.")
        page.get_by_role("button", name="Spara").click()
        expect(page.get_by_text("Sparat.")).to_be_visible()
    _move(page, "Sammanställd")
    page.goto(CAMPAIGN + "rapport/")
    page.get_by_role("link", name="Gör rapporten färdig").click()
    page.get_by_role("button", name="Gör rapporten färdig").click()
    expect(page.get_by_text(re.compile("^Låst"))).to_be_visible()


def _decide_and_publish(page: Page) -> None:
    page.goto(CAMPAIGN + "redigera/")
    page.get_by_role("link", name=re.compile("Ändra beslutet om rapporten")).click()
    _decision(page, "31")
    _move(page, "Publicerad")


def _answer(page: Page, question: str, code: str) -> None:
    page.get_by_role("group", name=question).get_by_role(
        "radio", name=re.compile(rf"^{code}\b")
    ).check()


def _next(page: Page) -> None:
    page.get_by_role("button", name=re.compile("Nästa")).click()
