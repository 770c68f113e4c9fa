"""Reads: in Swedish order, of one collaboration only, and only what holds today."""

from datetime import timedelta

import pytest

from samsyn.core.clock.interface import today
from samsyn.organisations import queries
from samsyn.organisations.actions import (
    change_office,
    end_membership,
    give_role,
    invite,
    make_office,
    withdraw_invitation,
)
from samsyn.organisations.actor import actor_of
from samsyn.organisations.models import Office
from samsyn.organisations.roles import Role


def names(people):
    return [person.name.split()[0] for person in people]


def test_offices_stand_in_swedish_order(world):
    for slug, name in (("oxabacken", "Öxabäcken"), ("asele", "Åsele"), ("zinken", "Zinken")):
        make_office(
            by=None, collaboration=world.collaboration, slug=slug, name=name, short_name=name
        )
    found = [office.short_name for office in queries.offices_of(world.collaboration)]
    assert found == ["Aneby", "Habo-Mullsjö", "Zinken", "Åsele", "Öxabäcken"]


def test_offices_of_one_kind(world):
    make_office(
        by=None,
        collaboration=world.collaboration,
        slug="lst",
        name="Länsstyrelsen",
        short_name="Länsstyrelsen",
        kind=Office.Kind.COUNTY_BOARD,
    )
    found = queries.offices_of(world.collaboration, kind=Office.Kind.COUNTY_BOARD)
    assert [office.slug for office in found] == ["lst"]


def test_offices_bring_their_municipalities_at_no_further_cost(world, django_assert_num_queries):
    with django_assert_num_queries(2):
        for office in queries.offices_of(world.collaboration):
            list(office.municipalities.all())


def test_municipalities_bring_their_office(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = [
            (place.name, place.office.slug)
            for place in queries.municipalities_of(world.collaboration)
        ]
    assert found == [("Aneby", "aneby"), ("Habo", "habo-mullsjo"), ("Mullsjö", "habo-mullsjo")]


def test_members_are_those_with_a_role_today(world):
    world.person("eva", Role.OFFICER, world.aneby)
    gone = world.person("olle", Role.OFFICER, world.aneby)
    end_membership(by=None, membership=world.membership(gone))
    world.person("fia", Role.OFFICER, world.far, other=True)
    assert names(queries.members_of(world.collaboration)) == ["Eva"]


def test_a_coming_role_makes_no_member_yet(world, clock):
    person = world.person("eva", Role.OFFICER, world.aneby)
    end_membership(by=None, membership=world.membership(person))
    give_role(by=None, person=person, role=Role.EDITOR, starts=today() + timedelta(days=1))
    assert names(queries.members_of(world.collaboration)) == []
    clock.shift(timedelta(days=1))
    assert names(queries.members_of(world.collaboration)) == ["Eva"]


def test_people_with_a_role_everywhere_or_in_one_office(world):
    world.person("eva", Role.CONTACT, world.aneby)
    world.person("olle", Role.CONTACT, world.habo)
    world.person("nils", Role.OFFICER, world.aneby)
    assert names(queries.people_with_role(world.collaboration, Role.CONTACT)) == ["Eva", "Olle"]
    in_aneby = queries.people_with_role(
        world.collaboration, Role.CONTACT, Role.OFFICER, office=world.aneby
    )
    assert names(in_aneby) == ["Eva", "Nils"]


def test_somebody_with_two_roles_is_named_once(world):
    person = world.person("eva", Role.CONTACT, world.aneby)
    give_role(by=None, person=person, role=Role.MANAGER, office=world.aneby)
    assert names(queries.speakers_of(world.aneby)) == ["Eva"]


def test_coordinators(world):
    world.coordinator()
    assert names(queries.coordinators_of(world.collaboration)) == ["Samordnare"]
    assert queries.coordinators_of(world.other) == []


def test_the_roles_of_an_office_stand_in_order_of_name(world):
    world.person("östen", Role.OFFICER, world.aneby)
    world.person("adam", Role.MANAGER, world.aneby)
    held = queries.memberships_of_office(world.aneby)
    assert [membership.person.name.split()[0] for membership in held] == ["Adam", "Östen"]


def test_current_roles_of_many_people_cost_three_queries(world, django_assert_num_queries):
    for word in ("a", "b", "c", "d"):
        world.person(word, Role.OFFICER, world.aneby)
    with django_assert_num_queries(2):
        people = list(queries.members_of(world.collaboration))
        roles = [queries.roles_of(person)[0].office.name for person in people]
    assert roles == ["Miljökontoret Aneby"] * 4


def test_open_invitations_are_those_that_can_be_used(world, clock):
    coordinator = world.coordinator()

    def sent(word, office):
        return invite(
            by=coordinator,
            collaboration=world.collaboration,
            email=f"{word}@exempel.se",
            name=word,
            role=Role.OFFICER,
            office=office,
            site_address="http://testserver/",
        ).invitation

    withdrawn, kept, elsewhere = (
        sent("a", world.aneby),
        sent("b", world.aneby),
        sent("c", world.habo),
    )
    withdraw_invitation(by=coordinator, invitation=withdrawn)
    assert list(queries.open_invitations(world.collaboration, office=world.aneby)) == [kept]
    assert set(queries.open_invitations(world.collaboration)) == {kept, elsewhere}
    clock.shift(timedelta(days=14))
    assert not queries.open_invitations(world.collaboration)


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.OFFICER, {"Eva", "Olle"}),
        (Role.MANAGER, {"Eva", "Olle"}),
        (Role.COORDINATOR, {"Eva", "Olle", "Nils"}),
        (Role.ADMINISTRATOR, {"Eva", "Olle", "Nils"}),
        (Role.STEERING, {"Eva"}),
    ],
)
def test_about_whom_one_may_ask(world, role, seen):
    wide = role in {Role.COORDINATOR, Role.ADMINISTRATOR, Role.STEERING}
    actor = world.actor("eva", role, None if wide else world.aneby)
    world.person("olle", Role.OFFICER, world.aneby)
    world.person("nils", Role.OFFICER, world.habo)
    world.person("fia", Role.OFFICER, world.far, other=True)
    assert set(names(queries.people_explained_to(actor))) == seen


