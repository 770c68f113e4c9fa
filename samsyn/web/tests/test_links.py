"""The report of broken links, for editors: of the links in what they have published."""

import pytest

from samsyn.core.links.interface import Answer, check_links
from samsyn.core.registry.interface import link_sources
from samsyn.organisations.interface import Role, root_page_of
from samsyn.web.linking import links_of_pages
from samsyn.web.models import InfoPage, NewsPage


@pytest.fixture
def pages(world, monkeypatch):
    """Two pages and a draft; of other websites only one does not answer."""
    monkeypatch.setattr(link_sources, "_providers", {"web.pages": links_of_pages})
    monkeypatch.setattr("samsyn.core.links.checking.PAUSE_SECONDS", 0)
    monkeypatch.setattr(
        "samsyn.core.links.checking.ask",
        lambda one: Answer("gone", 404) if "borta" in one else Answer(),
    )
    root = root_page_of(world.collaboration)
    gone = root.add_child(instance=InfoPage(title="Borta", slug="borta-sida"))
    text = (
        '<p><a href="https://borta.exempel.se/?a=1&amp;b=2">x</a> <a href="https://finns.exempel.se/">y</a> '
        f'<a linktype="page" id="{gone.pk}">z</a> <a href="/nytt/">n</a> <a href="/om/">o</a></p>'
    )
    body = [("paragraph", text), ("link", {"text": "u", "address": "https://borta.exempel.se/u"})]
    root.add_child(instance=InfoPage(title="Avtalet", slug="avtal", body=body))
    root.add_child(instance=NewsPage(title="Nytt", slug="nytt", summary="x", body=body[1:]))
    root.add_child(instance=InfoPage(title="Utkast", slug="utkast", body=body, live=False))
    gone.unpublish()


def report(world):
    page = world.client(world.person("sofia", Role.EDITOR)).get("/lankar/")
    return [(one.place, one.address) for one in page.context["found"]], page.content.decode()


def test_the_editor_sees_where_each_broken_link_stands(world, pages):
    check_links()
    found, page = report(world)
    assert sorted(place for place, _address in found) == ["Avtalet", "Avtalet", "Avtalet", "Nytt"]
    addresses = {address for place, address in found if place == "Avtalet"}
    assert {"https://borta.exempel.se/?a=1&b=2", "https://borta.exempel.se/u"} < addresses
    assert 'href="/avtal/">Avtalet' in page
    assert "Sidan finns inte (404)" in page


def test_a_script_in_a_link_is_text(world, pages):
    root = root_page_of(world.collaboration)
    address = "https://borta.exempel.se/<script>alert(1)</script>"
    root.add_child(
        instance=InfoPage(
            title="<script>", slug="s", body=[("link", {"text": "x", "address": address})]
        )
    )
    check_links()
    assert "<script>alert(1)" not in report(world)[1]


def test_another_collaboration_has_its_own_report(world, pages):
    check_links()
    editor = world.person("bo", Role.EDITOR, other=True)
    answer = world.client(editor, host="annan.localhost").get("/lankar/")
    assert "Ingen länk är känd som bruten" in answer.content.decode()


def test_others_do_not_see_it(world):
    client = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert client.get("/lankar/").status_code == 403
    assert world.client().get("/lankar/").status_code == 302
