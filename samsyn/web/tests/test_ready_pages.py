"""A visitor's page that was made once is sent again as it is, but never when a new one could differ, and to nobody else."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from samsyn.core.clock.interface import localtime
from samsyn.organisations.interface import root_page_of
from samsyn.organisations.tests.factories import make_world
from samsyn.web import ready_pages, visits
from samsyn.web.models import NewsPage

HERE = {"HTTP_HOST": "testserver"}
MOMENT = ("1", localtime())


def page(content=b"x"):
    return ready_pages.ReadyPage(content, (("Content-Type", "text/html"),), 1)


def key(name):
    return ("http", "testserver", name, "sv", "")


def asked(path="/om/", **more):
    return RequestFactory().get(path, **{**HERE, **more})


def test_a_page_is_found_until_something_is_committed_or_the_minute_ends():
    shelf = ready_pages.Shelf()
    assert shelf.find(key("/"), MOMENT) is None
    shelf.keep(key("/"), page(), MOMENT)
    assert shelf.find(key("/"), MOMENT) == page()
    assert shelf.find(key("/"), ("2", MOMENT[1])) is None
    assert shelf.find(key("/"), MOMENT) is None
    shelf.keep(key("/"), page(), MOMENT)
    assert shelf.find(key("/"), ("1", MOMENT[1] + timedelta(minutes=1))) is None


def test_a_page_that_was_being_made_when_something_was_committed_is_not_kept():
    shelf = ready_pages.Shelf()
    shelf.find(key("/"), MOMENT)
    after = ("2", MOMENT[1])
    shelf.find(key("/om/"), after)
    shelf.keep(key("/"), page(), MOMENT)
    assert shelf.find(key("/"), after) is None


def test_the_shelf_never_holds_more_than_it_has_room_for_and_the_least_used_goes_first():
    shelf = ready_pages.Shelf(room=10)
    shelf.find(key("/"), MOMENT)
    shelf.keep(key("/a"), page(b"1234"), MOMENT)
    shelf.keep(key("/b"), page(b"1234"), MOMENT)
    assert shelf.find(key("/a"), MOMENT)
    shelf.keep(key("/c"), page(b"1234"), MOMENT)
    assert shelf.find(key("/b"), MOMENT) is None
    assert shelf.find(key("/a"), MOMENT)
    assert (len(shelf), shelf.taken) == (2, 8)


@pytest.mark.parametrize(
    "request_",
    [
        RequestFactory().post("/om/", **HERE),
        RequestFactory().head("/om/", **HERE),
        asked("/healthz"),
        asked(HTTP_HX_REQUEST="true"),
        asked(HTTP_AUTHORIZATION="Bearer x"),
        asked(HTTP_COOKIE=f"{settings.SESSION_COOKIE_NAME}=abc"),
        asked(HTTP_COOKIE="messages=abc"),
        asked("/sok/", QUERY_STRING="q=" + "a" * 1_000),
    ],
)
def test_what_may_be_one_persons_own_is_asked_of_the_view(request_):
    assert ready_pages.key_of(request_) is None


def test_all_that_a_page_may_depend_on_tells_pages_apart():
    language = f"{settings.LANGUAGE_COOKIE_NAME}=en"
    keys = {
        ready_pages.key_of(one)
        for one in (
            asked(),
            asked(QUERY_STRING="a=1"),
            asked(HTTP_HOST="annan.localhost"),
            asked(HTTP_COOKIE=language),
            asked(HTTP_ACCEPT_ENCODING="br"),
            RequestFactory().get("/om/", secure=True, **HERE),
        )
    }
    assert len(keys) == 6
    assert None not in keys
    assert ready_pages.key_of(asked(HTTP_COOKIE="theirs=1")) == ready_pages.key_of(asked())


@pytest.fixture
def made(monkeypatch):
    """How many pages were made by their views."""
    made = []
    real = ready_pages.may_be_kept

    def noted(request, response):
        made.append(request.path)
        return real(request, response)

    monkeypatch.setattr(ready_pages, "may_be_kept", noted)
    visits._counted.clear()
    yield made
    visits._counted.clear()


@pytest.mark.django_db(transaction=True)
def test_a_visitors_page_is_made_once_until_an_editor_changes_something(made):
    world = make_world()
    visitor = world.client()
    first = visitor.get("/nyheter/")
    again = visitor.get("/nyheter/")
    assert made == ["/nyheter/"]
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    assert not again.cookies

    root_page_of(world.collaboration).add_child(
        instance=NewsPage(title="Bassängbaden är klara", slug="bad", summary="Alla bad.")
    )
    changed = visitor.get("/nyheter/")
    assert "Bassängbaden är klara" in changed.content.decode()
    assert made == ["/nyheter/"] * 2

    english = world.client()
    english.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert 'lang="en"' in english.get("/nyheter/").content.decode()
    assert 'lang="sv"' in visitor.get("/nyheter/").content.decode()

    coordinator = world.coordinator()
    member = world.client(coordinator)
    assert coordinator.person.name in member.get("/nyheter/").content.decode()
    assert coordinator.person.name not in visitor.get("/nyheter/").content.decode()

    counted = {path: n for (_, _, path), n in visits._counted.items()}
    assert counted == {"/nyheter/": 7}


@pytest.mark.django_db(transaction=True)
def test_a_page_with_a_form_is_the_readers_own(made):
    visitor = make_world().client()
    for _time in range(2):
        assert "csrftoken" in visitor.get("/nyhetsbrev/").cookies
    assert made == ["/nyhetsbrev/"] * 2


def test_an_answer_that_says_it_must_not_be_stored_is_not():
    response = HttpResponse("x", headers={"Cache-Control": "no-store"})
    assert not ready_pages.may_be_kept(asked(), response)
