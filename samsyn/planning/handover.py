"""What a person who leaves still holds in planning, and how the next one gets it."""

from collections.abc import Iterable

from django.urls import reverse

from samsyn.core.clock.interface import today
from samsyn.core.registry.interface import OpenWork, Viewer
from samsyn.organisations.interface import Actor
from samsyn.planning.codes import ItemState
from samsyn.planning.models import PlanItem, ProjectPerson, Task

GOING = (ItemState.PLANNED, ItemState.UNDER_WAY)


def work_held_by(viewer: Viewer) -> Iterable[OpenWork]:
    """Activities she owns, projects she works in, and her open tasks."""
    for item in PlanItem.objects.filter(owner_id=viewer.pk, state__in=GOING):
        yield OpenWork(item.title, reverse("planning:activity", args=[item.pk]))
    for member in _memberships(viewer):
        yield OpenWork(
            member.project.item.title, reverse("planning:project", args=[member.project_id])
        )
    for task in Task.objects.filter(person_id=viewer.pk, done_at=None).select_related("project"):
        yield OpenWork(task.text, reverse("planning:project", args=[task.project_id]))


def hand_over_work(leaving: Viewer, taking: Viewer, by: object) -> int:
    """Gives all of it to the next one; returns how many things. The caller writes the trail of the whole hand-over."""
    if not isinstance(taking, Actor):
        return 0
    given = PlanItem.objects.filter(owner_id=leaving.pk, state__in=GOING).update(
        owner=taking.person
    )
    given += Task.objects.filter(person_id=leaving.pk, done_at=None).update(person=taking.person)
    for member in _memberships(leaving):
        member.ends = today()
        member.save(update_fields=["ends"])
        here = ProjectPerson.objects.filter(
            project=member.project, person=taking.person, ends=None
        ).first()
        here = here or ProjectPerson(project=member.project, person=taking.person, starts=today())
        here.is_leader = here.is_leader or member.is_leader
        here.save()
        given += 1
    return given


def _memberships(viewer: Viewer) -> Iterable[ProjectPerson]:
    found = ProjectPerson.objects.filter(person_id=viewer.pk, ends=None, project__finished_at=None)
    return found.select_related("project__item")
