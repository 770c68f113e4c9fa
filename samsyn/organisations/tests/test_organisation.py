"""The collaboration's page: offices with municipalities, who coordinates."""

from samsyn.organisations.roles import Role

ADDRESS = "/organisation/"


def test_a_visitor_is_asked_to_sign_in(world):
    answer = world.client().get(ADDRESS)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/login/")


def test_a_member_sees_offices_with_their_municipalities(world):
    text = (
        world.client(world.person("eva", Role.OFFICER, world.aneby)).get(ADDRESS).content.decode()
    )
    assert "Miljökontoret Habo och Mullsjö" in text
    assert "Habo (0643)" in text and "Mullsjö (0642)" in text
    assert "Fjärran" not in text


def test_a_member_sees_who_coordinates(world):
    coordinator = world.coordinator()
    text = world.client(coordinator).get(ADDRESS).content.decode()
    assert coordinator.person.name in text and "samordnare@exempel.se" in text


def test_only_keepers_get_the_way_to_all_people(world):
    officer = world.client(world.person("eva", Role.OFFICER, world.aneby))
    assert "/organisation/personer/" not in officer.get(ADDRESS).content.decode()
    keeper = world.client(world.coordinator())
    assert "/organisation/personer/" in keeper.get(ADDRESS).content.decode()


def test_a_lecturer_is_told_which_roles_it_needs(world):
    answer = world.client(world.person("gunnar", Role.LECTURER)).get(ADDRESS)
    assert answer.status_code == 403


def test_it_costs_the_same_with_many_offices(world, django_assert_max_num_queries):
    client = world.client(world.coordinator())
    with django_assert_max_num_queries(14):
        client.get(ADDRESS)
