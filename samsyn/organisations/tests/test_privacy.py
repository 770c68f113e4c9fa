"""What is held about a person can be handed out and erased; what she did stays."""

from datetime import timedelta

from samsyn.core.accounts.interface import User
from samsyn.core.audit.interface import AuditEntry, AuditPersonalValue
from samsyn.core.clock.interface import now
from samsyn.core.registry.interface import personal_erasers, personal_extracts, retentions
from samsyn.organisations.actions import change_own_details, invite
from samsyn.organisations.actor import actor_of
from samsyn.organisations.models import Invitation, Person
from samsyn.organisations.privacy import erase_old_invitations, erase_person, extract_person
from samsyn.organisations.roles import Role


def test_the_extract_tells_name_address_and_roles(world):
    person = world.person("eva", Role.CONTACT, world.aneby)
    told = extract_person(person.user_id)
    assert told["user"]["email"] == "eva@exempel.se"
    assert told["people"][0]["name"] == "Eva Provman"
    assert told["roles"][0]["office"] == "Miljökontoret Aneby"


def test_erasing_leaves_the_acts_and_no_name(world):
    person = world.person("eva", Role.CONTACT, world.aneby)
    change_own_details(by=actor_of(person), name="Eva Ny", phone="1")
    acts = AuditEntry.objects.count()
    erase_person(person.user_id)
    assert AuditEntry.objects.count() == acts
    assert not AuditPersonalValue.objects.filter(subject_id=person.user_id).exists()
    stored = str(list(User.objects.values())) + str(list(Person.objects.values()))
    assert "Eva" not in stored and "eva@" not in stored


def test_old_invitations_lose_name_and_address(world, clock):
    invite(
        by=None, collaboration=world.collaboration, email="ny@exempel.se", name="Ny",
        role=Role.OFFICER, office=world.aneby, site_address="http://testserver/",
    )  # fmt: skip
    assert erase_old_invitations(now() - timedelta(days=365)) == 0
    clock.shift(timedelta(days=366))
    assert erase_old_invitations(now() - timedelta(days=365)) == 1
    assert Invitation.objects.get().email == ""


def test_they_are_registered():
    assert "organisations.person" in personal_extracts.owners()
    assert "organisations.person" in personal_erasers.owners()
    assert "organisations.invitations" in retentions.owners()
