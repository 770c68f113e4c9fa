"""The steering group's meetings: list, one meeting, notice, agenda and opening."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Crumb, Fact
from samsyn.core.files.interface import FileRefused, hand_out, refusal_text
from samsyn.lib.swedish import format_date, format_time
from samsyn.organisations.interface import MemberRequest, Permission
from samsyn.planning.access import (
    check_member,
    check_runs,
    get_agenda_item_to_decide,
    get_agenda_item_to_see,
    get_meeting_to_run,
    get_meeting_to_see,
    prepares,
)
from samsyn.planning.actions.meeting import (
    add_item,
    call_meeting,
    change_item,
    change_meeting,
    open_meeting,
    remove_item,
    send_notice,
)
from samsyn.planning.codes import MeetingState
from samsyn.planning.meeting_forms import AgendaForm, MeetingForm
from samsyn.planning.minutes import notice_pdf
from samsyn.planning.models import Meeting
from samsyn.planning.queries import decisions_of, meetings_of
from samsyn.planning.refusals import Refused
from samsyn.planning.tabs import tabs_of
from samsyn.planning.views.files import as_file
from samsyn.planning.waiting_decisions import waiting_for_decision


def crumbs_of(*steps: Crumb) -> list[Crumb]:
    """The way to a page about a meeting."""
    return [Crumb(_("The steering group"), reverse("planning:meetings")), *steps]


def meetings(request: MemberRequest) -> HttpResponse:
    """Meetings, the latest decisions, and for the group what waits for one."""
    check_member(request.actor)
    inside = prepares(request.actor)
    found = meetings_of(request.collaboration)
    if not inside:
        found = found.filter(state=MeetingState.FROZEN)
    context = {
        "meetings": found,
        "tabs": tabs_of("meetings"),
        "decisions": decisions_of(request.collaboration)
        .filter(meeting__in=found)
        .order_by("-year", "-paragraph")[:8],
        "waiting": waiting_for_decision(request.collaboration) if inside else [],
        "is_inside": inside,
        "may_call": bool(request.actor.may(Permission.RUN_COLLABORATION)),
    }
    return render(request, "planning/meetings.html", context)


def new_meeting(request: MemberRequest) -> HttpResponse:
    """Calling a meeting."""
    check_runs(request.actor)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = call_meeting(
                by=request.actor, is_example=request.collaboration.is_demo, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request,
                _(
                    "The agenda is built of what waits for a decision. Read it, then send the notice."
                ),
            )
            return redirect("planning:meeting", made.pk)
    return _form(request, form, _("Call a meeting"), reverse("planning:meetings"))


def meeting(request: MemberRequest, pk: int) -> HttpResponse:
    """One meeting: agenda with decisions, who was there, and the next thing to do."""
    found = get_meeting_to_see(request.actor, request.collaboration, pk)
    items = list(found.items.select_related("decision", "proposal", "plan_year", "campaign", "attachment",
                                            "annual_report__plan_year", "carried_from__meeting"))  # fmt: skip
    people = list(found.attendances.select_related("person"))
    context = {
        "meeting": found,
        "items": items,
        "people": people,
        "runs": bool(request.actor.may(Permission.RUN_COLLABORATION)),
        "may_adjust": found.state == MeetingState.ADJUSTING
        and any(
            p.adjusts and p.person_id == request.actor.pk and not p.adjusted_at for p in people
        ),
        "undecided": sum(not hasattr(item, "decision") for item in items),
        "breadcrumbs": crumbs_of(Crumb(format_date(found.day))),
        "status": [
            Fact(_("State"), found.get_state_display(), icon="clipboard-checkmark"),
            Fact(_("Day"), format_date(found.day)),
            Fact(_("Starts"), format_time(found.starts_at) if found.starts_at else _("not said")),
            Fact(_("Place"), found.place or _("not said")),
            Fact(_("Matters"), str(len(items))),
        ],
    }
    return render(request, "planning/meeting.html", context)


def edit_meeting(request: MemberRequest, pk: int) -> HttpResponse:
    """Another day, place or notice."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    initial = {name: getattr(found, name) for name in ("day", "starts_at", "place", "notice")}
    form = MeetingForm(request.POST or None, initial=initial)
    return _act(request, form, _("Change day and notice"), found,
                lambda: change_meeting(by=request.actor, meeting=found, **form.cleaned_data))  # fmt: skip


