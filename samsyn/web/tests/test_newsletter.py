"""News: written once, to the web, the feeds and those who have confirmed that they want letters."""

import re
from datetime import timedelta

import pytest

from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail
from samsyn.core.subscriptions.interface import LetterSubscription, subscribe
from samsyn.organisations.interface import Collaboration, Role, root_page_of
from samsyn.web.models import NewsPage, Topic
from samsyn.web.newsletter import publish_due_pages


@pytest.fixture
def write(world):
    def make(title="Kampanjen är slut", **values):
        page = NewsPage(title=title, summary="84 besök är gjorda.", topic=Topic.CAMPAIGNS, **values)
        root_page_of(world.collaboration).add_child(instance=page)
        page.save_revision().publish()
        return page

    return make


def ask(world, email="ada@exempel.se", topics=("campaigns",)):
    return world.client().post("/nyhetsbrev/", {"email": email, "topics": list(topics)})


def link_in_letter(word):
    body = Mail.objects.filter(body__contains=word).latest("pk").body
    return re.search(rf"http://[^/]+(/\w+/{word}/\S+)", body).group(1)


def test_an_address_is_kept_only_when_its_owner_has_said_yes(world):
    assert ask(world).status_code == 302
    assert not LetterSubscription.objects.exists()
    link = link_in_letter("bekrafta")
    assert "Kampanjer och resultat" in world.client().get(link).content.decode()
    assert not LetterSubscription.objects.exists()
    world.client().post(link)
    assert LetterSubscription.objects.get().topics == ["campaigns"]


def test_confirming_twice_is_one_subscription(world):
    ask(world)
    link = link_in_letter("bekrafta")
    world.client().post(link)
    world.client().post(link)
    assert LetterSubscription.objects.count() == 1


def test_an_old_link_or_one_of_another_collaboration_leads_nowhere(world, clock):
    ask(world)
    link = link_in_letter("bekrafta")
    assert world.client(host="annan.localhost").get(link).status_code == 404
    assert world.client().get("/nyhetsbrev/bekrafta/hittepa/").status_code == 404
    if clock:
        clock.shift(timedelta(days=8))
        assert world.client().post(link).status_code == 404
        assert not LetterSubscription.objects.exists()


def test_without_a_topic_it_says_what_to_do_and_keeps_what_was_typed(world):
    answer = ask(world, topics=())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Välj minst ett ämne." in page and 'value="ada@exempel.se"' in page
    assert not Mail.objects.exists()


def test_an_address_is_not_flooded(world):
    for _time in range(5):
        assert ask(world).status_code == 302
    assert Mail.objects.count() == 3


def test_published_news_goes_once_to_those_who_want_the_topic(world, write):
    subscribe(collaboration_id=world.collaboration.pk, email="ada@exempel.se", topics=["campaigns"])
    subscribe(collaboration_id=world.collaboration.pk, email="bo@exempel.se", topics=["events"])
    subscribe(collaboration_id=world.other.pk, email="cia@exempel.se", topics=["campaigns"])
    page = write(by_mail=True)
    page.save_revision().publish()
    letter = Mail.objects.get()
    assert letter.to == "ada@exempel.se" and letter.subject == "Kampanjen är slut"
    assert "84 besök är gjorda." in letter.body


def test_news_that_is_not_ticked_is_not_mailed(world, write):
    subscribe(collaboration_id=world.collaboration.pk, email="ada@exempel.se", topics=["campaigns"])
    write()
    assert not Mail.objects.exists()


def test_the_letter_stops_it_and_nothing_is_left(world, write):
    subscribe(collaboration_id=world.collaboration.pk, email="ada@exempel.se", topics=["campaigns"])
    write(by_mail=True)
    link = link_in_letter("avsluta")
    assert world.client().get(link).status_code == 200
    before = link.replace("/notiser/", "/nyhetsbrev/")  # as letters sent before this address lead
    assert world.client().get(before).headers["Location"] == link
    assert LetterSubscription.objects.exists()
    world.client().post(link)
    assert not LetterSubscription.objects.exists()
    assert "redan avslutat breven" in world.client().get(link).content.decode()


def test_the_list_and_the_feeds_show_what_is_published(world, write):
    write("Publicerad")
    draft = write("Tillbakadragen")
    draft.unpublish()
    for address in ("/nyheter/", "/nyheter/rss.xml", "/nyheter/atom.xml"):
        text = world.client().get(address).content.decode()
        assert "Publicerad" in text and "Tillbakadragen" not in text
        far = world.client(host="annan.localhost").get(address).content.decode()
        assert "Publicerad" not in far


def test_the_list_is_filtered_by_topic(world, write):
    write("Om kampanjer")
    assert "Om kampanjer" in world.client().get("/nyheter/?amne=campaigns").content.decode()
    assert "Om kampanjer" not in world.client().get("/nyheter/?amne=events").content.decode()


def test_news_that_is_set_to_a_later_day_comes_out_by_itself(world, write):
    page = write("Senare")
    page.unpublish()
    page.go_live_at = now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    publish_due_pages()
    assert "Senare" in world.client().get("/nyheter/").content.decode()


def test_an_editor_writes_it_and_an_officer_does_not(world):
    root = root_page_of(world.collaboration)
    address = f"/redaktion/pages/add/web/newspage/{root.pk}/"
    editor = world.client(world.person("ed", Role.EDITOR))
    assert editor.get(address).status_code == 200
    officer = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert officer.get(address).status_code in {302, 403}


def test_the_number_of_questions_does_not_grow_with_the_news(
    world, write, django_assert_max_num_queries
):
    for number in range(8):
        write(f"Nyhet {number}")
    world.client().get("/nyheter/")
    with django_assert_max_num_queries(12):
        world.client().get("/nyheter/")


def test_the_letter_and_the_list_lead_to_the_collaborations_own_address(world, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://samsyn.exempel.se:8443"
    Collaboration.objects.filter(pk=world.collaboration.pk).update(host="lan.exempel.se")
    subscribe(collaboration_id=world.collaboration.pk, email="nina@exempel.se", topics=["work"])
    root = root_page_of(world.collaboration)
    page = root.add_child(instance=NewsPage(title="Nytt", slug="nytt", summary="x", by_mail=True))
    page.save_revision().publish()
    assert "https://lan.exempel.se:8443/nytt/" in Mail.objects.get().body
    assert 'href="/nytt/"' in world.client().get("/nyheter/").content.decode()
