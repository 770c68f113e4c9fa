"""Pages for what went wrong: what happened, what is safe, and the way on for this reader."""

import lxml.html
import pytest
from django.template.loader import render_to_string

from samsyn.core.components.interface import NavEntry, Shell, ShellPerson, address_of


def shown(code, rf=None, *, shell=None, **context):
    request = None
    if rf:
        request = rf.get("/kampanjer/skolor/?sida=2")
        request.shell = shell
    return lxml.html.document_fromstring(render_to_string(f"core/{code}.html", context, request))


def words(element):
    return " ".join(element.text_content().split())


def links(page):
    return page.xpath("//main//a/@href")


@pytest.mark.parametrize("code", [400, 403, 404, 500, 503])
def test_each_stands_without_a_request_and_has_one_heading_and_a_text(code):
    page = shown(code)
    assert len(page.xpath("//h1")) == 1
    assert words(page.xpath("//main//h1/following-sibling::p")[0])
    assert page.findtext(".//title").strip()


class TestNoAccess:
    def test_a_visitor_can_sign_in_and_comes_back(self, rf):
        sign_in = address_of("account_login")
        assert f"{sign_in}?next=/kampanjer/skolor/%3Fsida%3D2" in links(shown(403, rf))

    def test_a_member_can_ask_why(self, rf):
        page = shown(403, rf, shell=Shell(None, person=ShellPerson("Karin E.", "KE")))
        assert address_of("organisations:why") in links(page)
        assert not any("next=" in link for link in links(page))

    def test_the_reason_of_the_rule_is_given_as_text(self, rf):
        page = shown(403, rf, reason="Bara <b>kontorets</b> egna.")
        assert "Bara <b>kontorets</b> egna." in words(page.xpath("//main")[0])


class TestNotFound:
    def test_the_menu_is_offered_as_a_list_of_ways_on(self, rf):
        page = shown(404, rf, shell=Shell(None, [NavEntry("Kampanjer", "/kampanjer/")]))
        assert links(page) == ["/", "/kampanjer/"]

    def test_without_a_menu_there_is_the_start_page(self, rf):
        assert links(shown(404, rf)) == ["/"]
