"""The compiled list and the criteria, through the pages."""

import pytest

from samsyn.core.audit.interface import AuditEntry
from samsyn.planning.models import Criterion
from samsyn.planning.tests.factories import Scene

pytestmark = pytest.mark.django_db


def criterion(scene: Scene, name: str = "Likvärdig tillsyn") -> Criterion:
    scene.world.client(scene.steering).post(
        "/forslag/kriterier/", {"name": name, "question": "Blir kraven mer lika?"}
    )
    return Criterion.objects.get(name=name)


def test_the_steering_group_writes_its_criteria_and_the_opinion_has_one_field_for_each(
    scene: Scene,
) -> None:
    first, second = criterion(scene), criterion(scene, "Sparad tid")
    proposal = scene.proposal()
    client = scene.world.client(scene.coordinator)
    path = f"/forslag/{proposal.number}/yttrande/"
    text = client.get(path).content.decode()
    assert "Blir kraven mer lika?" in text
    client.post(path, {f"criterion-{first.pk}": "Stor nytta.", f"criterion-{second.pk}": ""})
    assert list(proposal.opinions.values_list("criterion__name", "text")) == [
        ("Likvärdig tillsyn", "Stor nytta.")
    ]
    assert AuditEntry.objects.filter(verb="planning.opinion_written").count() == 1


def test_an_empty_opinion_is_refused_with_what_to_do(scene: Scene) -> None:
    one = criterion(scene)
    proposal = scene.proposal()
    got = scene.world.client(scene.steering).post(
        f"/forslag/{proposal.number}/yttrande/", {f"criterion-{one.pk}": " "}
    )
    assert got.status_code == 422
    assert "minst ett kriterium" in got.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "new"


def test_without_criteria_one_is_led_to_write_them(scene: Scene) -> None:
    proposal = scene.proposal()
    got = scene.world.client(scene.steering).get(f"/forslag/{proposal.number}/yttrande/")
    assert got.headers["Location"] == "/forslag/kriterier/"


def test_a_criterion_no_longer_used_keeps_what_was_written_under_it(scene: Scene) -> None:
    one = criterion(scene)
    proposal = scene.proposal()
    client = scene.world.client(scene.steering)
    client.post(f"/forslag/{proposal.number}/yttrande/", {f"criterion-{one.pk}": "Stor nytta."})
    client.post(f"/forslag/kriterier/{one.pk}/sluta/")
    assert "Likvärdig tillsyn" not in client.get("/forslag/kriterier/").content.decode()
    assert "Stor nytta." in client.get(f"/forslag/{proposal.number}/").content.decode()


def test_an_officer_reads_the_criteria_and_changes_none(scene: Scene) -> None:
    one = criterion(scene)
    client = scene.world.client(scene.officer)
    assert "Likvärdig tillsyn" in client.get("/forslag/kriterier/").content.decode()
    assert client.post("/forslag/kriterier/", {"name": "Mitt"}).status_code == 403
    assert client.post(f"/forslag/kriterier/{one.pk}/sluta/").status_code == 403


def test_the_compiled_list_shows_opinions_and_what_the_offices_say_for_one_year(
    scene: Scene,
) -> None:
    one = criterion(scene)
    proposal, later = scene.proposal(), scene.proposal("Konstgräs", plan_year=2031)
    scene.world.client(scene.steering).post(
        f"/forslag/{proposal.number}/yttrande/", {f"criterion-{one.pk}": "Stor nytta."}
    )
    client = scene.world.client(scene.neighbour)
    client.post(f"/forslag/{proposal.number}/", {"text": "Vi vill vara med."})
    text = client.get("/forslag/sammanstallning/").content.decode()
    assert "Stor nytta." in text
    assert "Vi vill vara med." in text
    assert later.title not in text
    assert later.title in client.get("/forslag/sammanstallning/?ar=2031").content.decode()


def test_the_compiled_list_is_empty_with_a_way_on(scene: Scene) -> None:
    text = scene.world.client(scene.officer).get("/forslag/sammanstallning/").content.decode()
    assert 'href="/forslag/nytt/"' in text


def test_the_compiled_list_asks_as_often_for_many_as_for_few(
    scene: Scene, django_assert_max_num_queries
) -> None:
    for number in range(12):
        scene.proposal(f"Förslag {number}")
    client = scene.world.client(scene.officer)
    with django_assert_max_num_queries(18):
        client.get("/forslag/sammanstallning/")
