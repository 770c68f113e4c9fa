"""Projects: their plan, tasks, group, status reports and final report."""

from datetime import date
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record, snapshot
from samsyn.core.clock.interface import now, today
from samsyn.organisations.interface import Actor, Person
from samsyn.planning.codes import GoalResult, ItemState
from samsyn.planning.models import Project, ProjectPerson, StatusReport, Task
from samsyn.planning.queries import next_meeting
from samsyn.planning.refusals import Refused


@transaction.atomic
def write_project(*, by: Actor, project: Project, **values: Any) -> Project:
    """The project plan's words and its hours expected."""
    locked = _open(project)
    before = snapshot(locked)
    for name, value in values.items():
        setattr(locked, name, value)
    locked.save()
    _log(by, "planning.project_written", locked, before)
    return locked


@transaction.atomic
def add_task(
    *, by: Actor, project: Project, text: str, person: Person | None = None, due: date | None = None
) -> Task:
    """Something to do, by whom and when."""
    task = Task.objects.create(project=_open(project), text=text, person=person, due=due)
    _log(by, "planning.task_added", project)
    return task


@transaction.atomic
def tick_task(*, by: Actor, task: Task) -> Task:
    """Done; ticking again opens it."""
    _open(task.project)
    task.done_at = None if task.done_at else now()
    task.save(update_fields=["done_at"])
    _log(by, "planning.task_done", task.project)
    return task


@transaction.atomic
def join_project(
    *, by: Actor, project: Project, person: Person, is_leader: bool = False
) -> ProjectPerson:
    """Somebody comes into the group; one leader at a time."""
    locked = _open(project)
    if is_leader:
        locked.people.filter(is_leader=True).update(is_leader=False)
    current = locked.people.filter(person=person, ends=None).first()
    if current is None:
        current = ProjectPerson.objects.create(project=locked, person=person, starts=today())
    current.is_leader = is_leader or current.is_leader
    current.save(update_fields=["is_leader"])
    _log(by, "planning.member_joined", locked)
    return current


@transaction.atomic
def leave_project(
    *, by: Actor, member: ProjectPerson, successor: Person | None = None
) -> ProjectPerson:
    """Somebody leaves; her open tasks, and the lead if she had it, go to the one who takes over."""
    project = _open(member.project)
    open_tasks = project.tasks.filter(person=member.person, done_at=None)
    if successor is None and (member.is_leader or open_tasks.exists()):
        raise Refused("successor_needed")
    member.ends = today()
    member.save(update_fields=["ends"])
    if successor is not None:
        open_tasks.update(person=successor)
        join_project(by=by, project=project, person=successor, is_leader=member.is_leader)
    _log(by, "planning.member_left", project)
    return member


@transaction.atomic
def report_status(
    *, by: Actor, project: Project, done: str, next_steps: str = "", deviations: str = ""
) -> StatusReport:
    """How the project stands, for the next meeting of the steering group."""
    locked = _open(project)
    report = StatusReport.objects.create(
        project=locked, written_by=by.person, done=done.strip(), next_steps=next_steps.strip(),
        deviations=deviations.strip(), meeting=next_meeting(locked.item.plan_year.collaboration),
    )  # fmt: skip
    _log(by, "planning.status_reported", locked)
    return report


@transaction.atomic
def finish_project(
    *, by: Actor, project: Project, fulfilment: str, conclusions: str, hours_spent: int
) -> Project:
    """The final report; every goal of its activity has been followed up before. The activity is done with it."""
    locked = _open(project)
    if locked.item.goals.filter(result=GoalResult.OPEN).exists():
        raise Refused("goals_not_met_open")
    before = snapshot(locked)
    locked.fulfilment, locked.conclusions = fulfilment.strip(), conclusions.strip()
    locked.hours_spent, locked.finished_at = hours_spent, now()
    locked.save()
    locked.item.state = ItemState.DONE
    locked.item.save(update_fields=["state"])
    _log(by, "planning.project_finished", locked, before)
    return locked


def _open(project: Project) -> Project:
    locked: Project = (
        Project.objects.select_for_update(of=("self",))
        .select_related("item__plan_year__collaboration")
        .get(pk=project.pk)
    )
    if locked.finished_at is not None:
        raise Refused("project_finished")
    return locked


def _log(by: Actor, verb: str, project: Project, before: dict[str, object] | None = None) -> None:
    record(by=by.user_id, verb=verb, obj=project, before=before,
           collaboration_id=by.collaboration_id)  # fmt: skip
