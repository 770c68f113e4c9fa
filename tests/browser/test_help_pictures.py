"""The guides' pictures, taken of the demo county as each role sees it: a step whose page has lost what it speaks of fails.

`make pictures` keeps them where the help shows them; otherwise they go to test-results/pictures.
"""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from samsyn.web.guides import GUIDES

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "samsyn" / "web" / "static" / "web" / "help"
TAKEN = ROOT / "test-results" / "pictures"
SIZE = {"width": 1000, "height": 625}
# What each picture is of: who looks, where, and what the step promises that she finds there.
PICTURES = {
    "handlaggare-min-sida": ("handlaggare.jonkoping@exempel.se", "/min-sida/", "Väntar på dig"),
    "handlaggare-kampanj": (
        "handlaggare.jonkoping@exempel.se",
        "/kampanjer/skolor-stadning-ventilation/",
        "Checklista",
    ),
    "handlaggare-stod": (
        "handlaggare.jonkoping@exempel.se",
        "/handlaggarstod/fordonstvattar/",
        "Bedömningsgrunder",
    ),
    "kontor-min-sida": ("kontakt.jonkoping@exempel.se", "/min-sida/", "Väntar på dig"),
    "kontor-omrostning": ("kontakt.jonkoping@exempel.se", "/omrostning/", "Omröstning"),
    "samordnare-min-sida": ("samordnare@exempel.se", "/min-sida/", "Väntar på dig"),
    "samordnare-kontor": ("samordnare@exempel.se", "/organisation/", "Lägg till kontor"),
    "styrgrupp-moten": ("styrgrupp@exempel.se", "/styrgrupp/", "Styrgrupp"),
    "drift-samverkan": ("admin@exempel.se", "/organisation/samverkan/", "Lägg till en samverkan"),
}


def test_every_step_with_a_picture_shows_what_it_speaks_of(visit: Callable[..., Page]) -> None:
    named = {step.picture for guide in GUIDES for step in guide.steps if step.picture}
    assert named == set(PICTURES)
    pages: dict[str, Page] = {}
    for name, (email, path, words) in PICTURES.items():
        page = pages[email] if email in pages else pages.setdefault(email, visit(email))
        page.set_viewport_size(SIZE)  # type: ignore[arg-type]
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        assert page.locator("main").get_by_text(words).first.is_visible(), (path, words)
        _keep(page.screenshot(), name)
    assert {one.stem for one in KEPT.glob("*.webp")} == named


def _keep(picture: bytes, name: str) -> None:
    folder = KEPT if os.environ.get("SAMSYN_KEEP_PICTURES") else TAKEN
    folder.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(picture)).save(folder / f"{name}.webp", quality=60, method=6)
