"""What people do most, with the keyboard alone; and what the pages that most visitors open weigh."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
MOST_TABS = 120
MOST_BYTES = 150_000
PASSWORD = "samsyn-demo"
# The element that has focus: what it is called, and whether a ring or another mark shows that it has it.
FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one);
  const marked = look.outlineStyle !== 'none' || look.boxShadow !== 'none';
  const label = one.labels?.[0]?.innerText || one.getAttribute('aria-label') || one.innerText || one.name || '';
  return {name: label.trim(), field: one.name || '', tag: one.tagName, marked};
}"""


def tab_to(page: Page, name: str, tag: str = "") -> None:
    """Presses Tab until what is called so has focus; every stop on the way shows that it has it."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        assert found["marked"] or found["tag"] == "BODY", f"no visible focus on {found}"
        wanted = re.search(name, found["name"]) or found["field"] == name
        if wanted and tag in {"", found["tag"]}:
            return
    pytest.fail(f"{name} cannot be reached with Tab on {page.url}.")


def sign_in(page: Page, email: str) -> None:
    page.goto("/")
    tab_to(page, "^Logga in$")
    page.keyboard.press("Enter")
    page.wait_for_url("**/konto/login/**")
    tab_to(page, "login")
    page.keyboard.type(email)
    tab_to(page, "password", "INPUT")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/min-sida/")


def test_sign_in_and_the_first_thing_that_waits(visit) -> None:
    page = visit()
    sign_in(page, "handlaggare.nassjo@exempel.se")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["name"] == "Till innehållet"
    page.keyboard.press("Enter")
    tab_to(page, "Starta besök")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kontor/nassjo/")


def test_search(visit) -> None:
    page = visit()
    page.goto("/")
    tab_to(page, "q")
    page.keyboard.type("fordonstvätt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/**")
    tab_to(page, "Fordonstvättar", "A")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fordonstvattar/**")


def test_the_reference_to_a_clause_is_copied(visit) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/handlaggarstod/fordonstvattar/")
    tab_to(page, "^Hänvisa till avsnitt 2.1")
    page.keyboard.press("Enter")
    tab_to(page, "^Kopiera hänvisningen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="avsnitt 2.1 är kopierad")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(
        r"Fordonstvättar, version 3.1 \(.*\), avsnitt 2.1\.\s+http\S+/version/3.1/#", copied
    )


def test_registration_for_an_event(visit) -> None:
    page = visit()
    sign_in(page, "handlaggare.tranas@exempel.se")
    page.goto("/kalender/")
    tab_to(page, "Enskilda avlopp", "A")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kurser/**")
    tab_to(page, "^Anmäl", "A")
    page.keyboard.press("Enter")
    page.wait_for_url("**/anmal*/**")
    tab_to(page, "^Anmäl|^Skicka|^Spara", "BUTTON")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/kurser/[^/]+/$"))
    expect(page.get_by_role("status").first).to_be_visible()


# What has focus, and whether its group of choices has an answer yet.
FIELD = """() => {
  const one = document.activeElement, group = one.name && document.getElementsByName(one.name);
  return {
    kind: one.matches('button, [type=submit]') ? 'button' : one.type || one.tagName, mode: one.inputMode || '',
    empty: !one.value, answered: !!group && [...group].some(other => other.checked),
    name: (one.labels?.[0]?.innerText || one.getAttribute('aria-label') || one.textContent || '').trim(),
  };
}"""


def fill_in(page: Page, last: str, day: str = "") -> None:
    """Goes through a form with Tab and answers what has no answer, until the button that ends it has been pressed."""
    ticked = False
    for _ in range(MOST_TABS * 2):
        page.keyboard.press("Tab")
        field = page.evaluate(FIELD)
        link = field["kind"] in {"A", "BODY", "SUMMARY"}
        assert field["name"] or link, f"no name: {field} on {page.url}"
        match field["kind"]:
            case "radio" if not field["answered"]:
                page.keyboard.press("Space")
            case "checkbox" if not ticked:
                page.keyboard.press("Space")
                ticked = True
            case "date" if field["empty"]:
                page.keyboard.type(day)
            case "text" | "number" | "textarea" if field["empty"]:
                page.keyboard.type("12" if field["mode"] or field["kind"] == "number" else "N-12")
            case "button" if re.match(last, field["name"]):
                page.keyboard.press("Enter")
                return
            case "button" if field["name"].startswith("Nästa"):
                page.keyboard.press("Enter")
                expect(page.get_by_role("heading", level=2, name=field["name"][7:])).to_be_visible()
    pytest.fail(f"{last} was never reached on {page.url}.")


def test_vote(visit) -> None:
    page = visit()
    sign_in(page, "chef.nassjo@exempel.se")
    page.goto("/omrostning/")
    tab_to(page, "Vad gör vi", "A")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/omrostning/\d+/"))
    tab_to(page, "^Svara", "A")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/svara/"))
    fill_in(page, "Skicka svaret")
    page.wait_for_url(re.compile(r"/omrostning/\d+/$"))
    expect(page.get_by_role("status").first).to_be_visible()


def test_a_whole_visit_is_reported(visit) -> None:
    page = visit()
    sign_in(page, "handlaggare.savsjo@exempel.se")
    page.goto("/kampanjer/skolor-stadning-ventilation/kontor/savsjo/")
    tab_to(page, "Starta besök", "A")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Besöket")).to_be_visible()
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  # the browser's own day
    # The browser runs in English: month, day, year.
    fill_in(page, "Skicka in", f"{yesterday:%m%d%Y}")
    expect(page.get_by_role("heading", name="Inskickat")).to_be_visible()


LANDMARKS = {"banner", "navigation", "main", "contentinfo"}


@pytest.mark.parametrize(
    ("email", "address"),
    [
        ("", "/"),
        ("", "/kampanjer/verkstadsindustri-2018/"),
        ("samordnare@exempel.se", "/min-sida/"),
        ("samordnare@exempel.se", "/kampanjer/skolor-stadning-ventilation/"),
    ],
)
def test_all_that_takes_focus_has_a_role_and_a_name_for_a_screen_reader(
    visit, email, address
) -> None:
    page = visit(email)
    page.goto(address)
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    shown = [node for node in nodes if not node["ignored"]]
    assert {node["role"]["value"] for node in shown} >= LANDMARKS
    for node in shown:
        traits = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        role = node["role"]["value"]
        if traits.get("focusable") and role not in {"RootWebArea", "main"}:
            assert role != "generic", node
            assert node["name"]["value"].strip(), node


def test_nothing_moves_for_those_who_asked_for_stillness(browser, site) -> None:
    context = browser.new_context(base_url=site, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
             const look = getComputedStyle(one);
             return [look.transitionDuration, look.animationDuration].some(
               times => times.split(',').some(time => parseFloat(time) > 0.01));
           }).map(one => one.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert moving == []


def transferred(page: Page, address: str) -> tuple[int, float]:
    """Bytes that came over the wire but for pictures, and how much the page moved while it was drawn."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})
    pictures: set[str] = set()
    sizes: dict[str, float] = {}
    client.on(
        "Network.responseReceived",
        lambda event: pictures.add(event["requestId"]) if event["type"] == "Image" else None,
    )
    client.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="networkidle")
    moved = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(
             list.getEntries().reduce((sum, one) => sum + one.value, 0)
           )).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 500))"""
    )
    return int(sum(size for one, size in sizes.items() if one not in pictures)), moved


@pytest.mark.parametrize(
    "address",
    ["/", "/kampanjer/verkstadsindustri-2018/", "/kampanjer/skolor-stadning-ventilation/"],
)
def test_a_page_for_everybody_is_light_and_does_not_move(visit, address) -> None:
    size, moved = transferred(visit(width=390), address)
    assert size < MOST_BYTES, f"{address} is {size} bytes"
    assert moved < 0.02


def test_the_start_page_says_all_without_scripts(browser, site) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    for heading in ("Pågår nu", "Nästa möten", "Nyckeltal", "Nytt handläggarstöd", "Kontakta oss"):
        expect(page.get_by_role("heading", name=re.compile(heading))).to_be_visible()
    context.close()
