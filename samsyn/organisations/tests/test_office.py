"""An office's page, and the page that changes its details."""

import pytest

from samsyn.organisations.actions import end_membership, invite
from samsyn.organisations.roles import Role

ADDRESS = "/organisation/aneby/"


def page(world, person, address=ADDRESS):
    answer = world.client(person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def open_invitation(world):
    return invite(
        by=None,
        collaboration=world.collaboration,
        email="ny@exempel.se",
        name="Ny Person",
        role=Role.OFFICER,
        office=world.aneby,
        site_address="http://testserver/",
    ).invitation


def test_every_member_sees_people_and_roles(world):
    world.person("olle", Role.CONTACT, world.aneby)
    text = page(world, world.person("eva", Role.OFFICER, world.habo))
    assert "Olle Provman" in text and "olle@exempel.se" in text


def test_who_has_left_is_not_shown(world):
    gone = world.person("olle", Role.CONTACT, world.aneby)
    end_membership(by=None, membership=world.membership(gone))
    assert "Olle Provman" not in page(world, world.person("eva", Role.OFFICER, world.habo))


def test_another_collaborations_office_does_not_exist_here(world):
    client = world.client(world.coordinator())
    assert client.get("/organisation/fjarran/").status_code == 404


def test_the_contact_person_sees_invitations_and_can_withdraw_them(world):
    invitation = open_invitation(world)
    text = page(world, world.person("eva", Role.CONTACT, world.aneby))
    assert "ny@exempel.se" in text
    assert f"/organisation/inbjudningar/{invitation.pk}/dra-tillbaka/" in text
    assert "/organisation/aneby/bjud-in/" in text


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_other_offices_do_not_see_invitations(world, role):
    open_invitation(world)
    text = page(world, world.person("eva", role, world.habo))
    assert "ny@exempel.se" not in text and "bjud-in" not in text


def test_the_history_is_for_the_office_itself_and_for_keepers(world):
    open_invitation(world)
    heading = 'id="history"'
    assert heading in page(world, world.person("eva", Role.OFFICER, world.aneby))
    assert heading in page(world, world.coordinator())
    assert heading not in page(world, world.person("olle", Role.OFFICER, world.habo))


def test_the_history_tells_who_was_given_which_role(world):
    client = world.client(world.coordinator())
    world.person("olle", Role.CONTACT, world.aneby)
    text = client.get(ADDRESS).content.decode()
    assert "Olle Provman, kontaktperson" in text[text.index('id="history"') :]


def test_one_may_end_ones_own_role(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    other = world.person("olle", Role.OFFICER, world.aneby)
    text = page(world, person)
    assert f"/organisation/uppdrag/{world.membership(person).pk}/avsluta/" in text
    assert f"/organisation/uppdrag/{world.membership(other).pk}/avsluta/" not in text


def test_a_longer_list_costs_no_more_queries(world, django_assert_num_queries):
    client = world.client(world.coordinator())
    world.person("olle", Role.OFFICER, world.aneby)
    counted = _queries(client)
    for word in ("eva", "nils", "siv", "per"):
        world.person(word, Role.OFFICER, world.aneby)
    with django_assert_num_queries(counted):
        client.get(ADDRESS)


def _queries(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as captured:
        client.get(ADDRESS)
    return len(captured)


def test_the_coordinator_changes_the_details(world):
    client = world.client(world.coordinator())
    answer = client.post(
        f"{ADDRESS}andra/", {"name": "Miljö Aneby", "short_name": "Aneby", "email": ""}
    )
    assert answer["Location"] == ADDRESS
    assert "Miljö Aneby" in client.get(ADDRESS).content.decode()


def test_an_officer_does_not(world):
    client = world.client(world.person("eva", Role.MANAGER, world.aneby))
    assert client.get(f"{ADDRESS}andra/").status_code == 403


def test_an_empty_name_is_refused_and_the_rest_is_kept(world):
    client = world.client(world.coordinator())
    answer = client.post(
        f"{ADDRESS}andra/", {"name": "", "short_name": "Kvar", "email": "x@exempel.se"}
    )
    assert answer.status_code == 200
    assert "Kvar" in answer.content.decode()
    world.aneby.refresh_from_db()
    assert world.aneby.name == "Miljökontoret Aneby"
