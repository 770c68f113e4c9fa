"""The search page: what each reader finds, with and without JavaScript."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.core.search.interface import MEMBER, Document, index
from samsyn.guidance.tests.factories import published
from samsyn.organisations.interface import Role

ADDRESS = "/sok/"


@pytest.fixture
def visitor(world):
    return world.client()


@pytest.fixture
def officer(world):
    return world.client(world.person("eva", Role.OFFICER, world.aneby))


def document(world, key, scope="public", **more):
    values = {"kind": "kampanj", "title": "Hamnar i länet", "body": "", "url": f"/{key}/"}
    return Document(
        **{"collaboration_id": world.collaboration.pk, "key": key, "scope": scope, **values, **more}
    )


def text(response):
    return response.content.decode()


def test_the_empty_page_says_what_can_be_found(visitor):
    page = visitor.get(ADDRESS)
    assert page.status_code == 200
    assert "26 kap. 19 §" in text(page)
    assert 'name="q"' in text(page)


def test_a_visitor_finds_what_is_public_and_never_hears_of_the_rest(world, visitor):
    index(document(world, "oppen", title="Hamnar"))
    index(document(world, "intern", MEMBER, title="Hamnmöte", body="hemligstation"))
    page = text(visitor.get(ADDRESS, {"q": "hamn"}))
    assert 'href="/oppen/"' in page
    assert "intern" not in page
    assert "<mark>Hamnar</mark>" in page
    assert "hemligstation" not in text(visitor.get(ADDRESS, {"q": "hemligstatio"})).replace(
        "hemligstatio</", ""
    ).replace("hemligstatio”", "")


def test_a_member_finds_the_directory_and_a_visitor_does_not(world, officer, visitor):
    address = reverse("organisations:office", args=["habo-mullsjo"])
    assert address in text(officer.get(ADDRESS, {"q": "Mullsjö"}))
    assert address not in text(visitor.get(ADDRESS, {"q": "Mullsjö"}))
    assert officer.get(address).status_code == 200


def test_a_lecturer_finds_no_more_than_a_visitor(world):
    lecturer = world.client(world.person("lars", Role.LECTURER))
    assert "/organisation/habo" not in text(lecturer.get(ADDRESS, {"q": "Mullsjö"}))


def test_another_collaboration_is_another_index(world, visitor):
    index(document(world, "oppen"))
    away = world.client(host="annan.localhost")
    assert "/oppen/" not in text(away.get(ADDRESS, {"q": "hamn"}))


def test_kinds_can_be_chosen_and_their_numbers_stay(world, visitor):
    index(document(world, "a"))
    index(document(world, "b", kind="fraga", title="Hamnens avfall?"))
    page = text(visitor.get(ADDRESS, {"q": "hamn", "typ": "fraga"}))
    assert 'href="/b/"' in page
    assert 'href="/a/"' not in page
    assert "Alla (2)" in page


def test_a_kind_without_hits_leads_back_to_all(world, visitor):
    index(document(world, "a"))
    page = text(visitor.get(ADDRESS, {"q": "hamn", "typ": "fraga"}))
    assert "/sok/?q=hamn" in page


def test_a_misspelling_is_answered_with_what_was_meant(world, visitor):
    index(document(world, "a", title="Legionella i simhallar"))
    page = text(visitor.get(ADDRESS, {"q": "legionela"}))
    assert 'href="/sok/?q=legionella"' in page


def test_no_hit_keeps_what_was_typed(visitor):
    page = text(visitor.get(ADDRESS, {"q": "rymdfärja <b>"}))
    assert 'value="rymdfärja &lt;b&gt;"' in page


def test_as_one_types_only_the_result_comes_and_the_last_word_may_be_unfinished(world, visitor):
    index(document(world, "a", title="Fordonstvättar"))
    part = text(visitor.get(ADDRESS, {"q": "fordonst"}, headers={"HX-Request": "true"}))
    assert 'href="/a/"' in part
    assert "<html" not in part
    assert 'href="/a/"' not in text(visitor.get(ADDRESS, {"q": "fordonst"}))


def test_many_hits_stand_on_pages(world, visitor):
    for number in range(25):
        index(document(world, f"d{number}"))
    first = text(visitor.get(ADDRESS, {"q": "hamn"}))
    second = text(visitor.get(ADDRESS, {"q": "hamn", "sida": "2"}))
    assert first.count("<h3>") == 20
    assert second.count("<h3>") == 5
    assert "sida=2" in first


@pytest.mark.parametrize("number", ["0", "-1", "x", "²", "99999999"])
def test_a_strange_page_number_is_no_error(world, visitor, number):
    index(document(world, "a"))
    assert visitor.get(ADDRESS, {"q": "hamn", "sida": number}).status_code == 200


def test_the_number_of_queries_does_not_follow_the_number_of_hits(
    world, visitor, django_assert_num_queries
):
    for number in range(25):
        index(document(world, f"d{number}"))
    visitor.get(ADDRESS, {"q": "hamn"})
    with CaptureQueriesContext(connection) as few:
        visitor.get(ADDRESS, {"q": "hamn"})
    for number in range(25, 60):
        index(document(world, f"d{number}"))
    with django_assert_num_queries(len(few)):
        visitor.get(ADDRESS, {"q": "hamn"})


def test_every_page_leads_to_search(visitor):
    assert 'href="/sok/"' in text(visitor.get("/om/"))


def test_a_search_is_narrowed_by_area_law_state_and_year_and_keeps_its_words(world, visitor):
    boss = world.coordinator()
    published(boss, area="water", title="Hamnar", slug="hamnar")
    index(document(world, "vatten", title="Hamn och slam", area="water", year=2024))
    index(
        document(
            world, "buller", title="Hamn och buller", body="MB 2 kap. 3 §", area="health", year=2023
        )
    )
    index(document(world, "forr", title="Hamn förr", area="water", year=2019, is_ended=True))

    def shown(**chosen):
        page = text(visitor.get(ADDRESS, {"q": "hamn", **chosen}))
        return {key for key in ("hamnar", "vatten", "buller", "forr") if f"/{key}/" in page}

    assert shown() == {"hamnar", "vatten", "buller"}
    assert shown(omrade="water") == {"hamnar", "vatten"}
    assert shown(omrade="water", ar="2024") == {"hamnar", "vatten"}
    assert shown(lag="MB") == {"hamnar", "buller"}
    assert shown(ar="2023") == {"buller"}
    assert shown(lage="galler-inte") == {"forr"}
    assert shown(omrade="hittepa", ar="x", lag="x", lage="x") == {"hamnar", "vatten", "buller"}
    page = text(visitor.get(ADDRESS, {"q": "hamn", "omrade": "water"}))
    assert '<option value="water" selected>' in page
    assert "q=hamn&amp;typ=kampanj&amp;omrade=water" in page
    nothing = text(visitor.get(ADDRESS, {"q": "hamn", "omrade": "sewage"}))
    assert "Sök i allt" in nothing and "?q=hamn" in nothing
    assert "hamn" not in text(world.client(boss).get("/handlaggarstod/sokningar/"))
