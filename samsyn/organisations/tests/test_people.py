"""All people, one person, her roles, one's own details."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.organisations.actor import actor_of
from samsyn.organisations.roles import Role

ADDRESS = "/organisation/personer/"


def test_only_keepers_see_all_people(world):
    world.person("olle", Role.OFFICER, world.habo)
    assert "Olle Provman" in world.client(world.coordinator()).get(ADDRESS).content.decode()
    admin = world.person("admin", Role.ADMINISTRATOR)
    assert world.client(admin).get(ADDRESS).status_code == 200
    for role in (Role.OFFICER, Role.MANAGER):
        person = world.person(f"p{role}", role, world.aneby)
        assert world.client(person).get(ADDRESS).status_code == 403


def test_people_of_other_collaborations_are_not_there(world):
    world.person("fia", Role.OFFICER, world.far, other=True)
    assert "Fia Provman" not in world.client(world.coordinator()).get(ADDRESS).content.decode()


def test_a_longer_list_costs_no_more_queries(world):
    client = world.client(world.coordinator())
    counts = []
    for words in (("a1",), ("b1", "b2", "b3", "b4", "b5")):
        for word in words:
            world.person(word, Role.OFFICER, world.aneby)
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 15


def test_the_coordinator_gives_a_role(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(world.coordinator())
    answer = client.post(
        f"{ADDRESS}{person.pk}/", {"role": "contact", "office": str(world.habo.pk)}
    )
    assert answer.status_code == 302
    assert {(held.role, held.office) for held in actor_of(person).memberships} == {
        ("officer", world.aneby),
        ("contact", world.habo),
    }


def test_what_is_refused_is_said_on_the_page(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(world.coordinator())
    text = client.post(f"{ADDRESS}{person.pk}/", {"role": "officer", "office": ""}).content.decode()
    assert "Välj vilket kontor" in text
    answer = client.post(
        f"{ADDRESS}{person.pk}/",
        {"role": "editor", "office": "", "starts": "2026-12-01", "ends": "2026-11-30"},
    )
    assert "före första dagen" in answer.content.decode()


def test_the_page_tells_earlier_roles_too(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    held = world.membership(person)
    held.ends = held.starts
    held.save()
    text = world.client(world.coordinator()).get(f"{ADDRESS}{person.pk}/").content.decode()
    assert "Handläggare" in text
    assert f"/organisation/uppdrag/{held.pk}/avsluta/" not in text


def test_somebody_of_another_collaboration_does_not_exist(world):
    far = world.person("fia", Role.OFFICER, world.far, other=True)
    client = world.client(world.coordinator())
    assert client.get(f"{ADDRESS}{far.pk}/").status_code == 404


def test_an_officer_sees_no_persons_page(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    assert world.client(person).get(f"{ADDRESS}{person.pk}/").status_code == 403


def test_everybody_changes_her_own_details(world):
    person = world.person("gunnar", Role.LECTURER)
    client = world.client(person)
    answer = client.post(
        "/organisation/mina-uppgifter/", {"name": "Gunnar Ny", "phone": "010-1"}, follow=True
    )
    assert "sparade" in answer.content.decode()
    person.refresh_from_db()
    assert (person.name, person.phone) == ("Gunnar Ny", "010-1")


def test_a_long_list_of_people_stands_on_several_pages_in_order(world, monkeypatch):
    monkeypatch.setattr("samsyn.organisations.views.people.PER_PAGE", 2)
    boss = world.coordinator()
    for word in ("östen", "ada", "eva"):
        world.person(word, Role.OFFICER, world.aneby)
    first, second = (
        world.client(boss).get(f"/organisation/personer/?sida={n}").content.decode() for n in (1, 2)
    )
    assert first.index("Ada Provman") < first.index("Eva Provman")
    assert "Östen Provman" not in first
    assert "?sida=2" in first
    assert second.index("Samordnare Provman") < second.index("Östen Provman")
    assert "4 personer" in first
