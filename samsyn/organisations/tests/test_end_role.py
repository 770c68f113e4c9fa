"""The page that ends a role."""

import pytest

from samsyn.core.registry.interface import OpenWork, hand_over, open_work
from samsyn.organisations.actor import actor_of
from samsyn.organisations.roles import Role


def address(world, person):
    return f"/organisation/uppdrag/{world.membership(person).pk}/avsluta/"


@pytest.fixture
def draft(monkeypatch):
    monkeypatch.setattr(
        open_work, "_providers", {"test.work": lambda viewer: [OpenWork("Ett utkast", "/")]}
    )
    monkeypatch.setattr(hand_over, "_providers", {"test.work": lambda leaving, taking, by: 1})


def test_the_contact_person_ends_an_officers_role(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(world.person("olle", Role.CONTACT, world.aneby))
    answer = client.post(address(world, person), {"successor": "", "reason": "Ny tjänst"})
    assert answer["Location"] == "/organisation/aneby/"
    assert actor_of(person).memberships == []
    assert "Ny tjänst" in client.get("/organisation/aneby/").content.decode()


def test_open_work_is_shown_and_needs_a_successor(world, draft):
    person = world.person("eva", Role.OFFICER, world.aneby)
    successor = world.person("olle", Role.CONTACT, world.aneby)
    client = world.client(successor)
    assert "Ett utkast" in client.get(address(world, person)).content.decode()
    refused = client.post(address(world, person), {"successor": ""})
    assert "Välj vem som tar över" in refused.content.decode()
    done = client.post(address(world, person), {"successor": str(successor.pk)}, follow=True)
    assert "1 öppet arbete lämnades över" in done.content.decode()


def test_one_leaves_by_oneself_and_is_signed_out(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(person)
    assert client.post(address(world, person), {"successor": ""})["Location"] == "/"
    assert client.get("/min-sida/").status_code == 302


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_another_office_may_not(world, role):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(world.person("olle", role, world.habo))
    assert client.post(address(world, person), {}).status_code == 403
    assert actor_of(person).memberships


def test_another_collaborations_role_does_not_exist(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    far = world.person("fia", Role.COORDINATOR, None, other=True)
    client = world.client(far, host="annan.localhost")
    assert client.get(address(world, person)).status_code == 404


def test_the_last_keeper_is_told_what_to_do_first(world):
    coordinator = world.coordinator()
    answer = world.client(coordinator).post(address(world, coordinator), {})
    assert "Ge någon annan" in answer.content.decode()


def test_those_of_the_same_office_come_first_among_successors(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    world.person("aron", Role.OFFICER, world.habo)
    world.person("ziv", Role.OFFICER, world.aneby)
    text = world.client(person).get(address(world, person)).content.decode()
    assert text.index("Ziv Provman") < text.index("Aron Provman")
