"""A decided activity starts its work with one action, and both pages lead to the other."""

import pytest

from samsyn.calibration.interface import Exercise
from samsyn.core.mail.interface import Mail
from samsyn.guidance.interface import GuidanceDocument
from samsyn.learning.interface import Event
from samsyn.planning.actions.report import report_activity
from samsyn.planning.models import PlanItem
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_chain import page
from samsyn.planning.tests.test_plan import year

pytestmark = pytest.mark.django_db

TIMES = {
    "day": "2027-04-06",
    "starts": "09:00",
    "ends": "16:00",
    "seats": "30",
    "last_day": "2027-03-20",
}


def decided(scene: Scene, kind: str) -> PlanItem:
    """A decided activity of a kind, from a proposal of Aneby, owned by its manager."""
    item = year(scene).items.get()
    item.proposal = scene.proposal(
        "Små avlopp", background="Kraven skiljer.", purpose="Lika krav i länet."
    )
    item.activity_type, item.owner = kind, scene.manager.person
    item.save()
    return item


def start(scene: Scene, item: PlanItem, actor=None, **values: str):
    client = scene.world.client(actor or scene.coordinator)
    path = f"/verksamhetsplan/aktivitet/{item.pk}/starta/"
    return client.post(path, {"slug": "sma-avlopp-2027", **values})


def leads_both_ways(scene: Scene, item: PlanItem, path: str) -> bool:
    there = f'href="{path}"' in page(
        scene, f"/verksamhetsplan/aktivitet/{item.pk}/", scene.coordinator
    )
    back = page(scene, path, scene.coordinator)
    assert item.proposal is not None
    return (
        there
        and f"/verksamhetsplan/aktivitet/{item.pk}/" in back
        and f"/forslag/{item.proposal.number}/" in back
    )


@pytest.mark.parametrize(
    ("kind", "of_event"),
    [("course", "course"), ("meeting", "officers_meeting"), ("workshop", "workshop")],
)
def test_a_course_or_a_meeting_is_made_with_what_the_plan_and_the_proposal_say(
    scene: Scene, kind: str, of_event: str
) -> None:
    item = decided(scene, kind)
    assert start(scene, item, **TIMES)["Location"] == "/kurser/sma-avlopp-2027/"
    event = Event.objects.get()
    assert (event.title, event.kind, event.state) == ("Små avlopp", of_event, "draft")
    assert event.summary == "Lika krav i länet.\n\nKraven skiljer."
    assert event.starts_at.isoformat() == "2027-04-06T07:00:00+00:00"
    assert leads_both_ways(scene, item, "/kurser/sma-avlopp-2027/")


def test_a_guidance_belongs_to_the_activitys_owner(scene: Scene) -> None:
    item = decided(scene, "guidance")
    path = "/handlaggarstod/sma-avlopp-2027/utkast/"
    assert start(scene, item, area="sewage")["Location"] == path
    assert leads_both_ways(scene, item, path)
    document = GuidanceDocument.objects.get()
    assert (document.purpose, document.area, document.owner) == (
        "Lika krav i länet.",
        "sewage",
        scene.manager.person,
    )
    item.refresh_from_db()
    assert (item.document, item.state) == (document, "under_way")


def test_an_exercise_invites_the_offices_that_have_hours_in_it(scene: Scene) -> None:
    item = decided(scene, "calibration")
    start(scene, item)
    exercise = Exercise.objects.get()
    assert {one.office for one in exercise.invited.all()} == {scene.world.aneby, scene.world.habo}
    assert leads_both_ways(scene, item, "/samsyn/sma-avlopp-2027/")


def test_a_campaign_has_background_months_and_decision_from_the_plan(scene: Scene) -> None:
    item = decided(scene, "campaign")
    start(scene, item, scene.manager)
    item.refresh_from_db()
    assert item.campaign is not None
    made = item.campaign
    assert (made.background, made.purpose) == ("Kraven skiljer.", "Lika krav i länet.")
    assert (str(made.starts), str(made.ends)) == ("2027-04-01", "2027-10-31")
    assert made.decision == item.decision.as_ref()


