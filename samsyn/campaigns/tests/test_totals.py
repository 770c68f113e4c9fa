"""An office that cannot report each object reports totals; they count beside the objects of the others."""

from uuid import uuid4

import pytest

from samsyn.campaigns.actions.participation import answer_participation
from samsyn.campaigns.models import OfficeTotals
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.tests.factories import Scene, in_state
from samsyn.core.audit.interface import AuditEntry
from samsyn.organisations.interface import Role
from samsyn.organisations.tests.factories import World

pytestmark = pytest.mark.django_db
URL = "/kampanjer/verkstader/kontor/aneby/summor/"
RESULT = "/kampanjer/verkstader/resultat/"
NUMBERS = {
    "objects_inspected": "10",
    "hours": "25",
    "q-q1-ua": "6",
    "q-q1-a": "4",
    "q-q2-a": "3",
    "q-q2-ua": "5",
    "q-q2-ek": "2",
    "q-sam_atgard-advice": "7",
    "comment": "Summor ur Ecos.",
}


def report(scene: Scene, revision: int = 0, **changes: str):
    return scene.world.client(scene.officer).post(
        URL, {"revision": str(revision), **NUMBERS, **changes}
    )


def test_totals_enter_the_result_with_their_number_and_their_source(scene: Scene) -> None:
    assert scene.send(scene.xml(uuid4(), q1="a", comment="Saknas")).status_code == 201
    assert report(scene).status_code == 302
    picture = picture_of(scene.campaign)
    assert picture.submissions == 11
    assert picture.question("q1").by_code() == {"ua": 6, "a": 5, "ek": 0, "ea": 0}
    assert picture.question("sam_atgard").by_code()["advice"] == 8
    assert (picture.minutes, picture.minutes_reported) == (25 * 60 + 90, 11)
    page = scene.world.client(scene.coordinator).get(RESULT).content.decode()
    assert "10 av objekten rapporterades som summor (Aneby)" in page


def test_they_count_as_done_against_the_offices_plan(scene: Scene) -> None:
    report(scene)
    page = scene.world.client(scene.officer).get("/kampanjer/verkstader/kontor/aneby/")
    assert "10 av 4 planerade objekt" in page.content.decode()


def test_more_answers_than_objects_are_refused_and_what_was_typed_stays(scene: Scene) -> None:
    answer = report(scene, **{"q-q1-a": "40"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Talen är 46 tillsammans, men bara 10 objekt är besökta." in text
    assert 'value="40"' in text and "Summor ur Ecos." in text
    assert not OfficeTotals.objects.exists()


def test_several_answers_each_at_most_the_objects(scene: Scene) -> None:
    assert report(scene, **{"q-sam_atgard-order": "9"}).status_code == 302
    assert report(scene, 1, **{"q-sam_atgard-order": "11"}).status_code == 422


@pytest.mark.parametrize("wrong", ["tolv", "-1", "1,5"])
def test_what_is_no_number_is_said_beside_its_field(scene: Scene, wrong: str) -> None:
    answer = report(scene, **{"q-q1-ua": wrong})
    assert answer.status_code == 422
    assert f'value="{wrong}"' in answer.content.decode()


def test_no_objects_is_not_a_report(scene: Scene) -> None:
    assert report(scene, objects_inspected="").status_code == 422
    assert report(scene, objects_inspected="0").status_code == 422


def test_fewer_answers_than_objects_are_kept_and_pointed_out(scene: Scene) -> None:
    assert report(scene, **{"q-q2-ek": ""}).status_code == 302
    page = scene.world.client(scene.officer).get(URL).content.decode()
    assert "8 svar för 10 objekt" in page
    overview = scene.world.client(scene.coordinator).get("/kampanjer/verkstader/").content.decode()
    assert "Summorna från Aneby går inte ihop" in overview


def test_a_question_left_empty_is_left_out_and_not_counted_as_nothing(scene: Scene) -> None:
    report(scene, **{"q-q2-a": "", "q-q2-ua": "", "q-q2-ek": ""})
    picture = picture_of(scene.campaign)
    assert picture.question("q2").share.denominator == 0
    assert picture.question("q1").share.denominator == 10


def test_totals_are_corrected_and_the_trail_keeps_both(scene: Scene) -> None:
    report(scene)
    assert report(scene, 1, objects_inspected="12").status_code == 302
    stored = OfficeTotals.objects.get()
    assert (stored.objects_inspected, stored.revision) == (12, 2)
    change = AuditEntry.objects.filter(verb="campaigns.totals_reported").order_by("-pk")[0].changes
    assert change["objects_inspected"] == [10, 12]


def test_the_second_of_two_who_correct_at_once_loses_nothing(scene: Scene) -> None:
    report(scene)
    report(scene, 1, objects_inspected="12")
    answer = report(scene, 1, objects_inspected="15")
    assert answer.status_code == 422
    assert 'value="15"' in answer.content.decode()
    assert OfficeTotals.objects.get().objects_inspected == 12


def test_withdrawn_totals_no_longer_count_and_the_reason_stands(scene: Scene) -> None:
    report(scene)
    client = scene.world.client(scene.officer)
    assert client.post(URL + "ta-tillbaka/", {"reason": ""}).status_code == 422
    assert client.post(URL + "ta-tillbaka/", {"reason": "Dubbelt rapporterat"}).status_code == 302
    assert picture_of(scene.campaign).submissions == 0
    page = client.get(URL).content.decode()
    assert "Dubbelt rapporterat" in page
    assert report(scene, 2).status_code == 302
    assert picture_of(scene.campaign).submissions == 10


def test_only_the_offices_own_people_report_its_totals(scene: Scene, world: World) -> None:
    stranger = world.actor("habo", Role.OFFICER, world.habo)
    assert world.client(stranger).get(URL).status_code == 403
    assert world.client(stranger).post(URL, NUMBERS).status_code == 403
    assert world.client(scene.coordinator).post(URL, NUMBERS).status_code == 403
    assert world.client().get(URL).status_code == 302
    assert not OfficeTotals.objects.exists()


def test_a_field_tests_totals_never_enter(scene: Scene) -> None:
    in_state(scene, "field_test")
    answer = report(scene)
    assert answer.status_code == 422
    assert "Det här är ett fälttest" in answer.content.decode()
    assert not OfficeTotals.objects.exists()


def test_a_closed_campaign_takes_no_totals(scene: Scene) -> None:
    scene.campaign.state = "closed"
    scene.campaign.save()
    assert report(scene).status_code == 422


def test_the_office_page_leads_to_the_form_when_the_office_has_said_so(scene: Scene) -> None:
    client = scene.world.client(scene.officer)
    assert URL not in client.get("/kampanjer/verkstader/kontor/aneby/").content.decode()
    answer_participation(
        by=scene.officer,
        campaign=scene.campaign,
        office=scene.office,
        takes_part=True,
        planned=4,
        reports_totals=True,
    )
    assert URL in client.get("/kampanjer/verkstader/kontor/aneby/").content.decode()


def test_members_do_not_see_small_totals(scene: Scene) -> None:
    report(scene, objects_inspected="3", **{"q-q1-ua": "2", "q-q1-a": "1", "q-q2-a": "3", "q-q2-ua": "", "q-q2-ek": "", "q-sam_atgard-advice": "1"})  # fmt: skip
    scene.campaign.state = "closed"
    scene.campaign.save()
    page = scene.world.client(scene.officer).get(RESULT)
    assert page.context["table"].any_hidden
    assert all(row.share is None for row in page.context["table"].rows)
