"""That the web is found: the map of pages, canonical addresses, and helpful answers to addresses that never were."""

from xml.etree import ElementTree

from samsyn.campaigns.interface import make_campaign
from samsyn.organisations.interface import root_page_of
from samsyn.web.models import InfoPage


def addresses(world, **more):
    answer = world.client(**more).get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(answer.content)
    return [entry.text for entry in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_the_map_has_public_pages_of_this_collaboration_and_each_answers_a_visitor(world):
    page = InfoPage(title="Avtal", slug="avtal")
    root_page_of(world.collaboration).add_child(instance=page)
    page.save_revision().publish()
    found = addresses(world)
    assert "http://testserver/avtal/" in found and "http://testserver/for-verksamheter/" in found
    assert len(found) == len(set(found))
    assert {world.client().get(url).status_code for url in found} == {200}
    assert "http://annan.localhost/avtal/" not in addresses(world, host="annan.localhost")


def test_a_draft_is_not_on_the_map(world):
    make_campaign(
        by=world.coordinator(), collaboration=world.collaboration, slug="hemlig", title="Hemlig"
    )
    assert not any("hemlig" in url for url in addresses(world))


def test_robots_are_told_where_the_map_is_and_what_to_leave(world):
    text = world.client().get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /min-sida/" in text


def test_a_page_says_its_one_address_whatever_stands_behind_it(world):
    page = world.client().get("/nyheter/?utm_source=x").content.decode()
    assert '<link rel="canonical" href="http://testserver/nyheter/">' in page


def test_an_address_that_never_was_offers_a_search(world):
    answer = world.client().get("/finns-inte/alls/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert 'action="/sok/"' in page and 'href="/kampanjer/"' in page


def test_a_published_page_is_found_and_one_taken_down_is_not(world):
    page = InfoPage(title="Bergvärmebrunnar", slug="bergvarme")
    root_page_of(world.collaboration).add_child(instance=page)
    page.save_revision().publish()
    assert 'href="/bergvarme/"' in world.client().get("/sok/?q=bergvärmebrunnar").content.decode()
    far = world.client(host="annan.localhost").get("/sok/?q=bergvärmebrunnar")
    assert 'href="/bergvarme/"' not in far.content.decode()
    page.unpublish()
    gone = world.client().get("/sok/?q=bergvärmebrunnar").content.decode()
    assert 'href="/bergvarme/"' not in gone


def test_a_shared_link_to_any_page_has_a_picture_with_its_alternative_text(world):
    page = world.client().get("/nyheter/").content.decode()
    assert 'property="og:image" content="http://testserver/delning.png"' in page
    assert 'property="og:image:alt" content="Miljösamverkan Provlän"' in page
    answer = world.client().get("/delning.png")
    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