def test_the_form_is_filled_in_with_a_weekday_of_its_first_month(scene: Scene) -> None:
    text = page(
        scene,
        f"/verksamhetsplan/aktivitet/{decided(scene, 'course').pk}/starta/",
        scene.coordinator,
    )
    assert 'value="sma-avlopp-2027"' in text
    assert 'value="2027-04-01"' in text


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"ends": "08:00"}, "Slutet är före början."),
        ({"last_day": "2027-04-07"}, "Sista anmälningsdagen är efter"),
        ({"day": "2027-04-31"}, "giltigt datum"),
    ],
)
def test_times_that_cannot_be_are_refused_and_what_was_typed_stays(
    scene: Scene, values: dict[str, str], says: str
) -> None:
    got = start(scene, decided(scene, "course"), **(TIMES | values))
    assert got.status_code == 422
    assert says in got.content.decode()
    assert 'value="30"' in got.content.decode()
    assert not Event.objects.exists()


def test_a_taken_short_name_and_a_second_start_are_refused(scene: Scene) -> None:
    item = decided(scene, "calibration")
    start(scene, item)
    again = start(scene, item, slug="en-till")
    assert (again.status_code, Exercise.objects.count()) == (422, 1)
    assert "redan startad" in again.content.decode()
    PlanItem.objects.filter(pk=item.pk).update(exercise=None)
    taken = start(scene, item)
    assert "Kortnamnet är upptaget" in taken.content.decode()


def test_what_is_there_already_is_linked_once(scene: Scene) -> None:
    item = decided(scene, "calibration")
    start(scene, item)
    exercise = Exercise.objects.get()
    PlanItem.objects.filter(pk=item.pk).update(exercise=None)
    client = scene.world.client(scene.coordinator)
    path = f"/verksamhetsplan/aktivitet/{item.pk}/koppla/"
    assert "Små avlopp</option>" in client.get(path).content.decode()
    assert client.post(path, {"work": exercise.pk}).status_code == 302
    assert leads_both_ways(scene, item, "/samsyn/sma-avlopp-2027/")
    assert "Små avlopp</option>" not in client.get(path).content.decode()
    assert client.post(path, {"work": exercise.pk}).status_code == 422
    assert scene.world.client(scene.officer).get(path).status_code == 403


def test_only_the_coordinator_starts_what_only_she_can_go_on_with(scene: Scene) -> None:
    item = decided(scene, "course")
    assert start(scene, item, scene.manager, **TIMES).status_code == 403
    assert start(scene, item, scene.officer, **TIMES).status_code == 403
    assert "/starta/" not in page(scene, f"/verksamhetsplan/aktivitet/{item.pk}/", scene.manager)


def test_a_project_has_nothing_of_its_own_to_start(scene: Scene) -> None:
    got = start(scene, decided(scene, "project"))
    assert "Börja med projektet i stället" in got.content.decode()


def test_a_draft_is_named_but_not_linked_for_those_who_may_not_open_it(scene: Scene) -> None:
    item = decided(scene, "course")
    start(scene, item, **TIMES)
    text = page(scene, f"/verksamhetsplan/aktivitet/{item.pk}/")
    assert "Kurs: Små avlopp" in text
    assert "/kurser/sma-avlopp-2027/" not in text


def test_the_proposers_office_hears_that_the_work_has_started_and_how_it_went(scene: Scene) -> None:
    item = decided(scene, "guidance")
    Mail.objects.all().delete()
    start(scene, item, area="sewage")
    assert {"maja@exempel.se", "olle@exempel.se"} <= set(Mail.objects.values_list("to", flat=True))
    assert "Arbetet med det har börjat: Små avlopp." in Mail.objects.first().body
    Mail.objects.all().delete()
    path = f"/verksamhetsplan/aktivitet/{item.pk}/folj-upp/"
    goal = item.goals.get()
    given = {"state": "cancelled", "result": "Ingen hade tid.", f"goal-{goal.pk}": "open"}
    scene.world.client(scene.coordinator).post(path, given)
    assert "Aktiviteten ställdes in. Ingen hade tid." in Mail.objects.first().body


def test_what_is_followed_up_from_an_older_page_keeps_what_was_started_meanwhile(
    scene: Scene,
) -> None:
    older = decided(scene, "calibration")
    start(scene, older)
    report_activity(by=scene.coordinator, item=older, state="done")
    assert PlanItem.objects.get(pk=older.pk).exercise == Exercise.objects.get()
