"""Collaborations, offices, roles and people as acts: what they refuse, what they leave in the trail."""

from datetime import timedelta

import pytest

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry, registered_verbs
from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import OpenWork, hand_over, open_work
from samsyn.organisations.actions import (
    change_office,
    change_own_details,
    disable_user,
    enable_user,
    end_membership,
    give_role,
    leave,
    make_collaboration,
    make_municipality,
    make_office,
)
from samsyn.organisations.actor import actor_of
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Permission, Role


@pytest.fixture
def campaign(monkeypatch):
    """A package that lets people hold open work, as campaigns do. Says who has what: person -> titles."""
    held: dict[int, list[str]] = {}

    def moved(leaving, taking, by):
        titles = held.pop(leaving.pk, [])
        held.setdefault(taking.pk, []).extend(titles)
        return len(titles)

    def works(viewer):
        return [OpenWork(title, "/") for title in held.get(viewer.pk, [])]

    monkeypatch.setattr(open_work, "_providers", {"test.work": works})
    monkeypatch.setattr(hand_over, "_providers", {"test.work": moved})
    return held


# --- Collaborations and offices ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"slug": "lan"}, "slug_taken"),
        ({"slug": "nytt", "host": "annan.localhost"}, "host_taken"),
        ({"slug": "nytt", "is_default": True}, "second_default"),
    ],
)
def test_a_collaborations_names_are_its_own(world, values, code):
    with pytest.raises(Refused, match=code):
        make_collaboration(by=None, name="X", county="X", **values)


def test_two_collaborations_may_have_offices_of_the_same_name(world):
    made = make_office(by=None, collaboration=world.other, slug="aneby", name="X", short_name="X")
    assert made.pk != world.aneby.pk


@pytest.mark.parametrize("slug", ["aneby", "personer", "mina-uppgifter"])
def test_an_offices_short_name_is_neither_taken_nor_an_address_of_ours(world, slug):
    with pytest.raises(Refused, match="slug_taken"):
        make_office(by=None, collaboration=world.collaboration, slug=slug, name="X", short_name="X")


def test_a_municipality_belongs_to_one_office(world):
    with pytest.raises(Refused, match="code_taken"):
        make_municipality(by=None, office=world.habo, code="0604", name="Aneby")


def test_only_keepers_change_an_office(world):
    values = {"name": "Nytt namn", "short_name": "Nytt", "email": "ny@exempel.se"}
    with pytest.raises(Refused, match="not_yours_to_keep"):
        change_office(
            by=world.actor("eva", Role.MANAGER, world.aneby), office=world.aneby, **values
        )
    change_office(by=world.coordinator(), office=world.aneby, **values)
    entry = AuditEntry.objects.filter(verb="organisations.change_office").get()
    assert entry.changes["name"] == ["Miljökontoret Aneby", "Nytt namn"]
    assert "slug" not in entry.changes


# --- Roles -----------------------------------------------------------------------------------------------------


