"""The annual report: its page, its words, and the report as PDF and Word."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb, Fact
from samsyn.core.pdf.interface import render as render_pdf
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import MemberRequest, Permission
from samsyn.planning.access import (
    get_plan_year_to_run,
    get_plan_year_to_see,
    get_report_to_run,
    get_report_to_see,
    prepares,
)
from samsyn.planning.actions.report import begin_report, write_report
from samsyn.planning.codes import GoalResult, ItemState
from samsyn.planning.models import AnnualReport
from samsyn.planning.papers import DOCX
from samsyn.planning.plan_forms import ReportForm
from samsyn.planning.queries import reports_of
from samsyn.planning.refusals import Refused
from samsyn.planning.report_figures import make_figures
from samsyn.planning.report_papers import (
    campaign_text,
    democracy_lines,
    goal_lines,
    report_document,
    spent_text,
)
from samsyn.planning.report_sections import sections_of
from samsyn.planning.views.files import as_file
from samsyn.planning.views.plan import crumbs_of
from samsyn.planning.word import as_word


def report(request: MemberRequest, year: int) -> HttpResponse:
    """A year's annual report: frozen for all members, live for those who prepare; else what is missing."""
    plan_year = get_plan_year_to_see(request.actor, request.collaboration, year)
    found = reports_of(request.collaboration).filter(plan_year=plan_year).first()
    crumbs = crumbs_of(
        Crumb(str(year), reverse("planning:plan_year", args=[year])), Crumb(_("Annual report"))
    )
    may_run = bool(request.actor.may(Permission.RUN_COLLABORATION))
    if found is None or (found.frozen_at is None and not prepares(request.actor)):
        context = {"year": plan_year, "may_begin": may_run and found is None, "breadcrumbs": crumbs}
        return render(request, "planning/no_report.html", context)
    figures = figures_of(found)
    status = [
        Fact(_("State"), _("Decided") if found.frozen_at else _("Being written"), icon="file-text")
    ]
    if found.decision:
        status.append(
            Fact(_("Decided by"), str(found.decision.as_ref()), url=found.decision.address)
        )
    if found.frozen_at:
        status.append(Fact(_("Frozen"), format_date(found.frozen_at.date())))
    context = {
        "report": found,
        "year": plan_year,
        "figures": figures,
        "goals": goal_lines(figures),
        "democracy": democracy_lines(figures),
        "sections": sections_of(figures),
        "activities": [_drawn(activity) for activity in figures["activities"]],
        "may_write": may_run and found.frozen_at is None,
        "breadcrumbs": crumbs,
        "status": status,
    }
    return render(request, "planning/report.html", context)


def figures_of(found: AnnualReport) -> dict[str, Any]:
    """The frozen figures; before that the live ones."""
    frozen: dict[str, Any] | None = found.figures
    return frozen if frozen is not None else make_figures(found.plan_year)


def _drawn(activity: dict[str, Any]) -> dict[str, Any]:
    """An activity's figures with their codes in words."""
    campaign, goals = activity["campaign"], activity["goals"]
    return {
        **activity,
        "state_word": ItemState(str(activity["state"])).label,
        "spent_text": spent_text(activity),
        "campaign_text": campaign_text(campaign) if isinstance(campaign, dict) else "",
        "goal_rows": [(text, GoalResult(result).label, comment) for text, result, comment in goals],
    }


@require_POST
def begin(request: MemberRequest, year: int) -> HttpResponse:
    """Begins the report of a year."""
    found = get_plan_year_to_run(request.actor, request.collaboration, year)
    try:
        begin_report(by=request.actor, plan_year=found)
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("planning:report", year)


def write(request: MemberRequest, year: int) -> HttpResponse:
    """The coordinator's words."""
    found = get_report_to_run(request.actor, request.collaboration, year)
    initial = {"summary": found.summary, "looking_ahead": found.looking_ahead}
    form = ReportForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("revision", "")
        try:
            write_report(by=request.actor, report=found, revision=int(seen) if seen.isdigit() else 0,
                         **form.cleaned_data)  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
            found.refresh_from_db()
        else:
            messages.success(request, _("Saved."))
            return redirect("planning:report", year)
    back = reverse("planning:report", args=[year])
    context = {
        "form": form,
        "report": found,
        "cancel_url": back,
        "breadcrumbs": crumbs_of(
            Crumb(_("Annual report %(year)s") % {"year": year}, back), Crumb(_("Write"))
        ),
    }
    return render(
        request, "planning/write_report.html", context, status=422 if form.errors else 200
    )


def report_file(request: MemberRequest, year: int, form: str) -> HttpResponse:
    """The report as PDF or Word, from the same figures as the page."""
    found = get_report_to_see(request.actor, request.collaboration, year)
    document = report_document(found, figures_of(found))
    if form == "pdf":
        return as_file(render_pdf(document), "application/pdf", f"verksamhetsberattelse-{year}.pdf")
    if form == "docx":
        return as_file(as_word(document), DOCX, f"verksamhetsberattelse-{year}.docx")
    raise Http404
