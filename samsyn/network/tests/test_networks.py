"""Thematic networks: proposed, started, kept, written to and handed over."""

import io

import pytest
from django.test import Client

from samsyn.core.audit.interface import AuditEntry
from samsyn.core.mail.interface import Mail
from samsyn.core.registry.interface import waiting_items
from samsyn.network.actions import join_network, make_network
from samsyn.network.models import Network, NetworkFile, NetworkLetter
from samsyn.organisations.interface import Actor, Role, end_membership
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
TEXTS = {"name": "Bullernätverket", "purpose": "Vi träffas två gånger om året.", "area": "noise"}
LETTER = {"key": "k1", "subject": "Nästa träff", "text": "Vi ses den 3 mars.\n<b>Inte fet</b>"}


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def anna(world: World) -> Actor:
    return world.actor("anna", Role.OFFICER, world.aneby)


@pytest.fixture
def bo(world: World) -> Actor:
    return world.actor("bo", Role.OFFICER, world.habo)


@pytest.fixture
def noise(world: World, anna: Actor) -> Network:
    """Anna is its contact person."""
    return make_network(
        by=anna, collaboration=world.collaboration, slug="buller", contact=anna.person, **TEXTS
    )


def upload(name: str = "mall.txt", content: bytes = b"En mall") -> dict[str, object]:
    file = io.BytesIO(content)
    file.name = name
    return {"title": "Mall för beslut", "file": file}


def write(client: Client, **changes: str):
    return client.post("/natverk/buller/brev/", {**LETTER, **changes})


def test_a_member_proposes_and_the_coordinator_starts(world: World, anna: Actor, bo: Actor) -> None:
    mine = world.client(anna)
    assert mine.post("/natverk/nytt/", TEXTS).status_code == 302
    made = Network.objects.get()
    page = f"/natverk/{made.slug}/"
    assert (made.state, made.contact_id) == ("proposed", anna.pk)
    assert mine.get(page).status_code == 200
    others = world.client(bo)
    assert others.get(page).status_code == 404
    assert "Bullernätverket" not in text(others.get("/natverk/"))
    assert others.post(page, {"what": "join"}).status_code == 404
    coordinator = world.coordinator()
    waits = [item.title for give in waiting_items.providers() for item in give(coordinator)]
    assert "Bullernätverket" in waits
    assert mine.post(f"{page}besluta/", {"what": "start"}).status_code == 403
    keeper = world.client(coordinator)
    for _twice in range(2):
        keeper.post(f"{page}besluta/", {"what": "start"})
    assert others.get(page).status_code == 200
    assert [mail.to for mail in Mail.objects.all()] == ["anna@exempel.se"]


def test_the_coordinator_declines_with_a_reason_that_who_proposed_reads(
    world: World, anna: Actor
) -> None:
    mine, keeper = world.client(anna), world.client(world.coordinator())
    mine.post("/natverk/nytt/", TEXTS)
    page = f"/natverk/{Network.objects.get().slug}/"
    keeper.post(f"{page}besluta/", {"what": "close", "reason": " "})
    assert Network.objects.get().state == "proposed"
    keeper.post(f"{page}besluta/", {"what": "close", "reason": "Hälsonätverket tar buller."})
    assert "Hälsonätverket tar buller." in text(mine.get(page))
    assert mine.post(f"{page}brev/", LETTER).status_code == 422


def test_the_coordinators_own_network_starts_at_once_with_a_name_of_its_own(world: World) -> None:
    client = world.client(world.coordinator())
    for name in ("Nytt", "Nytt"):
        client.post("/natverk/nytt/", TEXTS | {"name": name})
    assert sorted(Network.objects.values_list("slug", "state")) == [
        ("nytt-2", "active"),
        ("nytt-3", "active"),
    ], "the address /natverk/nytt/ is a page"
    missing = client.post("/natverk/nytt/", TEXTS | {"name": ""})
    assert missing.status_code == 422
    assert "Vi träffas två gånger om året." in text(missing), "nothing typed is lost"


def test_files_are_for_the_members(world: World, anna: Actor, bo: Actor, noise: Network) -> None:
    mine, others = world.client(anna), world.client(bo)
    for _twice in range(2):
        assert mine.post("/natverk/buller/filer/ny/", upload()).status_code == 302
    file = NetworkFile.objects.get()
    address = f"/natverk/buller/filer/{file.pk}/"
    assert b"".join(mine.get(address)) == b"En mall"
    assert others.get(address).status_code == 403
    assert "Mall för beslut" not in text(others.get("/natverk/buller/"))
    assert others.post("/natverk/buller/filer/ny/", upload()).status_code == 403
    join_network(by=bo, network=noise)
    assert b"".join(others.get(address)) == b"En mall"
    assert others.post(f"{address}ta-bort/").status_code == 403, "neither hers nor her network"
    assert mine.post(f"{address}ta-bort/").status_code == 302
    assert mine.get(address).status_code == 404


