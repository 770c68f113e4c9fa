"""The collaborations of the installation, a form that adds one, and the details and members of one's own."""

from django import forms
from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.organisations import access, queries
from samsyn.organisations.actions import add_members, change_collaboration, start_collaboration
from samsyn.organisations.collaboration_forms import (
    MembersForm,
    NewCollaborationForm,
    OwnCollaborationForm,
)
from samsyn.organisations.http import MemberRequest
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Permission

ORDINARY_PORTS = {"80", "443"}


def collaborations(request: MemberRequest) -> HttpResponse:
    """All collaborations, for those who keep the installation."""
    access.check(request.actor, Permission.ADMINISTER)
    return render(
        request, "organisations/collaborations.html", {"found": queries.all_collaborations()}
    )


def collaboration_add(request: MemberRequest) -> HttpResponse:
    """A new collaboration: name, host name, front page, members and its first coordinator."""
    access.check(request.actor, Permission.ADMINISTER)
    form = NewCollaborationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        try:
            start_collaboration(
                by=request.actor, site_address=_site_address(request, words["host"]), **words
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request,
                _("%(name)s is there. An invitation is on its way to %(email)s.")
                % {"name": words["name"], "email": words["coordinator_email"]},
            )
            return redirect("organisations:collaborations")
    return _page(
        request,
        form,
        _("A new collaboration"),
        _("It answers at its own host name at once, with its own front page, members and pages."),
        _("Add the collaboration"),
    )


def collaboration_change(request: MemberRequest) -> HttpResponse:
    """Name, host name, front page and film of one's own collaboration."""
    access.check_keeper(request.actor)
    own = request.actor.collaboration
    initial = model_to_dict(own)
    may_move = bool(request.actor.may(Permission.ADMINISTER))
    form = OwnCollaborationForm(
        request.POST if request.method == "POST" else None, initial=initial, may_move=may_move
    )
    if request.method == "POST" and form.is_valid():
        words = {**form.cleaned_data, "host": form.cleaned_data["host"] or ""}
        try:
            change_collaboration(by=request.actor, collaboration=own, **words)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The collaboration's details are saved."))
            return redirect("organisations:organisation")
    return _page(
        request, form, _("Name and front page"), _("What everybody meets first."), _("Save")
    )


def members_add(request: MemberRequest) -> HttpResponse:
    """More offices in one's own collaboration."""
    access.check_keeper(request.actor)
    form = MembersForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_members(
                by=request.actor,
                collaboration=request.actor.collaboration,
                members=form.cleaned_data["members"],
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            text = ngettext("%(n)d office is added.", "%(n)d offices are added.", len(made))
            messages.success(request, text % {"n": len(made)})
            return redirect("organisations:organisation")
    lead = _("Afterwards you invite people on each office's own page.")
    return _page(request, form, _("Add offices"), lead, _("Add the offices"))


def _site_address(request: MemberRequest, host: str) -> str:
    """The start of the addresses at another host of ours, with the port at which this request came."""
    port = request.get_port()
    return f"{request.scheme}://{host}{'' if port in ORDINARY_PORTS else ':' + port}/"


def _page(
    request: MemberRequest, form: forms.Form, heading: str, lead: str, button: str
) -> HttpResponse:
    context = {"form": form, "heading": heading, "lead": lead, "button": button}
    return render(request, "organisations/collaboration_form.html", context)
