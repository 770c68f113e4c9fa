"""Sending submissions, through the address that browsers and field apps use."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from samsyn.campaigns.actions.campaign import choose_checklist
from samsyn.campaigns.devices import end_device_key, make_device_key
from samsyn.campaigns.models import DeviceKey, SetAside, Submission
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.tests.factories import Scene, in_state, publish
from samsyn.core.audit.interface import AuditEntry
from samsyn.core.clock.interface import today
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db


def test_a_submission_is_stored_counted_and_audited_with_a_receipt(scene: Scene) -> None:
    pk = uuid4()
    answer = scene.send(scene.xml(pk))
    assert answer.status_code == 201
    stored = Submission.objects.get(pk=pk)
    assert answer.json()["receipt"] == stored.receipt != ""
    assert (stored.reference, stored.object_type, stored.selection) == ("DNR-1", "verkstad", "risk")
    assert (stored.measures, stored.minutes) == (["advice", "order"], 90)
    assert picture_of(scene.campaign).question("q2").by_code() == {
        "ua": 0,
        "a": 1,
        "ek": 0,
        "ea": 0,
    }
    assert AuditEntry.objects.filter(verb="campaigns.submitted", object_id=str(pk)).count() == 1


def test_the_same_content_again_gives_the_same_receipt_and_is_one_record(scene: Scene) -> None:
    xml = scene.xml(uuid4())
    first, second = scene.send(xml), scene.send(xml)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["receipt"] == second.json()["receipt"]
    assert picture_of(scene.campaign).submissions == 1


def test_other_content_under_the_same_id_is_refused_and_kept_aside(scene: Scene) -> None:
    pk = uuid4()
    scene.send(scene.xml(pk, q2="a"))
    answer = scene.send(scene.xml(pk, q2="ua"))
    assert answer.status_code == 409
    assert "Inget är borta" in answer.json()["message"]
    assert SetAside.objects.filter(submission_id=pk).count() == 1
    assert picture_of(scene.campaign).question("q2").by_code()["a"] == 1


def test_a_correction_keeps_the_earlier_version_and_moves_the_count(scene: Scene) -> None:
    pk = uuid4()
    scene.send(scene.xml(pk, q2="a"))
    answer = scene.send(scene.xml(pk, q2="ua"), revision=1)
    assert answer.status_code == 201
    stored = Submission.objects.get(pk=pk)
    assert stored.revision == 2
    assert stored.revisions.count() == 1
    assert picture_of(scene.campaign).question("q2").by_code() == {
        "ua": 1,
        "a": 0,
        "ek": 0,
        "ea": 0,
    }


def test_a_correction_of_an_old_revision_is_set_aside(scene: Scene) -> None:
    pk = uuid4()
    scene.send(scene.xml(pk, q2="a"))
    scene.send(scene.xml(pk, q2="ua"), revision=1)
    assert scene.send(scene.xml(pk, q2="ek"), revision=1).status_code == 409


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"q1": ""}, "Svara på frågan ”Finns säkerhetsdatablad?”."),
        ({"q1": "a"}, "Svara på frågan ”Kommentar”."),
        (
            {"q1": "kanske"},
            "Svaret på ”Finns säkerhetsdatablad?” är inte ett av dem som går att välja: kanske.",
        ),
        ({"antal": "101"}, "Svaret på ”Antal fat” ligger utanför det som frågan tillåter."),
        ({"antal": "tolv"}, "Svaret på ”Antal fat” är inte av rätt slag: tolv."),
        ({"date": "2020-01-01"}, "Besöksdagen ska ligga inom kampanjperioden."),
    ],
)
def test_what_is_wrong_is_said_by_the_questions_own_name(
    scene: Scene, answers: dict, sentence: str
) -> None:
    answer = scene.send(scene.xml(**answers))
    assert answer.status_code == 422
    assert sentence in [problem["message"] for problem in answer.json()["problems"]]
    assert not Submission.objects.exists()


def test_a_visit_that_has_not_been_is_refused(scene: Scene) -> None:
    answer = scene.send(scene.xml(date=(today() + timedelta(days=2)).isoformat()))
    assert answer.status_code == 422
    assert "inte varit än" in answer.json()["problems"][0]["message"]


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"hej",
        b"<data>\x00</data>",
        b"<data>\xff\xfe</data>",
        b'<!DOCTYPE data [<!ENTITY x "y">]><data>&x;</data>',
        b"<a>" * 70 + b"</a>" * 70,
        b"<data>" + b"<a/>" * 5_001 + b"</data>",
        b"<data " + b" ".join(b'a%d="1"' % n for n in range(201)) + b"/>",
        b"<data>" + b"x" * (2 * 1024 * 1024) + b"</data>",
    ],
)
def test_hostile_xml_is_refused_before_anything_is_stored(scene: Scene, xml: bytes) -> None:
    assert scene.send(xml).status_code == 400
    assert not Submission.objects.exists()


def test_an_answer_to_another_version_is_refused_with_what_to_do(scene: Scene) -> None:
    answer = scene.send(scene.xml(version="99-abc"))
    assert answer.status_code == 409
    assert "annan version" in answer.json()["message"]


def test_an_older_version_of_the_campaigns_own_form_still_counts(scene: Scene) -> None:
    old = scene.xml(uuid4())
    extra = [{"type": "text", "name": "ny", "label::Svenska (sv)": "Ny fråga"}]
    newer = publish(scene.coordinator, scene.world, extra, slug="kem2")
    choose_checklist(by=scene.coordinator, campaign=scene.campaign, version=newer)
    assert scene.send(old).status_code == 201
    assert scene.send(scene.xml(uuid4())).status_code == 201
    assert picture_of(scene.campaign).question("q2").by_code()["a"] == 2


def test_a_visitor_must_sign_in(scene: Scene) -> None:
    answer = scene.send(scene.xml(), client=Client())
    assert answer.status_code == 401
    assert "Basic" in answer.headers["WWW-Authenticate"]


def test_a_field_app_reports_with_its_key_until_the_key_is_ended(scene: Scene) -> None:
    key = make_device_key(by=scene.officer, name="Min telefon")
    assert (
        scene.send(scene.xml(), client=Client(), Authorization=f"Bearer {key}").status_code == 201
    )
    end_device_key(by=scene.officer, pk=DeviceKey.objects.get().pk)
    assert (
        scene.send(scene.xml(), client=Client(), Authorization=f"Bearer {key}").status_code == 401
    )


def test_a_browser_needs_its_csrf_token(scene: Scene) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(scene.officer.person.user)
    assert scene.send(scene.xml(), client=client).status_code == 403
    assert not Submission.objects.exists()


def test_another_offices_number_tells_nothing_of_what_it_holds(scene: Scene, world: World) -> None:
    pk = uuid4()
    scene.send(scene.xml(pk))
    stranger = world.actor("habo", Role.MANAGER, world.habo)
    scene.world.client(stranger).post(
        f"/kampanjer/verkstader/kontor/{world.habo.slug}/deltagande/",
        {"takes_part": "yes", "planned": "2"},
    )
    theirs = Scene(world, scene.coordinator, stranger, scene.campaign, world.habo)
    answer = theirs.send(scene.xml(pk, q2="ua"))
    assert answer.status_code in {403, 409}
    assert "DNR" not in answer.content.decode()


def test_a_field_test_is_kept_and_never_counted(scene: Scene) -> None:
    in_state(scene, "field_test")
    assert scene.send(scene.xml()).status_code == 201
    assert Submission.objects.get().is_field_test
    assert picture_of(scene.campaign).submissions == 0


def test_a_closed_campaign_takes_nothing_more(scene: Scene) -> None:
    scene.campaign.state = "closed"
    scene.campaign.save()
    assert scene.send(scene.xml()).status_code == 403
    assert not Submission.objects.exists()


def test_head_says_that_submissions_are_taken_here(scene: Scene) -> None:
    answer = Client().head("/kampanjer/verkstader/submission")
    assert answer.status_code == 204
    assert answer.headers["X-OpenRosa-Version"] == "1.0"
