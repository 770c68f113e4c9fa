"""Loading is checking: every page against every role, and every getter against what may not be known."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from samsyn.organisations import access
from samsyn.organisations.actions import invite
from samsyn.organisations.actor import actor_of
from samsyn.organisations.models import Office
from samsyn.organisations.roles import COLLABORATION_ROLES, Permission, Role
from samsyn.organisations.rules import roles_that_may

# Who gets 200; all other roles get 403, and a visitor is sent to the sign-in. Offices' roles are held in Aneby.
MEMBERS = set(Role) - {Role.LECTURER}
KEEPERS = {Role.COORDINATOR, Role.ADMINISTRATOR}
SPEAKERS = {Role.CONTACT, Role.MANAGER}
PAGES = {
    "/organisation/": MEMBERS,
    "/organisation/aneby/": MEMBERS,
    "/organisation/habo-mullsjo/": MEMBERS,
    "/organisation/aneby/andra/": KEEPERS,
    "/organisation/habo-mullsjo/andra/": KEEPERS,
    "/organisation/aneby/bjud-in/": KEEPERS | SPEAKERS,
    "/organisation/habo-mullsjo/bjud-in/": KEEPERS,
    "/organisation/personer/": KEEPERS,
    "/organisation/personer/bjud-in/": KEEPERS,
    "/organisation/mina-uppgifter/": set(Role),
    "/roller/": set(Role),
    "/varfor/": set(Role),
}


@pytest.mark.parametrize("role", list(Role))
def test_each_page_opens_for_those_roles_and_no_others(world, role):
    office = None if role in COLLABORATION_ROLES else world.aneby
    client = world.client(world.person("eva", role, office))
    opened = {address for address in PAGES if client.get(address).status_code == 200}
    refused = {address for address in PAGES if client.get(address).status_code == 403}
    assert opened == {address for address, roles in PAGES.items() if role in roles}
    assert refused == set(PAGES) - opened


@pytest.mark.parametrize("address", PAGES)
def test_a_visitor_is_sent_to_the_sign_in(world, address):
    answer = world.client().get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/konto/login/?next={address}"


@pytest.mark.parametrize("address", PAGES)
def test_a_user_of_another_collaboration_is_refused(world, address):
    far = world.person("fia", Role.OFFICER, world.far, other=True)
    assert world.client(far).get(address).status_code == 403


@pytest.mark.parametrize(
    "getter",
    [access.get_office_to_see, access.get_office_to_change, access.get_office_to_invite_to],
)
@pytest.mark.parametrize("slug", ["fjarran", "finns-inte"])
def test_an_office_that_may_not_be_known_is_not_found(world, getter, slug):
    with pytest.raises(Http404):
        getter(world.coordinator(), slug)


def test_a_getter_gives_what_it_promises(world):
    coordinator = world.coordinator()
    assert access.get_office_to_see(coordinator, "aneby") == world.aneby
    assert isinstance(access.get_office_to_change(coordinator, "aneby"), Office)
    assert access.get_office_to_invite_to(coordinator, "habo-mullsjo") == world.habo


def test_a_refusal_says_in_swedish_which_roles_may(world):
    with pytest.raises(PermissionDenied) as refused:
        access.check(world.actor("eva", Role.OFFICER, world.aneby), Permission.RUN_CAMPAIGNS)
    assert str(refused.value) == "Det här kräver någon av rollerna: länssamordnare."


@pytest.mark.parametrize("permission", list(Permission))
def test_every_refusal_names_all_roles_that_may(permission):
    sentence = access.refusal(permission)
    for role in roles_that_may(permission):
        assert str(Role(role).label).lower() in sentence


def test_a_check_in_one_office_is_not_a_check_in_another(world):
    actor = world.actor("eva", Role.CONTACT, world.aneby)
    access.check(actor, Permission.PLAN_FOR_OFFICE, office=world.aneby)
    with pytest.raises(PermissionDenied):
        access.check(actor, Permission.PLAN_FOR_OFFICE, office=world.habo)


def test_the_history_is_seen_by_the_office_and_by_keepers(world):
    own = world.actor("eva", Role.OFFICER, world.aneby)
    other = world.actor("olle", Role.MANAGER, world.habo)
    steering = world.actor("stig", Role.STEERING)
    assert access.may_see_history(own, world.aneby)
    assert access.may_see_history(world.coordinator(), world.aneby)
    assert not access.may_see_history(other, world.aneby)
    assert not access.may_see_history(steering, world.aneby)


def test_one_gets_ones_own_role_to_end_but_not_a_colleagues(world):
    me = world.actor("eva", Role.OFFICER, world.aneby)
    colleague = world.person("olle", Role.OFFICER, world.aneby)
    assert access.get_membership_to_end(me, world.membership(me).pk).person_id == me.pk
    with pytest.raises(PermissionDenied):
        access.get_membership_to_end(me, world.membership(colleague).pk)


def test_an_unknown_role_is_not_found(world):
    with pytest.raises(Http404):
        access.get_membership_to_end(world.coordinator(), 999_999)


def test_a_person_to_explain_is_a_colleague(world):
    me = world.actor("eva", Role.OFFICER, world.aneby)
    colleague = world.person("olle", Role.OFFICER, world.aneby)
    stranger = world.person("nils", Role.OFFICER, world.habo)
    far = world.person("fia", Role.OFFICER, world.far, other=True)
    assert access.get_person_to_explain(me, colleague.pk) == colleague
    with pytest.raises(PermissionDenied):
        access.get_person_to_explain(me, stranger.pk)
    with pytest.raises(Http404):
        access.get_person_to_explain(me, far.pk)


def test_an_invitation_is_found_by_its_token_at_its_own_host_only(world):
    invitation, token = invite(
        by=None,
        collaboration=world.collaboration,
        email="ny@exempel.se",
        name="Ny",
        role=Role.OFFICER,
        office=world.aneby,
        site_address="http://testserver/",
    )
    assert access.get_invitation_to_accept(world.collaboration, token) == invitation
    for collaboration, guess in ((world.other, token), (world.collaboration, token[:-1])):
        with pytest.raises(Http404):
            access.get_invitation_to_accept(collaboration, guess)


def test_an_actor_is_asked_anew_after_a_role_is_given(world):
    person = world.person("eva", Role.OFFICER, world.aneby)
    before = actor_of(person)
    world.person("eva", Role.CONTACT, world.aneby)
    assert not before.may(Permission.INVITE_TO_OFFICE)
    assert actor_of(person).may(Permission.INVITE_TO_OFFICE)
