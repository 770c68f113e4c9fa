"""One page per address in a real browser: nothing axe can find, nothing that overflows, no error in the console."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page

from tests.access.people import COLUMNS
from tests.browser.county import CHOSEN

pytestmark = pytest.mark.browser
# Answers to the page's own requests: a part of a page, not a page.
PARTS = ("/liknande/",)
WIDTHS = (1280, 320)
BETWEEN = 390


@pytest.mark.parametrize("reader", CHOSEN)
def test_pages_are_accessible_and_fit(
    visit: Callable[..., Page],
    axe: Callable[[Page], list[str]],
    pages: dict[str, list[str]],
    reader: str,
) -> None:
    paths = [path for path in pages.get(COLUMNS[reader], []) if not path.endswith(PARTS)]
    # Somebody who has no page of her own still has her first page, with her own menu.
    page = visit(COLUMNS[reader])
    wrong = []
    for path in paths or ["/min-sida/"]:
        try:
            answer = page.goto(path)
        except Error as error:
            if "Download is starting" in str(error):
                continue
            raise
        if answer is None or answer.status != 200:
            wrong.append(f"{path}: {answer.status if answer else 'no answer'}")
        elif answer.headers["content-type"].startswith("text/html"):
            wrong += [f"{path}: {found}" for found in faults(page, axe)]
    assert wrong + page.said == []  # type: ignore[attr-defined]


def faults(page: Page, axe: Callable[[Page], list[str]]) -> list[str]:
    """What axe finds at two widths, and whether anything is wider than the window, also on a phone between them."""
    page.wait_for_selector("main")  # the form of a visit is drawn by its script
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        # The whole page at once: a bar that stays at the window's edge hides what scrolling shows.
        tall = page.evaluate("document.documentElement.scrollHeight") + 200
        page.set_viewport_size({"width": width, "height": max(900, tall)})
        found += [f"{width} px: {one}" for one in axe(page)]
    for width in (*WIDTHS, BETWEEN):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"wider than {width} px")
    return found
