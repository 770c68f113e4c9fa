"""The pages that invite and withdraw."""

import pytest

from samsyn.core.mail.interface import Mail
from samsyn.organisations.models import Invitation
from samsyn.organisations.roles import Role

ADDRESS = "/organisation/aneby/bjud-in/"
NEW = {"name": "Ny Person", "email": "ny@exempel.se", "role": "officer"}


def test_a_manager_invites_to_her_office(world):
    client = world.client(world.person("eva", Role.MANAGER, world.aneby))
    answer = client.post(ADDRESS, NEW, follow=True)
    assert "ny@exempel.se" in answer.content.decode()
    letter = Mail.objects.get()
    assert "http://testserver/inbjudan/" in letter.body
    assert "Eva Provman" in letter.body


def test_the_letter_is_in_swedish(world):
    world.client(world.coordinator()).post(ADDRESS, NEW)
    letter = Mail.objects.get()
    assert letter.subject == "Inbjudan till Miljösamverkan Provlän i Samsyn"
    assert "handläggare" in letter.body


@pytest.mark.parametrize(
    ("role", "office"), [(Role.OFFICER, "aneby"), (Role.CONTACT, "habo"), (Role.EDITOR, None)]
)
def test_others_are_refused(world, role, office):
    person = world.person("eva", role, getattr(world, office) if office else None)
    assert world.client(person).get(ADDRESS).status_code == 403
    assert world.client(person).post(ADDRESS, NEW).status_code == 403
    assert not Invitation.objects.exists()


def test_a_role_that_is_not_hers_to_give_is_not_a_choice(world):
    client = world.client(world.person("eva", Role.CONTACT, world.aneby))
    assert 'value="coordinator"' not in client.get(ADDRESS).content.decode()
    answer = client.post(ADDRESS, {**NEW, "role": "coordinator"})
    assert answer.status_code == 200
    assert not Invitation.objects.exists()


def test_a_repeated_invitation_is_explained(world):
    client = world.client(world.coordinator())
    client.post(ADDRESS, NEW)
    text = client.post(ADDRESS, NEW).content.decode()
    assert "redan en öppen inbjudan" in text
    assert Invitation.objects.count() == 1


def test_keepers_invite_to_the_whole_collaboration(world):
    address = "/organisation/personer/bjud-in/"
    coordinator = world.client(world.coordinator())
    coordinator.post(address, {**NEW, "role": "steering"})
    assert Invitation.objects.get().office is None
    speaker = world.client(world.person("eva", Role.CONTACT, world.aneby))
    assert speaker.get(address).status_code == 403


def test_withdrawing(world):
    client = world.client(world.coordinator())
    client.post(ADDRESS, NEW)
    address = f"/organisation/inbjudningar/{Invitation.objects.get().pk}/dra-tillbaka/"
    assert client.get(address).status_code == 405
    assert client.post(address)["Location"] == "/organisation/aneby/"
    assert Invitation.objects.get().withdrawn_at is not None


def test_another_office_cannot_withdraw(world):
    world.client(world.coordinator()).post(ADDRESS, NEW)
    invitation = Invitation.objects.get()
    other = world.client(world.person("olle", Role.CONTACT, world.habo))
    assert (
        other.post(f"/organisation/inbjudningar/{invitation.pk}/dra-tillbaka/").status_code == 403
    )


def test_another_collaborations_invitation_does_not_exist(world):
    world.client(world.coordinator()).post(ADDRESS, NEW)
    far = world.person("fia", Role.COORDINATOR, None, other=True)
    client = world.client(far, host="annan.localhost")
    address = f"/organisation/inbjudningar/{Invitation.objects.get().pk}/dra-tillbaka/"
    assert client.post(address).status_code == 404
