"""Pages of the collaboration and its offices."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import today
from samsyn.organisations import access, queries
from samsyn.organisations.actions import change_office
from samsyn.organisations.actor import Actor
from samsyn.organisations.forms import OfficeForm
from samsyn.organisations.http import MemberRequest
from samsyn.organisations.models import Membership, Office
from samsyn.organisations.refusals import Refused
from samsyn.organisations.roles import Permission
from samsyn.organisations.rules import roles_to_give


def organisation(request: MemberRequest) -> HttpResponse:
    """The collaboration's offices and municipalities, and who coordinates."""
    access.check(request.actor, Permission.SEE_MEMBER_PAGES)
    return render(
        request,
        "organisations/organisation.html",
        {
            "offices": queries.offices_of(request.collaboration),
            "municipalities": queries.municipalities_of(request.collaboration),
            "coordinators": queries.coordinators_of(request.collaboration),
            "administers": bool(request.actor.may(Permission.ADMINISTER)),
            "keeps": queries.sees_everybody(request.actor),
        },
    )


def office(request: MemberRequest, slug: str) -> HttpResponse:
    """One office: people, roles, open invitations, municipalities and, for those who may, its history."""
    found = access.get_office_to_see(request.actor, slug)
    actor = request.actor
    may_invite = bool(actor.may(Permission.INVITE_TO_OFFICE, office_id=found.pk))
    history = queries.history_of(found) if access.may_see_history(actor, found) else None
    return render(
        request,
        "organisations/office.html",
        {
            "office": found,
            "municipalities": found.municipalities.all(),
            "rows": _rows(actor, found),
            "may_invite": may_invite,
            "may_change": queries.sees_everybody(actor),
            "invitations": queries.open_invitations(found.collaboration, office=found)
            if may_invite
            else [],
            "history": history,
        },
    )


def office_change(request: MemberRequest, slug: str) -> HttpResponse:
    """New names and address of an office."""
    found = access.get_office_to_change(request.actor, slug)
    initial = {"name": found.name, "short_name": found.short_name, "email": found.email}
    form = OfficeForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            change_office(by=request.actor, office=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The office's details are saved."))
            return redirect("organisations:office", slug=slug)
    return render(request, "organisations/office_change.html", {"form": form, "office": found})


def _rows(actor: Actor, found: Office) -> list[dict[str, object]]:
    mine = roles_to_give(actor.memberships, office_id=found.pk, day=today())

    def may_end(held: Membership) -> bool:
        return held.person_id == actor.pk or held.role in mine

    held_here = queries.memberships_of_office(found)
    return [{"membership": held, "may_end": may_end(held)} for held in held_here]
