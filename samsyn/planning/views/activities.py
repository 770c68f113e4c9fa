"""One activity of the plan: its page with the chain, its changes, its follow-up, and starting it."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb, Fact
from samsyn.organisations.interface import MemberRequest, Permission
from samsyn.planning.access import (
    get_item_to_plan,
    get_item_to_run,
    get_item_to_see,
    get_item_to_start,
    get_plan_year_to_run,
    may_start,
)
from samsyn.planning.actions.plan import add_activity, change_activity
from samsyn.planning.actions.report import report_activity
from samsyn.planning.actions.start import link_work, start_project, start_work
from samsyn.planning.chain import chain_of_activity
from samsyn.planning.codes import YearState
from samsyn.planning.models import PlanItem, Project
from samsyn.planning.months import months_text
from samsyn.planning.plan_forms import ActivityForm, FollowUpForm
from samsyn.planning.plan_papers import hours_of
from samsyn.planning.queries import changes_of
from samsyn.planning.refusals import Refused
from samsyn.planning.start_forms import LinkForm, start_form_of
from samsyn.planning.views.plan import crumbs_of
from samsyn.planning.work import FIELD_OF, address_of, work_of


def activity(request: MemberRequest, pk: int) -> HttpResponse:
    """An activity whole."""
    found = get_item_to_see(request.actor, request.collaboration, pk)
    runs = found.owner_id == request.actor.pk or bool(
        request.actor.may(Permission.RUN_COLLABORATION)
    )
    is_ready = found.plan_year.state == YearState.DECIDED and found.decision is not None
    project = Project.objects.filter(item=found).first()
    work = work_of(found)
    status = [
        Fact(_("State"), found.get_state_display(), icon="clipboard-checkmark"),
        Fact(
            _("Year"),
            str(found.plan_year.year),
            url=reverse("planning:plan_year", args=[found.plan_year.year]),
        ),
        Fact(_("Months"), months_text(found)),
        Fact(_("Hours"), str(hours_of(found))),
        Fact(_("Owner"), found.owner.name if found.owner else _("not said")),
    ]
    if found.decision:
        status.append(Fact(_("Decision"), str(found.decision.as_ref()), url=found.decision.address))
    context = {
        "item": found,
        "steps": chain_of_activity(found),
        "changes": changes_of(found.plan_year, found),
        "project": project,
        "runs": runs,
        "may_plan": bool(request.actor.may(Permission.RUN_COLLABORATION)),
        "work": work,
        "may_start": is_ready and work is None and may_start(request.actor, found),
        "may_start_project": runs and is_ready and project is None,
        "is_closed": found.plan_year.state == YearState.CLOSED,
        "breadcrumbs": crumbs_of(
            Crumb(str(found.plan_year.year), reverse("planning:plan_year", args=[found.plan_year.year])),
            Crumb(found.title),
        ),
        "status": status,
    }  # fmt: skip
    return render(request, "planning/activity.html", context)


def new_activity(request: MemberRequest, year: int) -> HttpResponse:
    """A new activity of a year."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    form = ActivityForm(
        request.POST or None,
        collaboration=request.collaboration,
        initial={"plan_year": year, "last_month": 12},
    )
    back = reverse("planning:plan_year", args=[found.year])

    def act() -> object:
        return add_activity(
            by=request.actor, is_example=request.collaboration.is_demo, **form.values
        )

    return plan_form(request, form, _("Add an activity"), back, back, act)


def edit_activity(request: MemberRequest, pk: int) -> HttpResponse:
    """Changing an activity; in a decided year with the decision behind it."""
    found = get_item_to_plan(request.actor, request.collaboration, pk)
    names = (
        "title",
        "activity_type",
        "description",
        "strategy",
        "first_month",
        "last_month",
        "owner",
        "budget",
    )
    initial = {name: getattr(found, name) for name in names} | {"plan_year": found.plan_year.year}
    form = ActivityForm(
        request.POST or None, collaboration=request.collaboration, item=found, initial=initial
    )
    back = reverse("planning:activity", args=[pk])
    return plan_form(request, form, _("Change the activity"), back, back,
                 lambda: change_activity(by=request.actor, item=found, **form.values))  # fmt: skip


def follow_up(request: MemberRequest, pk: int) -> HttpResponse:
    """How it went: goals, hours, money and a sentence for the annual report."""
    found = get_item_to_run(request.actor, request.collaboration, pk)
    initial = {name: getattr(found, name) for name in ("state", "result", "spent", "work_address")}
    form = FollowUpForm(request.POST or None, item=found, initial=initial)
    back = reverse("planning:activity", args=[pk])
    return plan_form(request, form, _("Follow up: %(title)s") % {"title": found.title}, back, back,
                 lambda: report_activity(by=request.actor, item=found, **form.values))  # fmt: skip


def start(request: MemberRequest, pk: int) -> HttpResponse:
    """Starting the work of an activity: its campaign, course, meeting, guidance or exercise, as a draft."""
    found = get_item_to_start(request.actor, request.collaboration, pk)
    kind = start_form_of(found)
    form = kind(request.POST or None, initial=kind.suggestion(found))
    back = reverse("planning:activity", args=[pk])
    word = found.get_activity_type_display().lower()
    heading = _("Start the %(what)s: %(title)s") % {"what": word, "title": found.title}
    if request.method == "POST" and form.is_valid():
        try:
            work = start_work(by=request.actor, item=found, **form.values)
        except Refused as refused:
            form.add_error("slug" if refused.code == "slug_taken" else None, refused.sentence)
        else:
            messages.success(
                request, _("It is made as a draft, filled in from the plan. Go on with it here.")
            )
            return redirect(address_of(work))
    context = {
        "form": form, "heading": heading, "cancel_url": back,
        "breadcrumbs": crumbs_of(Crumb(found.title, back), Crumb(_("Start the work"))),
    }  # fmt: skip
    return render(
        request,
        "planning/start.html",
        context | {"item": found},
        status=422 if form.errors else 200,
    )


def link(request: MemberRequest, pk: int) -> HttpResponse:
    """Linking an activity to what is there already, such as a course that was planned before the decision."""
    found = get_item_to_start(request.actor, request.collaboration, pk)
    if found.activity_type not in FIELD_OF:
        raise Http404
    form = LinkForm(request.POST or None, item=found)
    back = reverse("planning:activity", args=[pk])
    heading = _("Link to what is there: %(title)s") % {"title": found.title}
    return plan_form(request, form, heading, back, back,
                     lambda: link_work(by=request.actor, item=found, work=form.cleaned_data["work"]))  # fmt: skip


@require_POST
def begin_project(request: MemberRequest, pk: int) -> HttpResponse:
    """Starting the project of an activity."""
    found: PlanItem = get_item_to_run(request.actor, request.collaboration, pk)
    try:
        project = start_project(by=request.actor, item=found)
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("planning:activity", pk)
    messages.success(request, _("The project is begun. Write its plan."))
    return redirect("planning:project", project.pk)


def plan_form(
    request: MemberRequest, form: Form, heading: str, back: str, on: str, act: Callable[[], object]
) -> HttpResponse:
    """One form of the plan on a page of its own."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect(on)
    context = {
        "form": form,
        "heading": heading,
        "cancel_url": back,
        "breadcrumbs": crumbs_of(Crumb(heading)),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)
