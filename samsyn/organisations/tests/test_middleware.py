"""Which collaboration and which person a request is about."""

import pytest

from samsyn.organisations.actions import end_membership
from samsyn.organisations.roles import Role


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("testserver", "Miljösamverkan Provlän"),
        ("localhost:8000", "Miljösamverkan Provlän"),
        ("annan.localhost", "Miljösamverkan Annat"),
        ("annan.localhost:8000", "Miljösamverkan Annat"),
    ],
)
def test_the_host_name_decides_the_collaboration(world, host, name):
    assert name in world.client(host=host).get("/om/").content.decode()


def test_a_member_of_one_collaboration_is_a_stranger_in_the_other(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    assert world.client(person, host="annan.localhost").get("/min-sida/").status_code == 403


def test_a_user_without_any_role_today_is_no_member(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    world.person("eva", Role.OFFICER, world.far, other=True)
    end_membership(by=None, membership=world.membership(person))
    assert world.client(person).get("/min-sida/").status_code == 403
