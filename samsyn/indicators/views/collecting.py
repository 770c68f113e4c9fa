"""The yearly round: opening it, who has reported, the coordinator's look at a report, and the release."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb
from samsyn.core.decisions.interface import DecisionRef
from samsyn.indicators.access import (
    check_runs,
    get_report_to_review,
    get_round_to_run,
    get_round_to_see,
    may_fill,
    runs_rounds,
)
from samsyn.indicators.actions.collecting import (
    accept_report,
    open_round,
    remind_all,
    remind_office,
    return_report,
)
from samsyn.indicators.actions.publishing import release_round
from samsyn.indicators.codes import RoundState
from samsyn.indicators.forms import DecisionForm, ReasonForm, RoundForm
from samsyn.indicators.frozen import freeze
from samsyn.indicators.messages import refusal_text
from samsyn.indicators.models import Report
from samsyn.indicators.posted import lines_of
from samsyn.indicators.queries import current_definitions, reports_of, rounds_of
from samsyn.indicators.refusals import Refused
from samsyn.indicators.reporting import asked_of, figures_now
from samsyn.indicators.rules import may_sign
from samsyn.organisations.interface import Collaboration, MemberRequest, Permission


def collecting(request: MemberRequest) -> HttpResponse:
    """All rounds; the coordinator opens the next one here."""
    runs = runs_rounds(request.actor)
    if not request.actor.may(Permission.SEE_MEMBER_PAGES):
        raise PermissionDenied(_("The collection is for members of the collaboration."))
    if request.method == "POST":
        check_runs(request.actor)
    next_year = _next_year(request.collaboration)
    form = RoundForm(request.POST or None, initial={"year": next_year}) if runs else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            opened = open_round(
                by=request.actor,
                collaboration=request.collaboration,
                is_example=request.collaboration.is_demo,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error("year", refusal_text(refused))
        else:
            messages.success(
                request, _("The round is open. The offices see it on their own pages.")
            )
            return redirect("indicators:round_page", opened.year)
    context = {
        "rounds": rounds_of(request.collaboration),
        "form": form,
        "next_year": next_year,
        "collects": current_definitions(request.collaboration, next_year) if runs else [],
        **crumbs(),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "indicators/collecting.html", context, status=status)


def _next_year(collaboration: Collaboration) -> int:
    """The year that the next round describes: last year, or the one after the newest round."""
    newest = rounds_of(collaboration).first()
    return max(today().year - 1, newest.year + 1 if newest else 0)


def round_page(request: MemberRequest, year: int) -> HttpResponse:
    """Who has reported what, for all members; what the coordinator can do about it."""
    one = get_round_to_see(request.actor, request.collaboration, year)
    if request.method == "POST":
        return _remind_all(request, year)
    reports = list(reports_of(one))
    number = len(
        {
            part.key
            for d in one.definitions.prefetch_related("components")
            for part in d.components.all()
        }
    )
    context = {
        "round": one,
        "reports": [
            (report, len(report.entries.all()), may_fill(request.actor, report))
            for report in reports
        ],
        "numbers": number,
        "runs": runs_rounds(request.actor),
        "waits": sum(may_sign(report.state) for report in reports),
        "done": sum(report.state in {"signed", "accepted"} for report in reports),
        "is_open": one.state == RoundState.OPEN,
        **crumbs(str(year)),
    }
    return render(request, "indicators/round_page.html", context)


def _remind_all(request: MemberRequest, year: int) -> HttpResponse:
    """A reminder to every office that has not signed off."""
    one = get_round_to_run(request.actor, request.collaboration, year)
    urls = {report.pk: _address(request, report) for report in reports_of(one)}
    try:
        names = remind_all(by=request.actor, opened=one, urls=urls)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, _("Reminded: %(offices)s.") % {"offices": ", ".join(names)})
    return redirect("indicators:round_page", year)


def _address(request: MemberRequest, report: Report) -> str:
    return request.build_absolute_uri(
        reverse("indicators:report", args=[report.round.year, report.office.slug])
    )


def review(request: MemberRequest, year: int, office: str) -> HttpResponse:
    """The coordinator's look at an office's report: accept, ask back, or remind."""
    found = get_report_to_review(request.actor, request.collaboration, year, office)
    form = ReasonForm(request.POST if request.POST.get("do") == "return" else None)
    if request.method == "POST" and (request.POST.get("do") != "return" or form.is_valid()):
        try:
            _do(request, found, form)
        except Refused as refused:
            messages.error(request, refusal_text(refused))
        else:
            return redirect("indicators:round_page", year)
    asked = asked_of(found)
    context = {
        "report": found,
        "lines": lines_of(asked),
        "figures": figures_now(asked),
        "form": form,
        **crumbs(str(year), found.office.short_name),
    }
    return render(request, "indicators/review.html", context, status=422 if form.errors else 200)


def _do(request: MemberRequest, found: Report, form: ReasonForm) -> None:
    """What the coordinator chose to do with a report."""
    act = request.POST.get("do")
    if act == "accept":
        accept_report(by=request.actor, report=found)
        messages.success(request, _("Accepted."))
    elif act == "remind":
        sent = remind_office(by=request.actor, report=found, url=_address(request, found))
        messages.success(request, _("A reminder is sent to %(n)s people.") % {"n": sent})
    elif act == "return":
        return_report(by=request.actor, report=found, reason=form.cleaned_data["reason"])
        messages.success(request, _("The office has the report again."))
    else:
        raise Refused("nothing_chosen")


def release(request: MemberRequest, year: int) -> HttpResponse:
    """Releasing the round, by decision; before, what will be published."""
    one = get_round_to_run(request.actor, request.collaboration, year)
    form = DecisionForm(request.POST or None, initial={"body": _("Steering group")})
    if request.method == "POST" and form.is_valid():
        try:
            release_round(by=request.actor, opened=one, decision=DecisionRef(**form.cleaned_data))
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Released. The figures are public."))
            return redirect("indicators:overview")
    frozen = freeze(one)
    context = {
        "round": one,
        "form": form,
        "accepted": [r for r in reports_of(one) if r.accepted_at],
        "others": [r for r in reports_of(one) if not r.accepted_at],
        "definitions": len(frozen["definitions"]),
        **crumbs(str(year)),
    }
    return render(request, "indicators/release.html", context, status=422 if form.errors else 200)


def crumbs(*labels: str) -> dict[str, object]:
    """The way to a page of the collection: its labels, the last one the page itself."""
    way = [Crumb(_("Key figures"), reverse("indicators:overview"))]
    if not labels:
        return {"breadcrumbs": [*way, Crumb(_("The collection"))]}
    way.append(Crumb(_("The collection"), reverse("indicators:collecting")))
    if len(labels) > 1:
        way.append(Crumb(labels[0], reverse("indicators:round_page", args=[labels[0]])))
    return {"breadcrumbs": [*way, Crumb(labels[-1])]}