def new_item(request: MemberRequest, pk: int) -> HttpResponse:
    """One more item."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    form = AgendaForm(
        request.POST or None, request.FILES or None, collaboration=request.collaboration
    )

    return _act(request, form, _("Add a matter"), found,
                lambda: add_item(by=request.actor, meeting=found, **_values(form)))  # fmt: skip


def edit_item(request: MemberRequest, pk: int) -> HttpResponse:
    """Other words about an item."""
    item = get_agenda_item_to_decide(request.actor, request.collaboration, pk)
    initial = {
        name: getattr(item, name)
        for name in ("title", "kind", "proposal", "background", "address", "order")
    }
    form = AgendaForm(
        request.POST or None,
        request.FILES or None,
        collaboration=request.collaboration,
        initial=initial,
    )

    return _act(request, form, _("Change the matter"), item.meeting,
                lambda: change_item(by=request.actor, item=item, **_values(form)))  # fmt: skip


@require_POST
def drop_item(request: MemberRequest, pk: int) -> HttpResponse:
    """Takes an item off the agenda."""
    item = get_agenda_item_to_decide(request.actor, request.collaboration, pk)
    return post(request, item.meeting, lambda: remove_item(by=request.actor, item=item),
                _("The matter is off the agenda."))  # fmt: skip


def attachment(request: MemberRequest, pk: int) -> HttpResponseBase:
    """The document of an item."""
    item = get_agenda_item_to_see(request.actor, request.collaboration, pk)
    if item.attachment is None:
        raise Http404
    return hand_out(item.attachment, download=True)


@require_POST
def notify(request: MemberRequest, pk: int) -> HttpResponse:
    """Mails notice and agenda."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    return post(request, found, lambda: send_notice(by=request.actor, meeting=found),
                _("The notice is on its way to the group."))  # fmt: skip


@require_POST
def begin(request: MemberRequest, pk: int) -> HttpResponse:
    """Opens the meeting."""
    found = get_meeting_to_run(request.actor, request.collaboration, pk)
    return post(request, found, lambda: open_meeting(by=request.actor, meeting=found),
                _("The meeting is open. Write the minutes as you go."))  # fmt: skip


def notice_file(request: MemberRequest, pk: int) -> HttpResponse:
    """Notice and agenda as PDF."""
    found = get_meeting_to_see(request.actor, request.collaboration, pk)
    return as_file(notice_pdf(found), "application/pdf", f"kallelse-{found.day}.pdf")


def post(
    request: MemberRequest, found: Meeting, act: Callable[[], object], said: str
) -> HttpResponse:
    """A button of the meeting's page: the act, or the sentence that refuses it."""
    try:
        act()
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, said)
    return redirect("planning:meeting", found.pk)


def _values(form: AgendaForm) -> dict[str, Any]:
    """What the actions want: the file as its name and content, and no place on the agenda when none was given."""
    values = dict(form.cleaned_data)
    file = values.pop("attachment")
    if not values.get("order"):
        values.pop("order")
    return {**values, "attachment": (file.name, file.read()) if file else None}


def _act(
    request: MemberRequest,
    form: MeetingForm | AgendaForm,
    heading: str,
    found: Meeting,
    act: Callable[[], object],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            form.add_error(None, refused.sentence)
        except FileRefused as refused:
            form.add_error("attachment", refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("planning:meeting", found.pk)
    back = reverse("planning:meeting", args=[found.pk])
    return _form(request, form, heading, back, Crumb(format_date(found.day), back))


def _form(
    request: MemberRequest, form: MeetingForm | AgendaForm, heading: str, back: str, *steps: Crumb
) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "cancel_url": back,
        "breadcrumbs": crumbs_of(*steps, Crumb(heading)),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)
