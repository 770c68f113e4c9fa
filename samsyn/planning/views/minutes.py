"""Minutes and decisions: written during the meeting, adjusted by two, then standing."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb, Fact
from samsyn.core.files.interface import hand_out
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import (
    check_member,
    get_agenda_item_to_decide,
    get_decision_to_see,
    get_meeting_to_run,
    get_meeting_to_see,
    prepares,
)
from samsyn.planning.actions.decision import decide
from samsyn.planning.actions.meeting import (
    adjust_minutes,
    send_to_adjusters,
    take_back_minutes,
    write_minutes,
)
from samsyn.planning.chain import chain_of
from samsyn.planning.codes import MeetingState
from samsyn.planning.meeting_forms import DecisionForm, MinutesForm
from samsyn.planning.minutes import minutes_pdf
from samsyn.planning.models import PlanItem
from samsyn.planning.queries import decisions_of
from samsyn.planning.refusals import Refused
from samsyn.planning.views.files import as_file
from samsyn.planning.views.meetings import crumbs_of, post


def write(request: MemberRequest, pk: int) -> HttpResponse:
    """Writing the minutes: people, opening, and words under each item."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    form = MinutesForm(request.POST or None, meeting=found)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("revision", "")
        try:
            write_minutes(by=request.actor, meeting=found, minutes=form.minutes,
                          revision=int(seen) if seen.isdigit() else 0)  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
            found.refresh_from_db()
        else:
            messages.success(request, _("The minutes are saved."))
            return redirect("planning:meeting", pk)
    back = reverse("planning:meeting", args=[pk])
    context = {
        "form": form,
        "meeting": found,
        "cancel_url": back,
        "breadcrumbs": crumbs_of(Crumb(format_date(found.day), back), Crumb(_("Minutes"))),
    }
    return render(request, "planning/minutes.html", context, status=422 if form.errors else 200)


def decide_item(request: MemberRequest, pk: int) -> HttpResponse:
    """The group's decision on an item."""
    item = get_agenda_item_to_decide(request.actor, request.collaboration, pk)
    form = DecisionForm(request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        try:
            made = decide(by=request.actor, item=item, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request, _("Decided in paragraph %(paragraph)s.") % {"paragraph": made.paragraph}
            )
            return redirect("planning:meeting", item.meeting_id)
    back = reverse("planning:meeting", args=[item.meeting_id])
    context = {
        "form": form,
        "item": item,
        "heading": _("Decide: %(title)s") % {"title": item.title},
        "cancel_url": back,
        "breadcrumbs": crumbs_of(Crumb(format_date(item.meeting.day), back), Crumb(_("Decision"))),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)


@require_POST
def send(request: MemberRequest, pk: int) -> HttpResponse:
    """To the adjusters."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    return post(request, found, lambda: send_to_adjusters(by=request.actor, meeting=found),
                _("The two adjusters have been asked."))  # fmt: skip


@require_POST
def take_back(request: MemberRequest, pk: int) -> HttpResponse:
    """Back from the adjusters."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    return post(request, found, lambda: take_back_minutes(by=request.actor, meeting=found),
                _("The minutes can be written in again. Both adjusters must then adjust them."))  # fmt: skip


@require_POST
def adjust(request: MemberRequest, pk: int) -> HttpResponse:
    """An adjuster says that the minutes are right."""
    found = get_meeting_to_see(request.actor, request.collaboration, pk)
    return post(request, found, lambda: adjust_minutes(by=request.actor, meeting=found),
                _("Thank you. The minutes are adjusted by you."))  # fmt: skip


def minutes_file(request: MemberRequest, pk: int) -> HttpResponseBase:
    """The minutes as PDF: the frozen file, or before that a draft."""
    found = get_meeting_to_see(request.actor, request.collaboration, pk)
    if found.minutes_file is not None:
        return hand_out(found.minutes_file)
    if found.state == MeetingState.NOTICE:
        raise Http404
    return as_file(minutes_pdf(found), "application/pdf", f"protokoll-{found.day}-utkast.pdf")


def decisions(request: MemberRequest) -> HttpResponse:
    """All decisions, newest first; those of minutes that are not adjusted are the group's own."""
    check_member(request.actor)
    found = decisions_of(request.collaboration).order_by("-year", "-paragraph")
    if not prepares(request.actor):
        found = found.filter(meeting__state=MeetingState.FROZEN)
    context = {"decisions": found, "breadcrumbs": crumbs_of(Crumb(_("Decisions")))}
    return render(request, "planning/decisions.html", context)


def decision(request: MemberRequest, year: int, paragraph: int) -> HttpResponse:
    """One decision: its words, what it replaced, what it came from and what came of it."""
    found = get_decision_to_see(request.actor, request.collaboration, year, paragraph)
    item = found.item
    back = reverse("planning:meeting", args=[found.meeting_id])
    context = {
        "decision": found,
        "item": item,
        "proposal": item.proposal if item else None,
        "steps": chain_of(item.proposal) if item and item.proposal else [],
        "activities": PlanItem.objects.filter(decision=found).select_related("plan_year"),
        "breadcrumbs": crumbs_of(
            Crumb(format_date(found.meeting.day), back), Crumb(f"§ {found.paragraph}")
        ),
        "status": [
            Fact(_("The group says"), found.get_outcome_display(), icon="gavel"),
            Fact(_("About"), found.get_kind_display()),
            Fact(_("Meeting"), format_date(found.meeting.day), url=back),
            Fact(_("Paragraph number"), f"§ {found.paragraph}"),
            Fact(_("Refer to it as"), str(found.as_ref())),
        ],
    }
    return render(request, "planning/decision.html", context)
