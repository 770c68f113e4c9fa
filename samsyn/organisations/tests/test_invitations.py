"""Inviting, accepting and withdrawing as acts: what is kept, what is mailed, who may, and what happens twice."""

from datetime import timedelta

import pytest

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry, AuditPersonalValue
from samsyn.core.mail.interface import Mail
from samsyn.organisations.actions import (
    accept_invitation,
    disable_user,
    invite,
    withdraw_invitation,
)
from samsyn.organisations.actor import actor_of
from samsyn.organisations.models import Invitation, Person
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Role

SITE = "https://samsyn.exempel.se/"


def invited(world, *, by=None, role=Role.OFFICER, office=None, email="Ny@exempel.se"):
    return invite(
        by=by or world.coordinator(),
        collaboration=world.collaboration,
        email=email,
        name="Ny Person",
        role=role,
        office=office if office is not None else world.aneby,
        site_address=SITE,
    )


def test_the_letter_carries_the_link_and_the_table_only_its_hash(world):
    invitation, token = invited(world)
    letter = Mail.objects.get()
    assert letter.to == "ny@exempel.se"
    assert f"https://samsyn.exempel.se/inbjudan/{token}/" in letter.body
    assert token not in str(Invitation.objects.values().get())
    assert token not in str(list(AuditEntry.objects.values()))
    assert invitation.token_hash != token


def test_it_is_valid_for_fourteen_days(world):
    invitation, _token = invited(world)
    assert invitation.expires_at - invitation.invited_at == timedelta(days=14)


def test_name_and_address_lie_in_the_erasable_table_only(world):
    invited(world)
    entry = AuditEntry.objects.get(verb="organisations.invite")
    assert "exempel.se" not in str(entry.changes)
    hidden = {value.field: value.after for value in entry.personal_values.all()}
    assert hidden["email"] == "ny@exempel.se"
    assert entry.changes["email"][1].startswith("hmac:")


@pytest.mark.parametrize("role", [Role.CONTACT, Role.MANAGER])
def test_contact_and_manager_invite_to_their_own_office(world, role):
    speaker = world.actor("eva", role, world.aneby)
    assert invited(world, by=speaker).invitation.invited_by_id == speaker.user_id


def test_an_office_does_not_invite_to_another(world):
    speaker = world.actor("eva", Role.CONTACT, world.aneby)
    with pytest.raises(Refused, match="role_not_yours_to_give"):
        invited(world, by=speaker, office=world.habo)


def test_an_office_does_not_make_coordinators(world):
    speaker = world.actor("eva", Role.CONTACT, world.aneby)
    with pytest.raises(Refused, match="role_not_yours_to_give"):
        invited(world, by=speaker, role=Role.COORDINATOR)


def test_an_officer_invites_nobody(world):
    with pytest.raises(Refused, match="role_not_yours_to_give"):
        invited(world, by=world.actor("eva", Role.OFFICER, world.aneby))
    assert not Mail.objects.exists()


def test_nobody_invites_to_another_collaborations_office(world):
    with pytest.raises(Refused, match="other_collaboration"):
        invited(world, office=world.far)


def test_a_second_invitation_to_the_same_is_refused_while_the_first_is_open(world):
    coordinator = world.coordinator()
    invited(world, by=coordinator)
    with pytest.raises(Refused, match="already_invited"):
        invited(world, by=coordinator, email="NY@exempel.se")


def test_accepting_makes_user_person_and_role(world):
    invitation, _token = invited(world)
    person = accept_invitation(by=None, invitation=invitation, name="Nya Namnet")
    assert person.user.email == "ny@exempel.se"
    assert person.name == "Nya Namnet"
    assert not person.user.has_usable_password()
    assert [held.role for held in actor_of(person).memberships] == [Role.OFFICER]
    assert actor_of(person).office == world.aneby