def test_an_offices_role_needs_an_office(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    with pytest.raises(Refused, match="office_needed"):
        give_role(by=None, person=person, role=Role.MANAGER)


def test_the_same_role_is_held_once(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    with pytest.raises(Refused, match="role_already_held"):
        give_role(by=None, person=person, role=Role.OFFICER, office=world.aneby)


def test_a_role_can_be_held_in_several_offices(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    give_role(by=None, person=person, role=Role.CONTACT, office=world.habo)
    assert actor_of(person).offices == [world.aneby, world.habo]


def test_a_role_counts_from_its_first_day_to_the_day_before_its_last(world, clock):
    person = world.person("eva", Role.OFFICER, world.aneby)
    day = today()
    give_role(
        by=None,
        person=person,
        role=Role.CONTACT,
        office=world.aneby,
        starts=day + timedelta(days=1),
        ends=day + timedelta(days=2),
    )
    allowed = []
    for _day in range(3):
        allowed.append(bool(actor_of(person).may(Permission.PLAN_FOR_OFFICE)))
        clock.shift(timedelta(days=1))
    assert allowed == [False, True, False]


def test_the_last_day_is_not_before_the_first(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    with pytest.raises(Refused, match="ends_before_start"):
        give_role(by=None, person=person, role=Role.EDITOR, ends=today() - timedelta(days=1))


def test_the_coordinator_does_not_make_administrators(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    with pytest.raises(Refused, match="role_not_yours_to_give"):
        give_role(by=world.coordinator(), person=person, role=Role.ADMINISTRATOR)


def test_a_coordinator_gives_nothing_in_another_collaboration(world):
    person = world.person("eva", Role.OFFICER, world.far, other=True)
    with pytest.raises(Refused, match="other_collaboration"):
        give_role(by=world.coordinator(), person=person, role=Role.EDITOR)


# --- Ending and leaving ----------------------------------------------------------------------------------------


def test_access_ends_the_same_day(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    end_membership(by=world.coordinator(), membership=world.membership(person))
    assert actor_of(person).memberships == []


def test_sessions_end_with_the_last_role_and_not_before(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    other = give_role(by=None, person=person, role=Role.CONTACT, office=world.aneby)
    client = world.client(person)
    end_membership(by=None, membership=world.membership(person))
    assert client.get("/min-sida/").status_code == 200
    end_membership(by=None, membership=other)
    assert client.get("/min-sida/").status_code == 302
    assert not User.objects.get(pk=person.user_id).is_active


def test_an_old_session_stays_dead_when_she_comes_back(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(person)
    end_membership(by=None, membership=world.membership(person))
    world.person("eva", Role.OFFICER, world.habo)
    assert User.objects.get(pk=person.user_id).is_active
    assert client.get("/min-sida/").status_code == 302


def test_a_role_in_another_collaboration_keeps_the_sign_in(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    world.person("eva", Role.OFFICER, world.far, other=True)
    end_membership(by=None, membership=world.membership(person))
    assert User.objects.get(pk=person.user_id).is_active


def test_open_work_needs_a_successor(world, campaign):
    person = world.person("eva", Role.OFFICER, world.aneby)
    campaign[person.pk] = ["Utkast"]
    with pytest.raises(Refused, match="successor_needed"):
        end_membership(by=None, membership=world.membership(person))
    assert actor_of(person).memberships


def test_the_successor_takes_over(world, campaign):
    person = world.person("eva", Role.OFFICER, world.aneby)
    successor = world.person("olle", Role.OFFICER, world.aneby)
    campaign[person.pk] = ["Utkast", "Uppgift"]
    handed = end_membership(
        by=world.coordinator(), membership=world.membership(person), successor=successor
    )
    assert handed == 2
    assert campaign == {successor.pk: ["Utkast", "Uppgift"]}
    entry = AuditEntry.objects.get(verb="organisations.end_membership")
    assert entry.changes["handed_over"] == 2
    assert entry.changes["successor"] == successor.pk


def test_one_of_several_roles_can_end_without_a_successor(world, campaign):
    person = world.person("eva", Role.OFFICER, world.aneby)
    give_role(by=None, person=person, role=Role.OFFICER, office=world.habo)
    campaign[person.pk] = ["Utkast"]
    assert end_membership(by=None, membership=world.membership(person)) == 0
    assert campaign == {person.pk: ["Utkast"]}


def test_the_successor_is_another_member_of_the_same_collaboration(world, campaign):
    person = world.person("eva", Role.OFFICER, world.aneby)
    gone = world.person("olle", Role.OFFICER, world.aneby)
    end_membership(by=None, membership=world.membership(gone))
    far = world.person("fia", Role.OFFICER, world.far, other=True)
    for unfit in (person, gone, far):
        with pytest.raises(Refused, match="successor_unfit"):
            end_membership(by=None, membership=world.membership(person), successor=unfit)


def test_a_role_ends_once(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    membership = world.membership(person)
    end_membership(by=None, membership=membership)
    with pytest.raises(Refused, match="role_ended"):
        end_membership(by=None, membership=membership)


def test_a_role_that_has_not_begun_can_be_taken_back(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    first = today() + timedelta(days=30)
    coming = give_role(by=None, person=person, role=Role.EDITOR, starts=first)
    end_membership(by=None, membership=coming)
    assert coming.ends == first


def test_an_office_ends_its_own_peoples_roles_only(world):
    speaker = world.actor("eva", Role.CONTACT, world.aneby)
    own = world.person("olle", Role.OFFICER, world.aneby)
    others = world.person("nils", Role.OFFICER, world.habo)
    with pytest.raises(Refused, match="role_not_yours_to_end"):
        end_membership(by=speaker, membership=world.membership(others))
    end_membership(by=speaker, membership=world.membership(own))


def test_the_last_one_who_keeps_people_stays(world):
    coordinator = world.coordinator()
    with pytest.raises(Refused, match="last_keeper"):
        leave(by=coordinator)
    world.person("admin", Role.ADMINISTRATOR)
    leave(by=coordinator)
    assert actor_of(coordinator.person).memberships == []


def test_leaving_ends_all_ones_roles(world, campaign):
    person = world.person("eva", Role.OFFICER, world.aneby)
    give_role(by=None, person=person, role=Role.CONTACT, office=world.aneby)
    successor = world.person("olle", Role.OFFICER, world.aneby)
    campaign[person.pk] = ["Utkast"]
    assert leave(by=actor_of(person), successor=successor) == 1
    assert actor_of(person).memberships == []


# --- People ------------------------------------------------------------------------------------------------------


def test_own_details_are_kept_apart_in_the_trail(world):
    actor = world.actor("eva", Role.OFFICER, world.aneby)
    change_own_details(by=actor, name="Eva Ny", phone="010-123 45 67")
    entry = AuditEntry.objects.get(verb="organisations.change_own_details")
    assert "Eva" not in str(entry.changes) and "123" not in str(entry.changes)
    assert {value.field: value.after for value in entry.personal_values.all()} == {
        "name": "Eva Ny",
        "phone": "010-123 45 67",
    }


def test_a_disabled_user_is_out_at_once_and_can_be_let_in_again(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    client = world.client(person)
    disable_user(user=person.user, reason="slutat")
    assert client.get("/min-sida/").status_code == 302
    enable_user(user=person.user)
    assert User.objects.get(pk=person.user_id).is_active
    assert AuditEntry.objects.get(verb="organisations.disable_user").reason == "slutat"


def test_no_password_reaches_the_trail(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    disable_user(user=person.user)
    assert not any("password" in entry.changes for entry in AuditEntry.objects.all())


def test_every_verb_in_the_trail_has_its_text(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    end_membership(by=None, membership=world.membership(person))
    used = set(AuditEntry.objects.values_list("verb", flat=True))
    assert used <= registered_verbs()
