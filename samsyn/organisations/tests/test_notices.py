"""A person's own choice of what she is told, on one page."""

import pytest

from samsyn.core.subscriptions.interface import choices_of
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
PAGE = "/organisation/mina-uppgifter/notiser/"


def test_she_chooses_per_topic_for_herself(world: World) -> None:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    bo = world.actor("bo", Role.OFFICER, world.habo)
    before = choices_of(anna.user_id, anna.collaboration_id)
    client = world.client(anna)
    assert PAGE in client.get("/organisation/mina-uppgifter/").content.decode()
    assert client.post(PAGE, before | {"network.letters": "weekly"}).status_code == 302
    assert choices_of(anna.user_id, anna.collaboration_id) == before | {"network.letters": "weekly"}
    assert choices_of(bo.user_id, bo.collaboration_id) == before


def test_a_choice_that_is_not_offered_is_refused(world: World) -> None:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    before = choices_of(anna.user_id, anna.collaboration_id)
    answer = world.client(anna).post(PAGE, before | {"network.letters": "hourly"})
    assert answer.status_code == 422
    assert choices_of(anna.user_id, anna.collaboration_id) == before
