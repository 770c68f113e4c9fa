"""Thematic networks, and a directory that shows only what people have chosen to show."""

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.network.actions import make_network
from samsyn.network.models import NetworkMember, Profile
from samsyn.organisations.interface import Role, end_membership
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
FULL = {
    "areas": ["sewage", "noise"], "languages": "finska", "ask_me": "markbäddar", "hosts": "on", "lends_hours": "on",
}  # fmt: skip


def text(answer) -> str:
    return answer.content.decode()


def test_nothing_is_shown_that_is_not_ticked(world: World) -> None:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    client = world.client(anna)
    client.post("/natverk/min-profil/", FULL)
    reader = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert "Anna Provman" not in text(reader.get("/natverk/"))
    client.post("/natverk/min-profil/", FULL | {"shown": ["ask_me"]})
    page = text(reader.get("/natverk/"))
    assert "markbäddar" in page
    assert "finska" not in page
    for hidden in ("omrade=sewage", "tar_emot=1", "lanar_ut=1"):
        assert "Anna Provman" not in text(reader.get(f"/natverk/?{hidden}")), (
            "a filter tells nothing"
        )


def test_a_backup_is_found_by_area_and_hours(world: World) -> None:
    for word, areas in (("anna", ["sewage"]), ("cia", ["noise"])):
        sent = FULL | {"areas": areas, "shown": ["areas", "lends_hours"]}
        world.client(world.actor(word, Role.OFFICER, world.aneby)).post(
            "/natverk/min-profil/", sent
        )
    reader = world.client(world.actor("bo", Role.OFFICER, world.habo))
    page = text(reader.get("/natverk/?omrade=sewage&lanar_ut=1"))
    assert "Anna Provman" in page
    assert "Cia Provman" not in page


def test_who_has_left_is_not_found_and_others_see_no_profile_of_another_county(
    world: World,
) -> None:
    anna = world.actor("anna", Role.OFFICER, world.aneby)
    world.client(anna).post("/natverk/min-profil/", FULL | {"shown": ["ask_me"]})
    stranger = world.client(
        world.person("annan", Role.COORDINATOR, other=True), host=world.other.host
    )
    assert "markbäddar" not in text(stranger.get("/natverk/"))
    end_membership(by=None, membership=world.membership(anna), reason="Slutar")
    reader = world.client(world.actor("bo", Role.OFFICER, world.habo))
    assert "markbäddar" not in text(reader.get("/natverk/"))


def test_a_profile_in_the_trail_holds_no_words_of_it(world: World) -> None:
    client = world.client(world.actor("anna", Role.OFFICER, world.aneby))
    client.post("/natverk/min-profil/", FULL)
    client.post("/natverk/min-profil/", FULL | {"ask_me": "värmepumpar"})
    assert Profile.objects.get().ask_me == "värmepumpar"
    changes = str([one.changes for one in AuditEntry.objects.filter(verb="network.profile_set")])
    assert "markbäddar" not in changes
    assert "hmac:" in changes


def test_joining_and_leaving_a_network(world: World) -> None:
    anna = world.person("anna", Role.OFFICER, world.aneby)
    made = make_network(
        by=world.coordinator(), collaboration=world.collaboration, slug="buller", name="Bullernätverket", contact=anna,
    )  # fmt: skip
    bo = world.actor("bo", Role.OFFICER, world.habo)
    client = world.client(bo)
    assert "Bullernätverket" in text(client.get("/natverk/"))
    for _twice in range(2):
        client.post("/natverk/buller/", {"what": "join"})
    assert made.members.count() == 2
    page = text(client.get("/natverk/buller/"))
    assert "Bo Provman" in page
    assert "anna@exempel.se" in page
    client.post("/natverk/buller/", {"what": "leave"})
    assert list(NetworkMember.objects.values_list("person_id", flat=True)) == [anna.pk]
    assert client.get("/natverk/finns-inte/").status_code == 404
