"""Samsyn as it really runs, with its demo county, and a real Chromium beside it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.browser_county import MADE_BEFORE, make_county, settings_of

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "test-results" / "pictures"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "samsyn-demo"
# Every rule is run. What passed is not described, and no style sheet or sound is fetched a second time: that is a
# matter for an experimental rule and for pages with sound, and together they took three quarters of the time.
AXE = """() => axe.run({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'], preload: false,
}).then(found => found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`))"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program of these tests keeps its data."""
    return tmp_path_factory.mktemp("samsyn")


@pytest.fixture(scope="session")
def pages(site: str, folder: Path) -> dict[str, list[str]]:
    """One page per address, by the e-mail of who opens it (county.py)."""
    found: dict[str, list[str]] = json.loads((folder / "pages.json").read_text())
    return found


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address of a Samsyn with the demo county, on a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, **settings_of(folder), "PORT": str(port)}
    programs = Path(sys.executable).parent
    made = os.environ.get(MADE_BEFORE)
    if made:
        shutil.copytree(made, folder, dirs_exist_ok=True)
    else:
        make_county(folder)
    server = subprocess.Popen(
        [
            programs / "gunicorn",
            "-w",
            "1",
            "--threads",
            "4",
            "-b",
            f"127.0.0.1:{port}",
            "samsyn.config.wsgi:application",
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail("Samsyn did not start.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """`visit("samordnare@exempel.se")` gives a page signed in; without an address it is a visitor's."""
    contexts = []

    def open_page(email: str = "", *, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=site, locale="sv-SE", viewport={"width": width, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        page.said = []  # type: ignore[attr-defined]
        page.on(
            "console",
            lambda message: page.said.append(message.text) if message.type == "error" else None,
        )
        page.on("request", lambda request: _only_ours(request.url, site))
        if email:
            page.goto("/konto/login/")
            page.fill("input[name=login]", email)
            page.fill("input[name=password]", PASSWORD)
            page.click("main form button[type=submit]")
            page.wait_for_url("**/min-sida/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def _only_ours(url: str, site: str) -> None:
    if not url.startswith((site, "data:", "blob:")):
        pytest.fail(f"The page asked another site: {url}")


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page, one line each."""
    script = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()

    def run(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        found: list[str] = page.evaluate(AXE)
        return found

    return run


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Keeps a picture of a page in test-results/pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def keep(page: Page, name: str) -> None:
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    return keep