def test_history_tells_what_was_done_to_office_and_roles_newest_first(world, clock):
    person = world.person("eva", Role.OFFICER, world.aneby)
    clock.shift(timedelta(minutes=1))
    coordinator = world.coordinator()
    end_membership(by=coordinator, membership=world.membership(person), reason="Ny tjänst")
    clock.shift(timedelta(minutes=1))
    change_office(by=coordinator, office=world.aneby, name="Nytt", short_name="N", email="")
    lines = [(line.text, line.about, line.reason) for line in queries.history_of(world.aneby)]
    assert lines[0] == ("Kontorets uppgifter ändrades", "", "")
    assert lines[1] == ("En roll avslutades", "Eva Provman, handläggare", "Ny tjänst")
    assert lines[-1][0] == "Kontoret lades till"
    assert queries.history_of(world.habo)[0].text == "Kontoret lades till"


def test_history_is_cut_at_its_limit(world):
    for word in ("a", "b", "c"):
        world.person(word, Role.OFFICER, world.aneby)
    assert len(queries.history_of(world.aneby, limit=2)) == 2


def test_a_person_is_found_by_address_whatever_its_case(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    assert queries.person_by_email(world.collaboration, "EVA@Exempel.se") == person
    assert queries.person_by_email(world.other, "eva@exempel.se") is None


def test_offices_and_collaborations_are_found_by_short_name(world):
    assert queries.collaboration_by_slug("lan") == world.collaboration
    assert queries.collaboration_by_slug("finns-inte") is None
    assert queries.office_by_slug(world.collaboration, "aneby") == world.aneby
    assert queries.office_by_slug(world.collaboration, "fjarran") is None


def test_an_actor_knows_her_offices_in_the_order_she_joined(world):
    person = world.person("eva", Role.OFFICER, world.habo)
    give_role(by=None, person=person, role=Role.CONTACT, office=world.aneby)
    give_role(by=None, person=person, role=Role.MANAGER, office=world.habo)
    actor = actor_of(person)
    assert actor.offices == [world.habo, world.aneby]
    assert actor.office == world.habo
