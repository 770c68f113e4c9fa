"""An office's report: filled in as far as it has come, saved as it goes, signed off by the manager."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import now
from samsyn.indicators.access import (
    get_report_to_fill,
    get_report_to_see,
    get_report_to_sign,
    may_fill,
    runs_rounds,
    signs,
)
from samsyn.indicators.actions.collecting import save_entries, sign_report
from samsyn.indicators.codes import REPORTABLE, Deviation, Missing, RoundState
from samsyn.indicators.messages import lacking_text, refusal_text
from samsyn.indicators.models import Entry, Report
from samsyn.indicators.posted import Posted, lines_of, read_posted
from samsyn.indicators.refusals import Refused
from samsyn.indicators.reporting import Asked, asked_of, figures_now, findings_of, unready
from samsyn.indicators.rules import may_edit
from samsyn.indicators.views.collecting import crumbs
from samsyn.organisations.interface import MemberRequest


def report(request: MemberRequest, year: int, office: str) -> HttpResponse:
    """Fields with last year's numbers beside; what is typed is saved as it goes; the manager signs off."""
    if request.method == "POST":
        if request.POST.get("do") == "sign":
            return _sign(request, year, office)
        if request.headers.get("HX-Request"):
            return _save_as_it_goes(request, year, office)
        return _save(request, year, office)
    found = get_report_to_see(request.actor, request.collaboration, year, office)
    return _show(request, found)


def _save(request: MemberRequest, year: int, office: str) -> HttpResponse:
    found = get_report_to_fill(request.actor, request.collaboration, year, office)
    posted = read_posted(asked_of(found), request.POST)
    if posted.faults:
        messages.error(
            request,
            _("Some numbers could not be read. Nothing is lost: change them and save again."),
        )
        return _show(request, found, faults=posted.faults, status=422)
    try:
        changed = save_entries(by=request.actor, report=found, typed=posted.typed)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
        return _show(
            request,
            found,
            conflicts=refused.params.get("entries"),
            status=409 if refused.code == "conflict" else 422,
        )
    messages.success(
        request,
        _("Saved. %(n)s numbers changed.") % {"n": len(changed)}
        if changed
        else _("Nothing had changed."),
    )
    return redirect("indicators:report", year, office)


def _save_as_it_goes(request: MemberRequest, year: int, office: str) -> HttpResponse:
    """Saves what can be saved of what stands in the boxes now; the answer tells what was kept back and why."""
    found = get_report_to_fill(request.actor, request.collaboration, year, office)
    posted = read_posted(asked_of(found), request.POST)
    conflicts: Mapping[str, Entry] = {}
    refusal = ""
    try:
        conflicts = _kept(request, found, posted)
    except Refused as refused:
        refusal = refusal_text(refused)
    found = get_report_to_fill(request.actor, request.collaboration, year, office)
    asked = asked_of(found)
    context = {
        **_standing(request, found, asked),
        "lines": lines_of(asked, request.POST, posted.faults, conflicts),
        "refusal": refusal,
        "saved_at": now(),
        "is_piece": True,
    }
    return render(request, "indicators/partials/saved.html", context)


def _kept(request: MemberRequest, found: Report, posted: Posted) -> Mapping[str, Entry]:
    """Saves the numbers that can be right and that nobody else has changed; returns those that somebody has."""
    stops = {
        one.field.key for one in findings_of(asked_of(found), posted.typed) if one.finding.stops
    }
    typed = {key: one for key, one in posted.typed.items() if key not in stops}
    try:
        save_entries(by=request.actor, report=found, typed=typed)
    except Refused as refused:
        if refused.code != "conflict":
            raise
        conflicts: Mapping[str, Entry] = refused.params["entries"]
        rest = {key: one for key, one in typed.items() if key not in conflicts}
        save_entries(by=request.actor, report=found, typed=rest)
        return conflicts
    return {}


def _sign(request: MemberRequest, year: int, office: str) -> HttpResponse:
    found = get_report_to_sign(request.actor, request.collaboration, year, office)
    try:
        sign_report(by=request.actor, report=found)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(
            request, _("Signed off. The county coordinator looks at the numbers next.")
        )
    return redirect("indicators:report", year, office)


def _show(
    request: MemberRequest,
    found: Report,
    *,
    faults: dict[str, str] | None = None,
    conflicts: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    asked = asked_of(found)
    context = {
        **_standing(request, found, asked),
        "lines": lines_of(asked, data, faults, conflicts),
        "reasons": [(code, Missing(code).label) for code in REPORTABLE],
        "deviations": Deviation.choices,
        **crumbs(str(found.round.year), found.office.short_name),
    }
    return render(request, "indicators/report.html", context, status=status)


def _standing(request: MemberRequest, found: Report, asked: Asked) -> dict[str, object]:
    """How far the report has come: what it gives, what it lacks, who may do what with it."""
    fills = may_fill(request.actor, found)
    editable = fills and may_edit(found.state) and found.round.state == RoundState.OPEN
    return {
        "report": found,
        "figures": figures_now(asked),
        "editable": editable,
        "signs": signs(request.actor, found) and editable,
        "lacking": lacking_text(unready(asked)) if editable else [],
        "runs": runs_rounds(request.actor),
    }
