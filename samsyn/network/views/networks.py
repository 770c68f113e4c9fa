"""Thematic networks: their pages, files and letters, proposing and starting them."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.files.interface import FileRefused, hand_out, refusal_text
from samsyn.core.registry.interface import panels
from samsyn.network import access, actions
from samsyn.network.models import Network
from samsyn.network.network_forms import (
    ChangeNetworkForm,
    DecideForm,
    FileForm,
    LetterForm,
    NetworkForm,
)
from samsyn.network.queries import letters_left, members_now
from samsyn.network.refusals import Refused
from samsyn.network.slugs import free_slug
from samsyn.organisations.interface import MemberRequest


def propose(request: MemberRequest) -> HttpResponse:
    """A new network: the coordinator starts it, others propose it to her."""
    access.check_member(request.actor)
    starts = access.starts_networks(request.actor)
    form = NetworkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.make_network(
            by=request.actor,
            collaboration=request.collaboration,
            slug=free_slug(request.collaboration, form.cleaned_data["name"]),
            contact=request.actor.person,
            state=Network.State.ACTIVE if starts else Network.State.PROPOSED,
            is_example=request.collaboration.is_demo,
            **form.cleaned_data,
        )
        messages.success(
            request,
            _("The network is started.")
            if starts
            else _("Your proposal is with the county coordinator. You are told when it starts."),
        )
        return redirect("network:network", made.slug)
    context = {"form": form, "starts": starts}
    return render(request, "network/propose.html", context, status=422 if form.errors else 200)


def network(request: MemberRequest, slug: str) -> HttpResponse:
    """A network: what it does, its contact, members, meetings, files and letters; joining and leaving."""
    found = access.get_network_to_see(request.actor, request.collaboration, slug)
    if request.method == "POST":
        _join_or_leave(request, found)
        return redirect("network:network", slug)
    members = members_now(found)
    inside = access.is_inside(request.actor, found)
    context = {
        "network": found,
        "members": members,
        "is_member": any(person.pk == request.actor.pk for person in members),
        "inside": inside,
        "runs": access.runs_network(request.actor, found),
        "starts": access.starts_networks(request.actor),
        "files": found.files.select_related("file", "added_by") if inside else [],
        "letters": found.letters.select_related("sender__user")[:10] if inside else [],
        "decide_form": DecideForm(),
        "panels": [panel for give in panels.providers() for panel in give(found, request.actor)],
        "user_id": request.actor.user_id,
    }
    return render(request, "network/network.html", context)


def _join_or_leave(request: MemberRequest, found: Network) -> None:
    try:
        if request.POST.get("what") == "leave":
            actions.leave_network(by=request.actor, network=found)
            messages.success(request, _("You have left the network."))
        else:
            actions.join_network(by=request.actor, network=found)
            messages.success(request, _("You are a member of the network."))
    except Refused as refused:
        messages.error(request, refused.sentence)


def change(request: MemberRequest, slug: str) -> HttpResponse:
    """The network's texts and its contact person."""
    found = access.get_network_to_run(request.actor, request.collaboration, slug)
    form = ChangeNetworkForm(
        request.POST or None,
        network=found,
        initial={
            "name": found.name,
            "purpose": found.purpose,
            "area": found.area,
            "contact": str(found.contact_id or ""),
        },
    )
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "contact": form.chosen_contact}
        actions.change_network(by=request.actor, network=found, **values)
        messages.success(request, _("Saved."))
        return redirect("network:network", slug)
    context = {"form": form, "network": found}
    status = 422 if form.errors else 200
    return render(request, "network/network_change.html", context, status=status)


@require_POST
def decide(request: MemberRequest, slug: str) -> HttpResponse:
    """The coordinator starts a network, or declines or closes it with a reason."""
    found = access.get_network_to_decide(request.actor, request.collaboration, slug)
    try:
        if request.POST.get("what") == "start":
            actions.start_network(by=request.actor, network=found)
            messages.success(request, _("The network is started."))
        else:
            reason = request.POST.get("reason", "")[:300]
            actions.close_network(by=request.actor, network=found, reason=reason)
            messages.success(request, _("The network is closed."))
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("network:network", slug)


def write(request: MemberRequest, slug: str) -> HttpResponse:
    """A letter to the members."""
    found = access.get_network_inside(request.actor, request.collaboration, slug)
    form = LetterForm(request.POST or None, initial={"key": uuid4().hex})
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.write_to_members(by=request.actor, network=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request, _("The letter goes to %(number)d members.") % {"number": sent.receivers}
            )
            return redirect("network:network", slug)
    context = {"form": form, "network": found, "left": letters_left(found, request.actor)}
    status = 422 if form.errors else 200
    return render(request, "network/network_write.html", context, status=status)


def file_add(request: MemberRequest, slug: str) -> HttpResponse:
    """A file for the members."""
    found = access.get_network_inside(request.actor, request.collaboration, slug)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            actions.add_file(
                by=request.actor,
                network=found,
                title=form.cleaned_data["title"],
                name=file.name,
                content=file.read(),
            )
        except FileRefused as refused:
            form.add_error("file", refusal_text(refused))
        else:
            messages.success(request, _("The file is there for the members."))
            return redirect("network:network", slug)
    context = {"form": form, "network": found}
    status = 422 if form.errors else 200
    return render(request, "network/network_file_add.html", context, status=status)


def file(request: MemberRequest, slug: str, pk: int) -> HttpResponseBase:
    """A file of a network, for those in it."""
    found = access.get_network_file(request.actor, request.collaboration, slug, pk)
    return hand_out(found.file)


@require_POST
def file_remove(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Takes a file away."""
    found = access.get_network_file_to_remove(request.actor, request.collaboration, slug, pk)
    actions.remove_file(by=request.actor, file=found)
    messages.success(request, _("The file is gone."))
    return redirect("network:network", slug)