def test_a_password_may_be_set(world):
    invitation, _token = invited(world)
    person = accept_invitation(
        by=None, invitation=invitation, name="Ny", password="lagom-lang-fras"
    )
    assert person.user.check_password("lagom-lang-fras")


def test_a_known_user_keeps_her_password_and_gets_a_person_here(world):
    elsewhere = world.person("ny", Role.OFFICER, world.far, other=True)
    invitation, _token = invited(world)
    person = accept_invitation(
        by=None, invitation=invitation, name="Ny", password="annan-lang-fras"
    )
    assert person.user_id == elsewhere.user_id and person.pk != elsewhere.pk
    assert not person.user.check_password("annan-lang-fras")
    assert User.objects.filter(email="ny@exempel.se").count() == 1


def test_a_known_person_gets_one_more_role(world):
    person = world.person("ny", Role.OFFICER, world.habo)
    invitation, _token = invited(world)
    assert accept_invitation(by=None, invitation=invitation, name="Ny").pk == person.pk
    assert {held.office for held in actor_of(person).memberships} == {world.aneby, world.habo}


def test_whoever_has_the_role_already_can_still_accept(world):
    person = world.person("ny", Role.OFFICER, world.aneby)
    invitation, _token = invited(world)
    accept_invitation(by=None, invitation=invitation, name="Ny")
    assert person.memberships.count() == 1


def test_a_closed_account_opens_again(world):
    person = world.person("ny", Role.OFFICER, world.aneby)
    disable_user(user=person.user)
    invitation, _token = invited(world)
    accept_invitation(by=None, invitation=invitation, name="Ny")
    assert User.objects.get(pk=person.user_id).is_active


def test_it_works_once(world):
    invitation, _token = invited(world)
    accept_invitation(by=None, invitation=invitation, name="Ny")
    with pytest.raises(Refused, match="invitation_used"):
        accept_invitation(by=None, invitation=invitation, name="Ny")


def test_two_at_once_make_one_person(world):
    invitation, _token = invited(world)
    stale = Invitation.objects.get(pk=invitation.pk)
    accept_invitation(by=None, invitation=invitation, name="Ny")
    with pytest.raises(Refused, match="invitation_used"):
        accept_invitation(by=None, invitation=stale, name="Ny")
    assert Person.objects.filter(user__email="ny@exempel.se").count() == 1


def test_after_fourteen_days_it_is_too_late(world, clock):
    invitation, _token = invited(world)
    clock.shift(timedelta(days=14))
    with pytest.raises(Refused, match="invitation_expired"):
        accept_invitation(by=None, invitation=invitation, name="Ny")
    assert not User.objects.filter(email="ny@exempel.se").exists()


def test_a_withdrawn_one_is_worthless(world):
    coordinator = world.coordinator()
    invitation, _token = invited(world, by=coordinator)
    withdraw_invitation(by=coordinator, invitation=invitation)
    with pytest.raises(Refused, match="invitation_withdrawn"):
        accept_invitation(by=None, invitation=invitation, name="Ny")


def test_an_office_does_not_withdraw_anothers_invitation(world):
    invitation, _token = invited(world)
    with pytest.raises(Refused, match="role_not_yours_to_give"):
        withdraw_invitation(by=world.actor("eva", Role.CONTACT, world.habo), invitation=invitation)


def test_nobody_takes_anothers_invitation_by_mistake(world):
    somebody = world.person("annan", Role.OFFICER, world.habo)
    invitation, _token = invited(world)
    with pytest.raises(Refused, match="signed_in_as_other"):
        accept_invitation(by=somebody.user_id, invitation=invitation, name="Ny")
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    assert not User.objects.filter(email="ny@exempel.se").exists()


def test_the_trail_tells_who_accepted(world):
    invitation, _token = invited(world)
    person = accept_invitation(by=None, invitation=invitation, name="Ny")
    entry = AuditEntry.objects.get(verb="organisations.accept_invitation")
    assert entry.actor_id == person.user_id
    assert AuditPersonalValue.objects.filter(subject_id=person.user_id).exists()
