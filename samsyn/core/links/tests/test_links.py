"""Links that do not work are found, once each, and nothing inside our own network is asked."""

import http.server
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from samsyn.core.clock.interface import now
from samsyn.core.links import asking, checking
from samsyn.core.links.asking import Answer, ask
from samsyn.core.links.interface import BrokenLink, broken_links, check_links
from samsyn.core.registry.interface import FoundLink, link_sources

GONE, THERE = "https://borta.exempel.se/a", "https://finns.exempel.se/b"


class _Site(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_HEAD(self) -> None:
        self.asked.append(f"{self.command} {self.path}")
        status = int(self.path.split("/")[1])
        if self.path == "/404/get" and self.command == "GET":
            status = 200
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "http://192.168.0.1/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # the library's names

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A website on this computer, which the check is told to think public."""
    _Site.asked = []
    real = asking.refuse_private
    monkeypatch.setattr(
        asking, "refuse_private", lambda one: None if "127.0.0.1" in one else real(one)
    )
    server = http.server.HTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "fault", "status"),
    [
        ("/200/å?q=ö", "", 200),
        ("/404/", "gone", 404),
        ("/410/", "gone", 410),
        ("/404/get", "", 200),
        ("/403/", "", 403),
        ("/429/", "", 429),
        ("/500/", "server", 500),
        ("/302/", "refused", None),
    ],
)
def test_what_another_website_answers_is_judged(
    site: str, path: str, fault: str, status: int | None
) -> None:
    assert ask(site + path) == Answer(fault, status)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://10.0.0.1/x",
        "http://169.254.169.254/",
        "ftp://exempel.se/",
        "file:///etc/passwd",
    ],
)
def test_our_own_network_is_never_asked(address: str) -> None:
    assert ask(address) == Answer("refused")


def test_an_address_that_is_none_is_told_and_stops_nothing() -> None:
    assert ask("http://[").fault == "no_host"


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[FoundLink]:
    """The links of a source of our own and no others; every website answers but one."""
    found: list[FoundLink] = []
    monkeypatch.setattr(link_sources, "_providers", {"test": lambda: found})
    monkeypatch.setattr(checking, "PAUSE_SECONDS", 0)
    monkeypatch.setattr(
        checking, "ask", lambda one: Answer("gone", 404) if one.startswith(GONE) else Answer()
    )
    return found


@pytest.mark.django_db
def test_each_place_of_a_broken_link_is_reported_to_its_own_collaboration(
    links: list[FoundLink],
) -> None:
    links += [
        FoundLink(1, GONE, "Om oss", "/om/"),
        FoundLink(1, GONE + "#del", "Press", "/press/"),
        FoundLink(1, THERE, "Om oss", "/om/"),
        FoundLink(2, GONE, "Annan", "/om/"),
        FoundLink(1, "page 7", "Nytt", "/nytt/", is_gone=True),
        FoundLink(1, "/finns-verkligen-inte.php/", "Nytt", "/nytt/"),
        FoundLink(1, "/healthz", "Nytt", "/nytt/"),
        FoundLink(1, "mailto:a@exempel.se", "Nytt", "/nytt/"),
    ]
    check_links()
    assert [(one.place, one.fault) for one in broken_links(2)] == [("Annan", "gone")]
    assert {(one.place, one.address) for one in broken_links(1)} >= {
        ("Om oss", GONE),
        ("Press", GONE + "#del"),
        ("Nytt", "page 7"),
    }
    said = {one.address for one in broken_links(1)}
    assert not said & {THERE, "/healthz", "mailto:a@exempel.se"}


@pytest.mark.django_db
def test_since_when_it_fails_is_kept_and_a_mended_link_is_gone(links: list[FoundLink]) -> None:
    links.append(FoundLink(1, GONE, "Om oss", "/om/"))
    check_links()
    first = now()
    with time_machine.travel(first + timedelta(days=7)):
        check_links()
        one = BrokenLink.objects.get()
        assert one.failed_since == first
        assert one.tried_at > first
        links.clear()
        assert check_links() == 0
    assert not BrokenLink.objects.exists()
