"""Projects: the list, one project, and what its group does in it."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb, Fact
from samsyn.lib.swedish import format_date, format_number
from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import (
    check_member,
    get_project_to_run,
    get_project_to_see,
    runs_project,
)
from samsyn.planning.actions.project import (
    add_task,
    finish_project,
    join_project,
    leave_project,
    report_status,
    tick_task,
    write_project,
)
from samsyn.planning.models import Project
from samsyn.planning.project_forms import (
    FinalForm,
    LeaveForm,
    MemberForm,
    ProjectForm,
    StatusForm,
    TaskForm,
)
from samsyn.planning.queries import next_meeting, projects_of, status_draft
from samsyn.planning.refusals import Refused
from samsyn.planning.tabs import tabs_of

PLAN = ("purpose", "delimitation", "delimitation_reason", "risks", "referral", "hours_expected")


def projects(request: MemberRequest) -> HttpResponse:
    """All projects, those under way first."""
    check_member(request.actor)
    found = projects_of(request.collaboration)
    context = {
        "going": [one for one in found if one.finished_at is None],
        "finished": [one for one in found if one.finished_at is not None],
        "tabs": tabs_of("projects"),
    }
    return render(request, "planning/projects.html", context)


def project(request: MemberRequest, pk: int) -> HttpResponse:
    """A project whole."""
    found = get_project_to_see(request.actor, request.collaboration, pk)
    item = found.item
    spent = [share.spent for share in item.shares.all() if share.spent is not None]
    coming = next_meeting(request.collaboration)
    people = list(found.people.select_related("person"))
    context = {
        "project": found,
        "item": item,
        "people": [one for one in people if one.ends is None],
        "former": [one for one in people if one.ends is not None],
        "tasks": found.tasks.select_related("person"),
        "reports": found.reports.select_related("meeting", "written_by"),
        "coming": coming,
        "is_reported": coming is not None and found.reports.filter(meeting=coming).exists(),
        "runs": runs_project(request.actor, found) and found.finished_at is None,
        "breadcrumbs": _crumbs(Crumb(item.title)),
        "status": [
            Fact(_("State"), _("Finished") if found.finished_at else _("Under way"), icon="briefcase"),
            Fact(_("Activity"), str(item.plan_year.year), url=reverse("planning:activity", args=[item.pk])),
            Fact(_("Hours expected"), format_number(found.hours_expected)),
            Fact(_("Hours spent"), format_number(found.hours_spent if found.hours_spent is not None else sum(spent))
                 if spent or found.hours_spent is not None else _("not said")),
            Fact(pgettext("project", "Begun"), format_date(found.started_at.date())),
        ],
    }  # fmt: skip
    return render(request, "planning/project.html", context)


def write(request: MemberRequest, pk: int) -> HttpResponse:
    """The project plan."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    form = ProjectForm(request.POST or None, initial={name: getattr(found, name) for name in PLAN})
    return _work(request, found, form, _("Write the project plan"),
                 lambda: write_project(by=request.actor, project=found, **form.cleaned_data))  # fmt: skip


def new_task(request: MemberRequest, pk: int) -> HttpResponse:
    """One more task."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    form = TaskForm(request.POST or None, collaboration=request.collaboration)
    return _work(request, found, form, _("Add a task"),
                 lambda: add_task(by=request.actor, project=found, **form.cleaned_data))  # fmt: skip


@require_POST
def tick(request: MemberRequest, pk: int, task: int) -> HttpResponse:
    """A task is done, or open again."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    try:
        tick_task(by=request.actor, task=get_object_or_404(found.tasks, pk=task))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("planning:project", pk)


def new_member(request: MemberRequest, pk: int) -> HttpResponse:
    """Somebody new in the group."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    form = MemberForm(request.POST or None, collaboration=request.collaboration)
    return _work(request, found, form, _("Add somebody to the group"),
                 lambda: join_project(by=request.actor, project=found, **form.cleaned_data))  # fmt: skip


def leave(request: MemberRequest, pk: int, member: int) -> HttpResponse:
    """Somebody leaves, and hands over."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    one = get_object_or_404(found.people.select_related("person", "project"), pk=member, ends=None)
    form = LeaveForm(request.POST or None, collaboration=request.collaboration)
    heading = _("%(name)s leaves the group") % {"name": one.person.name}
    return _work(request, found, form, heading,
                 lambda: leave_project(by=request.actor, member=one, **form.cleaned_data))  # fmt: skip


def status_report(request: MemberRequest, pk: int) -> HttpResponse:
    """A status report, filled in beforehand from the tasks."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    form = StatusForm(request.POST or None, initial=status_draft(found))
    return _work(request, found, form, _("Status report"),
                 lambda: report_status(by=request.actor, project=found, **form.cleaned_data))  # fmt: skip


def finish(request: MemberRequest, pk: int) -> HttpResponse:
    """The final report."""
    found = get_project_to_run(request.actor, request.collaboration, pk)
    form = FinalForm(request.POST or None)
    return _work(request, found, form, _("Final report"),
                 lambda: finish_project(by=request.actor, project=found, **form.cleaned_data))  # fmt: skip


def _work(
    request: MemberRequest, found: Project, form: Form, heading: str, act: Callable[[], object]
) -> HttpResponse:
    back = reverse("planning:project", args=[found.pk])
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "cancel_url": back,
        "breadcrumbs": _crumbs(Crumb(found.item.title, back), Crumb(heading)),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)


def _crumbs(*steps: Crumb) -> list[Crumb]:
    return [
        Crumb(_("Plan"), reverse("planning:plan")),
        Crumb(_("Projects"), reverse("planning:projects")),
        *steps,
    ]
