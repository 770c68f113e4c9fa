"""How often pages are read is known; who read them is not."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Role, root_page_of
from samsyn.web import visits
from samsyn.web.models import InfoPage, PageVisits


@pytest.fixture(autouse=True)
def _nothing_counted_before():
    visits._counted.clear()
    yield
    visits._counted.clear()


def counted():
    visits.write_counted()
    return dict(PageVisits.objects.values_list("path", "visits"))


def test_each_showing_of_a_public_page_is_one_more(world):
    client = world.client()
    for _time in range(3):
        client.get("/om/")
    client.get("/om/?a=1")
    client.get("/press/")
    assert counted() == {"/om/": 4, "/press/": 1}
    client.get("/om/")
    assert counted() == {"/om/": 5, "/press/": 1}


def test_a_busy_database_costs_no_page_and_no_visit(world, monkeypatch, settings):
    settings.VISITS_WRITTEN_EVERY = -1
    add = visits._add

    def busy(*_):
        raise OperationalError("database is locked")

    monkeypatch.setattr(visits, "_add", busy)
    assert world.client().get("/om/").status_code == 200
    assert not PageVisits.objects.exists()
    monkeypatch.setattr(visits, "_add", add)
    assert counted() == {"/om/": 1}


def test_the_row_holds_a_day_a_page_and_a_number_and_nothing_else():
    fields = {field.name for field in PageVisits._meta.get_fields()}
    assert fields == {"id", "collaboration", "day", "path", "visits"}


def test_counting_sets_no_cookie(world):
    client = world.client()
    client.get("/om/")
    assert not client.cookies


def test_pages_of_editors_are_counted_too(world):
    root_page_of(world.collaboration).add_child(instance=InfoPage(title="Avtal", slug="avtal"))
    world.client().get("/avtal/")
    assert counted() == {"/avtal/": 1}


@pytest.mark.parametrize(
    "address", ["/finns-inte/", "/min-sida/", "/nyheter/rss.xml", "/robots.txt", "/organisation/"]
)
def test_what_is_not_a_public_page_is_not_counted(world, address):
    world.client(world.coordinator()).get(address)
    assert counted() == {}


def test_robots_that_say_so_and_parts_of_pages_are_left_out(world):
    world.client().get("/om/", headers={"user-agent": "Mozilla/5.0 (compatible; Examplebot/2.1)"})
    world.client().get("/om/", headers={"hx-request": "true"})
    world.client().head("/om/")
    assert counted() == {}


def test_an_address_that_holds_a_secret_is_never_kept(world, settings):
    world.client().get("/inbjudan/hemligt/")
    world.client().get("/nyhetsbrev/bekrafta/hemligt/")
    assert counted() == {}


def test_each_collaboration_has_its_own_numbers(world):
    world.client(host="annan.localhost").get("/om/")
    visits.write_counted()
    assert PageVisits.objects.get().collaboration_id == world.other.pk
    page = world.client(world.coordinator()).get("/statistik/").content.decode()
    assert "Ingenting har räknats än" in page


def test_a_process_writes_now_and_then_by_itself(world, settings):
    settings.VISITS_WRITTEN_EVERY = -1
    world.client().get("/om/")
    assert PageVisits.objects.get().visits == 1


def test_editors_see_the_numbers_of_a_period(world):
    for day, number in ((0, 3), (6, 1000), (8, 50)):
        PageVisits.objects.create(
            collaboration=world.collaboration,
            day=today() - timedelta(days=day),
            path="/om/" if day else "/press/",
            visits=number,
        )
    client = world.client(world.person("sofia", Role.EDITOR))
    week = client.get("/statistik/?dagar=7").content.decode()
    assert "1\u202f003 sidvisningar" in week
    assert week.index('href="/om/"', week.index("<table")) < week.index(
        'href="/press/"', week.index("<table")
    )
    assert "1\u202f053 sidvisningar" in client.get("/statistik/?dagar=allt").content.decode()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.STEERING])
def test_others_do_not_see_them(world, role):
    office = world.aneby if role == Role.OFFICER else None
    assert world.client(world.person("eva", role, office)).get("/statistik/").status_code == 403


def test_the_number_of_questions_does_not_grow_with_the_pages(
    world, django_assert_num_queries, django_assert_max_num_queries
):
    client = world.client(world.coordinator())
    with django_assert_max_num_queries(30) as few:
        client.get("/statistik/")
    for n in range(30):
        PageVisits.objects.create(
            collaboration=world.collaboration, day=today(), path=f"/sida-{n}/", visits=n
        )
    with django_assert_num_queries(len(few)):
        client.get("/statistik/")
