"""Help between offices: find a backup, ask for or offer hours, answer, agree."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.network.access import (
    check_member,
    get_help_to_see,
    get_office_to_speak_for,
)
from samsyn.network.actions import (
    HelpRefused,
    agree_on_help,
    answer_help_notice,
    finish_help,
    make_help_notice,
    withdraw_help,
)
from samsyn.network.codes import HelpState
from samsyn.network.forms import HelpAgreeForm, HelpAnswerForm, HelpForm, HelpHoursForm
from samsyn.network.messages import HELP_REFUSALS
from samsyn.network.models import HelpNotice
from samsyn.network.queries import backups_for, current_help
from samsyn.organisations.interface import MemberRequest, Permission


def notices(request: MemberRequest) -> HttpResponse:
    """What offices ask for and offer now."""
    check_member(request.actor)
    context = {
        "notices": current_help(request.collaboration),
        "may_ask": bool(request.actor.offices),
    }
    return render(request, "network/help.html", context)


def new(request: MemberRequest) -> HttpResponse:
    """An officer asks for her own office; its manager or contact person agrees."""
    check_member(request.actor)
    if not request.actor.offices:
        raise Http404
    offices = {office.slug: office for office in request.actor.offices}
    form = HelpForm(request.POST or None, offices=offices.values())
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        values["office"] = offices[values["office"]]
        try:
            made = make_help_notice(
                by=request.actor, is_example=request.collaboration.is_demo, **values
            )
        except HelpRefused as refused:
            form.add_error("ends", str(HELP_REFUSALS[refused.code]))
        else:
            messages.success(request, _("The notice is up. Here you see who can help."))
            return redirect("network:help_notice", made.pk)
    return render(
        request, "network/help_new.html", {"form": form}, status=422 if form.errors else 200
    )


def notice(request: MemberRequest, pk: int) -> HttpResponse:
    """A notice with its answers, those who can help, and what the reader can do."""
    found = get_help_to_see(request.actor, request.collaboration, pk)
    return _page(request, found)


@require_POST
def answer(request: MemberRequest, pk: int) -> HttpResponse:
    """The reader's office can help."""
    found = get_help_to_see(request.actor, request.collaboration, pk)
    office = get_office_to_speak_for(request.actor)
    form = HelpAnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, found, answer_form=form)
    try:
        answer_help_notice(by=request.actor, notice=found, office=office, **form.cleaned_data)
    except HelpRefused as refused:
        messages.error(request, str(HELP_REFUSALS[refused.code]))
    else:
        messages.success(request, _("The answer is given. The office that asked gets a letter."))
    return redirect("network:help_notice", pk)


def agree(request: MemberRequest, pk: int, answer: int) -> HttpResponse:
    """The office that asked takes an answer, when the list is seen to."""
    found = get_help_to_see(request.actor, request.collaboration, pk)
    get_office_to_speak_for(request.actor, found.office.slug)
    chosen = next((one for one in found.answers.all() if one.pk == answer), None)
    if chosen is None:
        raise Http404
    form = HelpAgreeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            agree_on_help(by=request.actor, notice=found, answer=chosen, **form.cleaned_data)
        except HelpRefused as refused:
            field = "checks" if refused.code == "checks" else None
            form.add_error(field, str(HELP_REFUSALS[refused.code]))
        else:
            messages.success(request, _("You have agreed. The other office gets a letter."))
            return redirect("network:help_notice", pk)
    context = {"notice": found, "answer": chosen, "form": form}
    return render(request, "network/help_agree.html", context, status=422 if form.errors else 200)


@require_POST
def finish(request: MemberRequest, pk: int) -> HttpResponse:
    """How many hours it became."""
    found = get_help_to_see(request.actor, request.collaboration, pk)
    if not _takes_part(request, found):
        get_office_to_speak_for(request.actor, found.office.slug)
    form = HelpHoursForm(request.POST)
    if not form.is_valid():
        return _page(request, found, hours_form=form)
    try:
        finish_help(by=request.actor, notice=found, hours=form.cleaned_data["hours"])
    except HelpRefused as refused:
        messages.error(request, str(HELP_REFUSALS[refused.code]))
    else:
        messages.success(request, _("Saved."))
    return redirect("network:help_notice", pk)


@require_POST
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    """The office takes its notice back."""
    found = get_help_to_see(request.actor, request.collaboration, pk)
    if found.asked_by_id != request.actor.user_id:
        get_office_to_speak_for(request.actor, found.office.slug)
    try:
        withdraw_help(by=request.actor, notice=found)
    except HelpRefused as refused:
        messages.error(request, str(HELP_REFUSALS[refused.code]))
    else:
        messages.success(request, _("The notice is taken back."))
    return redirect("network:help_notice", pk)


def _page(
    request: MemberRequest,
    found: HelpNotice,
    *,
    answer_form: HelpAnswerForm | None = None,
    hours_form: HelpHoursForm | None = None,
) -> HttpResponse:
    speaks = {office.pk for office in request.actor.offices_where(Permission.PLAN_FOR_OFFICE)}
    is_open = found.state == HelpState.OPEN
    wrong = bool(answer_form or hours_form)
    context = {
        "notice": found,
        "speaks": found.office_id in speaks,
        "may_withdraw": found.state in {HelpState.OPEN, HelpState.AGREED}
        and (found.office_id in speaks or found.asked_by_id == request.actor.user_id),
        "answer_form": (answer_form or HelpAnswerForm(initial={"hours": found.hours}))
        if is_open and speaks - {found.office_id}
        else None,
        "hours_form": (hours_form or HelpHoursForm(initial={"hours": found.hours_agreed}))
        if found.state == HelpState.AGREED and _takes_part(request, found)
        else None,
        "backups": backups_for(found) if is_open and found.kind == "need" else [],
    }
    return render(request, "network/help_notice.html", context, status=422 if wrong else 200)


def _takes_part(request: MemberRequest, found: HelpNotice) -> bool:
    speaks = {office.pk for office in request.actor.offices_where(Permission.PLAN_FOR_OFFICE)}
    return bool(speaks & {found.office_id, found.partner_id})
