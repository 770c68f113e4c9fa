"""Pages in a real browser for each role: nothing axe can find, nothing that overflows, no error in the console."""

import pytest

pytestmark = pytest.mark.browser
SCHOOL = "/kampanjer/skolor-stadning-ventilation/"
PUBLIC = [
    "/", "/kampanjer/", SCHOOL, SCHOOL + "checklista/", SCHOOL + "material/", "/kampanjer/verkstadsindustri-2018/", "/nyckeltal/",
    "/handlaggarstod/", "/kalender/", "/om/", "/oppna-data/", "/tillganglighet/", "/integritet/", "/hjalp/", "/komponenter/",
    "/konto/login/",
]  # fmt: skip
PAGES = {
    "": PUBLIC,
    "samordnare@exempel.se": [
        "/min-sida/", SCHOOL, SCHOOL + "kontor/", SCHOOL + "fragor/", SCHOOL + "resultat/", SCHOOL + "material/",
        SCHOOL + "redigera/", SCHOOL + "beslut/", "/kampanjer/ny/", "/organisation/", "/organisation/personer/", "/varfor/",
        "/roller/",
    ],
    "kontakt.nassjo@exempel.se": [
        "/min-sida/", SCHOOL + "kontor/nassjo/", SCHOOL + "kontor/nassjo/deltagande/", "/organisation/nassjo/",
    ],
}  # fmt: skip


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("email", PAGES, ids=lambda email: email.split("@")[0] or "visitor")
def test_pages_are_accessible_and_fit(visit, axe, email: str, width: int) -> None:
    page = visit(email, width=width)
    wrong = []
    for path in PAGES[email]:
        answer = page.goto(path)
        if answer is None or answer.status != 200:
            wrong.append(f"{path}: {answer.status if answer else 'no answer'}")
            continue
        wrong += [f"{path}: {found}" for found in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wrong.append(f"{path}: wider than {width} px")
    assert wrong + page.said == []
