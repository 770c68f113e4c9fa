"""Who a person is to search, and what the directory gives it."""

from samsyn.core.search.interface import MEMBER, PUBLIC, office_scope, role_scope, search
from samsyn.organisations.actions import change_office
from samsyn.organisations.interface import Role, reader_of


def test_a_visitor_reads_what_is_public(world):
    assert reader_of(None, world.collaboration).scopes == (PUBLIC,)


def test_an_officer_reads_her_own_office_too(world):
    scopes = reader_of(world.actor("eva", Role.OFFICER, world.aneby), world.collaboration).scopes
    assert scopes == (PUBLIC, MEMBER, office_scope(world.aneby.pk), role_scope("officer"))


def test_a_lecturer_is_no_member(world):
    scopes = reader_of(world.actor("lars", Role.LECTURER), world.collaboration).scopes
    assert MEMBER not in scopes


def test_a_member_of_one_collaboration_is_a_visitor_in_another(world):
    assert reader_of(world.coordinator(), world.other).scopes == (PUBLIC,)


def test_an_office_is_found_by_its_municipality_and_by_its_new_name(world):
    coordinator = world.coordinator()
    reader = reader_of(coordinator, world.collaboration)
    assert [hit.key for hit in search("Mullsjö", reader).hits] == [str(world.habo.pk)]
    change_office(
        by=coordinator, office=world.habo, name="Tillsynskontoret", short_name="HM", email=""
    )
    assert [hit.key for hit in search("tillsynskontor", reader).hits] == [str(world.habo.pk)]
