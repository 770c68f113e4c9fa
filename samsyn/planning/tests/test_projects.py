"""Projects, through the pages."""

import pytest

from samsyn.organisations.interface import end_membership
from samsyn.planning.actions.start import start_project
from samsyn.planning.models import Project, StatusReport
from samsyn.planning.tests.factories import Scene
from samsyn.planning.tests.test_meetings import call
from samsyn.planning.tests.test_plan import values, year
from samsyn.planning.waiting import work_waiting_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(scene: Scene) -> Project:
    item = year(scene).items.get()
    item.owner = scene.officer.person
    item.save()
    return start_project(by=scene.coordinator, item=item)


def post(scene: Scene, project: Project, work: str, given=None, actor=None):
    return scene.world.client(actor or scene.officer).post(
        f"/projekt/{project.pk}/{work}", given or {}, follow=True
    )


def page(scene: Scene, project: Project, actor=None) -> str:
    return (
        scene.world.client(actor or scene.neighbour).get(f"/projekt/{project.pk}/").content.decode()
    )


def test_the_owner_begins_the_project_of_a_decided_activity_and_leads_it(scene: Scene) -> None:
    item = year(scene).items.get()
    later = scene.world.client(scene.coordinator)
    later.post(f"/verksamhetsplan/aktivitet/{item.pk}/andra/",
               values(item, owner=scene.officer.pk))  # fmt: skip
    got = scene.world.client(scene.officer).post(f"/verksamhetsplan/aktivitet/{item.pk}/projekt/")
    made = Project.objects.get()
    assert got.headers["Location"] == f"/projekt/{made.pk}/"
    assert (made.hours_expected, made.people.get().is_leader) == (100, True)
    again = scene.world.client(scene.officer).post(
        f"/verksamhetsplan/aktivitet/{item.pk}/projekt/", follow=True
    )
    assert "redan startad" in again.content.decode()


def test_the_group_writes_the_plan_and_everybody_reads_it(scene: Scene, project: Project) -> None:
    given = {"purpose": "Lika krav.", "delimitation": "Bara enskilda avlopp.", "delimitation_reason": "Tiden.",
             "risks": "Snö.", "referral": "Alla kontor.", "hours_expected": 120}  # fmt: skip
    post(scene, project, "plan/", given)
    text = page(scene, project)
    for words in ("Bara enskilda avlopp.", "Tiden.", "Snö.", "Alla kontor."):
        assert words in text
    assert (
        scene.world.client(scene.neighbour).get(f"/projekt/{project.pk}/plan/").status_code == 403
    )


def test_tasks_are_a_simple_list_to_tick(scene: Scene, project: Project) -> None:
    post(
        scene,
        project,
        "uppgift/",
        {"text": "Ring Habo", "person": scene.neighbour.pk, "due": "2027-01-10"},
    )
    task = project.tasks.get()
    post(scene, project, f"uppgift/{task.pk}/klar/")
    task.refresh_from_db()
    assert task.done_at is not None
    post(scene, project, f"uppgift/{task.pk}/klar/")
    task.refresh_from_db()
    assert task.done_at is None


def test_a_status_report_is_filled_in_from_the_tasks_and_goes_to_the_next_meeting(
    scene: Scene, project: Project
) -> None:
    meeting = call(scene)
    post(scene, project, "uppgift/", {"text": "Provköra checklistan"})
    post(scene, project, "uppgift/", {"text": "Skriva brevet", "due": "2026-11-01"})
    post(scene, project, f"uppgift/{project.tasks.get(text='Provköra checklistan').pk}/klar/")
    form = scene.world.client(scene.officer).get(f"/projekt/{project.pk}/lage/").content.decode()
    assert "Provköra checklistan" in form
    assert "Försenat: Skriva brevet" in form
    assert "har ingen lägesrapport" in page(scene, project, scene.officer)
    post(scene, project, "lage/", {"done": "Provköra checklistan"})
    assert StatusReport.objects.get().meeting == meeting
    assert "har ingen lägesrapport" not in page(scene, project, scene.officer)


def test_who_leaves_hands_over_tasks_and_lead(scene: Scene, project: Project) -> None:
    post(scene, project, "uppgift/", {"text": "Ring Habo", "person": scene.officer.pk})
    member = project.people.get()
    refused = post(scene, project, f"deltagare/{member.pk}/lamna/", {"successor": ""})
    assert "Välj vem som tar över" in refused.content.decode()
    post(scene, project, f"deltagare/{member.pk}/lamna/", {"successor": scene.neighbour.pk})
    assert project.tasks.get().person == scene.neighbour.person
    assert project.people.get(ends=None).person == scene.neighbour.person
    assert project.people.get(ends=None).is_leader
    assert "Maja Provman" in page(scene, project)


def test_who_leaves_the_collaboration_hands_over_everything(scene: Scene, project: Project) -> None:
    post(scene, project, "uppgift/", {"text": "Ring Habo", "person": scene.officer.pk})
    end_membership(
        by=scene.coordinator,
        membership=scene.world.membership(scene.officer),
        successor=scene.neighbour.person,
    )
    project.refresh_from_db()
    assert project.item.owner == scene.neighbour.person
    assert project.tasks.get().person == scene.neighbour.person
    assert project.people.get(ends=None).person == scene.neighbour.person


def test_the_final_report_waits_until_every_goal_is_followed_up_and_then_stands(
    scene: Scene, project: Project
) -> None:
    final = {"fulfilment": "Nästan.", "conclusions": "Börja tidigare.", "hours_spent": 130}
    early = post(scene, project, "slutrapport/", final)
    assert early.status_code == 422
    assert "Säg för varje mål" in early.content.decode()
    project.item.goals.update(result="met")
    post(scene, project, "slutrapport/", final)
    project.refresh_from_db()
    assert project.item.state == "done"
    assert "Börja tidigare." in page(scene, project)
    late = post(scene, project, "uppgift/", {"text": "Mer"}, actor=scene.coordinator)
    assert "står fast" in late.content.decode()
    assert not project.tasks.exists()


def test_the_list_shows_projects_under_way_and_finished(scene: Scene, project: Project) -> None:
    assert "Små avlopp" in scene.world.client(scene.officer).get("/projekt/").content.decode()


def test_tasks_with_a_day_wait_for_their_person_until_they_are_done(
    scene: Scene, project: Project
) -> None:
    post(
        scene,
        project,
        "uppgift/",
        {"text": "Ring Habo", "person": scene.neighbour.pk, "due": "2026-11-30"},
    )
    post(
        scene,
        project,
        "uppgift/",
        {"text": "Långt fram", "person": scene.neighbour.pk, "due": "2027-05-30"},
    )
    (item,) = work_waiting_for(scene.neighbour)
    assert (item.title, str(item.deadline)) == ("Ring Habo", "2026-11-30")
    post(scene, project, f"uppgift/{project.tasks.get(text='Ring Habo').pk}/klar/")
    assert list(work_waiting_for(scene.neighbour)) == []


def test_the_status_report_waits_for_the_leader_when_a_meeting_is_near(
    scene: Scene, project: Project
) -> None:
    assert list(work_waiting_for(scene.officer)) == []
    call(scene, "2026-12-10")
    (item,) = work_waiting_for(scene.officer)
    assert item.url == f"/projekt/{project.pk}/lage/"
    assert list(work_waiting_for(scene.contact)) == []
    post(scene, project, "lage/", {"done": "Allt."})
    assert list(work_waiting_for(scene.officer)) == []