def test_a_file_that_is_not_let_in_gets_a_sentence(world: World, anna: Actor, noise) -> None:
    refused = world.client(anna).post("/natverk/buller/filer/ny/", upload("virus.exe"))
    assert refused.status_code == 422
    assert not NetworkFile.objects.exists()


def test_a_letter_goes_once_to_each_member_of_today_with_the_senders_name(
    world: World, anna: Actor, bo: Actor, noise: Network
) -> None:
    gone = world.actor("borta", Role.OFFICER, world.habo)
    for member in (bo, gone):
        join_network(by=member, network=noise)
    end_membership(by=None, membership=world.membership(gone), reason="Slutar")
    client = world.client(anna)
    for _twice in range(2):
        assert write(client).status_code == 302
    mail = Mail.objects.get()
    assert mail.to == "bo@exempel.se"
    assert mail.subject == "Bullernätverket: Nästa träff"
    for said in ("Anna Provman, Aneby", "anna@exempel.se", "<b>Inte fet</b>"):
        assert said in mail.body
    page = text(world.client(bo).get("/natverk/buller/"))
    assert "Vi ses den 3 mars." in page
    assert "<b>Inte fet</b>" not in page
    assert AuditEntry.objects.filter(verb="network.wrote").count() == 1


def test_who_is_not_in_the_network_neither_writes_nor_reads(
    world: World, bo: Actor, anna: Actor, noise: Network
) -> None:
    client = world.client(bo)
    assert write(client).status_code == 403
    join_network(by=bo, network=noise)
    write(client)
    outside = world.client(world.actor("cia", Role.OFFICER, world.habo))
    assert "Nästa träff" not in text(outside.get("/natverk/buller/"))
    stranger = world.client(
        world.person("annan", Role.COORDINATOR, other=True), host=world.other.host
    )
    assert stranger.get("/natverk/buller/").status_code == 404


def test_letters_are_limited(world: World, anna: Actor, bo: Actor, noise: Network) -> None:
    join_network(by=bo, network=noise)
    client = world.client(anna)
    for number in range(3):
        assert write(client, key=f"k{number}").status_code == 302
    refused = write(client, key="k4")
    assert refused.status_code == 422
    assert "Vi ses den 3 mars." in text(refused), "nothing typed is lost"
    assert NetworkLetter.objects.count() == 3


def test_a_letter_to_nobody_is_refused(world: World, anna: Actor, noise: Network) -> None:
    assert write(world.client(anna)).status_code == 422
    assert not NetworkLetter.objects.exists()


def test_the_contact_person_hands_over_before_she_leaves(
    world: World, anna: Actor, bo: Actor, noise: Network
) -> None:
    client = world.client(anna)
    client.post("/natverk/buller/", {"what": "leave"})
    assert noise.members.count() == 1, "somebody always answers for the network"
    stranger = {**TEXTS, "contact": str(bo.pk)}
    assert client.post("/natverk/buller/andra/", stranger).status_code == 422
    join_network(by=bo, network=noise)
    assert world.client(bo).get("/natverk/buller/andra/").status_code == 403
    assert client.post("/natverk/buller/andra/", stranger).status_code == 302
    client.post("/natverk/buller/", {"what": "leave"})
    noise.refresh_from_db()
    assert noise.contact_id == bo.pk
    assert list(noise.members.values_list("person_id", flat=True)) == [bo.pk]


def test_when_she_leaves_the_county_her_successor_answers_for_the_network(
    world: World, anna: Actor, bo: Actor, noise: Network
) -> None:
    handed = end_membership(
        by=None, membership=world.membership(anna), successor=bo.person, reason="Slutar"
    )
    noise.refresh_from_db()
    assert handed == 1
    assert noise.contact_id == bo.pk
    page = text(world.client(bo).get("/natverk/buller/"))
    assert "Anna Provman" not in page


def test_the_page_asks_the_database_as_often_for_many_members(
    world: World, anna: Actor, noise: Network, django_assert_max_num_queries
) -> None:
    for number in range(8):
        member = world.actor(f"m{number}", Role.OFFICER, world.habo)
        join_network(by=member, network=noise)
    client = world.client(anna)
    client.get("/natverk/buller/")
    with django_assert_max_num_queries(30):
        client.get("/natverk/buller/")
