"""Every page of a campaign, for those who may see it and those who may not."""

from uuid import uuid4

import pytest

from samsyn.campaigns.models import Submission
from samsyn.campaigns.tests.factories import Scene, in_state
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
BASE = "/kampanjer/verkstader/"


@pytest.fixture
def sent(scene: Scene) -> Scene:
    for number in range(3):
        assert (
            scene.send(
                scene.xml(uuid4(), reference=f"DNR-{number}", q2="a" if number else "ua")
            ).status_code
            == 201
        )
    return scene


@pytest.mark.parametrize(
    "path",
    ["", "kontor/", "checklista/", "fragor/", "resultat/", "material/", "redigera/", "beslut/"],
)
def test_the_coordinator_sees(sent: Scene, path: str) -> None:
    assert sent.world.client(sent.coordinator).get(BASE + path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "",
        "kontor/",
        "checklista/",
        "fragor/",
        "material/",
        "kontor/aneby/",
        "kontor/aneby/deltagande/",
    ],
)
def test_an_officer_sees_her_own(sent: Scene, path: str) -> None:
    answer = sent.world.client(sent.officer).get(BASE + path)
    expected = 403 if path.endswith("deltagande/") else 200
    assert answer.status_code == expected


@pytest.mark.parametrize("path", ["redigera/", "beslut/"])
def test_an_officer_does_not_run_the_campaign(sent: Scene, path: str) -> None:
    assert sent.world.client(sent.officer).get(BASE + path).status_code == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("checklista/", 200),
        ("material/", 200),
        ("resultat/", 404),
        ("kontor/", 302),
        ("fragor/", 302),
    ],
)
def test_a_visitor_sees_what_is_public(sent: Scene, path: str, status: int) -> None:
    assert sent.world.client().get(BASE + path).status_code == status


def test_a_draft_is_not_known_to_visitors(scene: Scene, world: World) -> None:
    in_state(scene, "referral")
    assert world.client().get(BASE).status_code == 404
    assert "Verkstäder" not in world.client().get("/kampanjer/").content.decode()


def test_another_collaboration_knows_nothing_of_it(sent: Scene, world: World) -> None:
    stranger = world.person("annan", Role.COORDINATOR, other=True)
    client = world.client(stranger, host=world.other.host)
    assert client.get(BASE).status_code == 404
    assert "Verkstäder" not in client.get("/kampanjer/").content.decode()


def test_an_offices_objects_are_seen_by_the_office_only(sent: Scene, world: World) -> None:
    stranger = world.actor("habo", Role.OFFICER, world.habo)
    pk = Submission.objects.values_list("pk", flat=True)[0]
    assert world.client(stranger).get(f"{BASE}objekt/{pk}/").status_code == 404
    assert world.client(sent.coordinator).get(f"{BASE}objekt/{pk}/").status_code == 404
    assert world.client(stranger).get(BASE + "kontor/aneby/").status_code == 403
    assert world.client(sent.officer).get(f"{BASE}objekt/{pk}/").status_code == 200


def test_the_form_page_tells_the_browser_where_everything_is(sent: Scene) -> None:
    client = sent.world.client(sent.officer)
    answer = client.get(BASE + "kontor/aneby/nytt/", follow=True)
    assert answer.status_code == 200
    assert "wasm-unsafe-eval" in answer.headers["Content-Security-Policy"]
    config = answer.context["config"]
    assert client.get(config["formUrl"]).content.startswith(b"<?xml")
    assert "MB 26 kap. 19 §" in str(
        client.get(config["metaUrl"]).json()["questions"]["/data/kem/q1"]["law"]
    )


def test_a_draft_is_kept_on_the_server_and_submitted_later(sent: Scene) -> None:
    client, pk = sent.world.client(sent.officer), uuid4()
    url = f"{BASE}kontor/aneby/{pk}/utkast/"
    answer = client.put(url, sent.xml(pk), content_type="application/xml")
    assert answer.status_code == 200
    assert Submission.objects.get(pk=pk).state == "draft"
    assert sent.send(sent.xml(pk)).status_code == 201
    assert client.put(url, sent.xml(pk), content_type="application/xml").status_code == 409


def test_a_withdrawn_submission_no_longer_counts_and_can_be_read(sent: Scene) -> None:
    client = sent.world.client(sent.officer)
    pk = Submission.objects.values_list("pk", flat=True)[0]
    assert client.post(f"{BASE}objekt/{pk}/ta-tillbaka/", {"reason": ""}).status_code == 422
    assert (
        client.post(f"{BASE}objekt/{pk}/ta-tillbaka/", {"reason": "Fel objekt"}).status_code == 302
    )
    assert "2 av 4 planerade objekt" in client.get(BASE + "kontor/aneby/").content.decode()
    assert "Fel objekt" in client.get(f"{BASE}objekt/{pk}/").content.decode()


def test_members_see_the_result_when_the_campaign_is_closed_with_small_cells_hidden(
    sent: Scene,
) -> None:
    sent.campaign.state = "closed"
    sent.campaign.save()
    page = sent.world.client(sent.officer).get(BASE + "resultat/")
    assert page.status_code == 200
    assert page.context["table"].any_hidden
    assert all(row.bar is None for row in page.context["table"].rows)


def test_progress_is_shown_against_the_offices_own_plan(sent: Scene) -> None:
    text = sent.world.client(sent.coordinator).get(BASE).content.decode()
    assert "3 av 4 planerade objekt är gjorda." in text
