"""An address that letters do not reach is told to the coordinator, and to nobody else."""

import pytest

from samsyn.core.clock.interface import now
from samsyn.core.mail.interface import Mail
from samsyn.organisations.interface import Role
from samsyn.organisations.letters import waiting_for_addresses
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def letter(world: World, to: str, state: Mail.State, words: str = "") -> None:
    Mail.objects.create(
        key=f"{to}:{state}", to=to, subject="Påminnelse", body="", state=state, error=words, queued_at=now(),
        collaboration_id=world.collaboration.pk,
    )  # fmt: skip


def test_the_coordinator_sees_whose_address_it_is_and_what_the_server_wrote(world: World) -> None:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    coordinator = world.coordinator()
    assert list(waiting_for_addresses(coordinator)) == []
    letter(world, "anna@exempel.se", Mail.State.REFUSED, "550 no such mailbox")
    letter(world, "gast@exempel.se", Mail.State.FAILED)
    (item,) = waiting_for_addresses(coordinator)
    assert "anna@exempel.se" in item.detail
    page = world.client(coordinator).get(item.url).content.decode()
    assert "550 no such mailbox" in page
    assert f"/organisation/personer/{anna.pk}/" in page
    assert "gast@exempel.se" in page
    assert list(waiting_for_addresses(anna)) == []


def test_when_a_letter_arrives_the_line_is_gone(world: World) -> None:
    letter(world, "anna@exempel.se", Mail.State.REFUSED)
    letter(world, "anna@exempel.se", Mail.State.SENT)
    assert list(waiting_for_addresses(world.coordinator())) == []
