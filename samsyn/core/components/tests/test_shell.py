"""The frame of every page: where you are, who you are, and the way past it."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.test import RequestFactory

from samsyn.core.components.navigation import (
    NavEntry,
    Shell,
    ShellPerson,
    address_of,
    footer_groups,
    person_links,
)


@pytest.fixture
def page(rf: RequestFactory):
    def render(template="core/404.html", **shell):
        request = rf.get("/")
        get_token(request)
        collaboration = SimpleNamespace(name="Miljösamverkan Ekebergs län")
        request.shell = Shell(collaboration, **shell)
        return BeautifulSoup(
            render_to_string(template, {"reason": "Bara kontoret."}, request), "html.parser"
        )

    return render


NAV = [NavEntry("Kampanjer", "/kampanjer/", active=True), NavEntry("Frågor", "/fragor/", badge=2)]
KARIN = ShellPerson("Karin Ek", "KE", "Miljökontoret Nässjö")


def test_the_first_link_leads_past_the_menu(page):
    document = page(nav=NAV)
    first = document.select("a")[0]
    assert first.get("href") == "#main"
    assert document.select("main#main[tabindex='-1']")


def test_a_page_is_swedish_and_has_one_heading_and_one_of_each_landmark(page):
    document = page(nav=NAV)
    assert document.html["lang"] == "sv"
    assert [len(document.select(tag)) for tag in ("h1", "main", "header", "footer")] == [
        1,
        1,
        1,
        1,
    ]


def test_the_menu_says_which_part_is_open_and_what_waits(page):
    current, questions = page(nav=NAV).select(".site-nav a")
    assert current.get("aria-current") == "page"
    assert " ".join(questions.get_text().split()) == "Frågor 2 väntar"


def test_the_menu_of_small_screens_opens_without_scripts(page):
    (menu,) = page(nav=NAV).select("details.site-menu")
    assert "Meny" in menu.select("summary")[0].get_text()
    assert len(menu.select("nav a")) >= len(NAV)


def test_two_menus_of_the_same_page_have_different_names(page):
    names = [nav.get("aria-label") for nav in page(nav=NAV).select("nav")]
    assert len(names) == len(set(names))


def test_a_visitor_is_offered_to_sign_in(page):
    assert page().select("a.sign-in[href='/konto/login/']")


def test_a_member_sees_her_name_and_office_and_signs_out_by_a_form(page):
    document = page(person=KARIN)
    assert not document.select("a.sign-in")
    assert "Karin Ek" in document.select(".person-name")[0].get_text()
    (form,) = document.select(".person-menu form[method=post]")
    assert form.get("action") == "/konto/logout/"
    assert form.select("input[name=csrfmiddlewaretoken]")


def test_a_demonstration_says_on_every_page_that_data_is_invented(page):
    assert page(demo=True).select(".example-strip .exempeldata")
    assert not page().select(".example-strip")


def test_a_refusal_gives_its_reason_and_somebody_to_ask(page):
    text = page("core/403.html").get_text()
    assert "Bara kontoret." in text
    assert "eller länssamordnaren" in text


def test_the_page_of_our_own_faults_needs_neither_shell_nor_database():
    document = BeautifulSoup(render_to_string("core/500.html"), "html.parser")
    assert document.select("h1")[0].text == "Något gick fel hos oss"
    assert not document.select("link, script, style")


def test_nothing_links_to_a_page_that_does_not_exist():
    assert address_of("web:no-such-page") == ""
    assert all(url for group in footer_groups() for _, url in group.links)
    assert all(url for _, _, url in person_links())


def test_on_a_phone_sign_in_stands_last_in_the_menu_and_never_for_a_member(page):
    visitor, member = page(nav=NAV), page(nav=NAV, person=KARIN)
    links = visitor.select(".site-menu .only-narrow a")
    assert links[-1]["href"] == address_of("account_login")
    assert not visitor.select(".site-nav .only-narrow")
    sign_in = f'.only-narrow a[href="{address_of("account_login")}"]'
    assert not member.select(sign_in)
