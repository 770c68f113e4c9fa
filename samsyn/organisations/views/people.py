"""Pages of people: all of them for those who keep the collaboration, one person's roles, one's own details."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.clock.interface import today
from samsyn.lib.swedish import swedish_order
from samsyn.organisations import access, queries
from samsyn.organisations.actions import change_own_details, end_membership, give_role
from samsyn.organisations.actor import actor_of
from samsyn.organisations.forms import EndForm, OwnDetailsForm, RoleForm, role_of
from samsyn.organisations.http import MemberRequest
from samsyn.organisations.letters import letters_unreached
from samsyn.organisations.refusals import Refused
from samsyn.organisations.rules import is_current

PER_PAGE = 50


def people(request: MemberRequest) -> HttpResponse:
    """Everybody with a role today, and the open invitations."""
    access.check_keeper(request.actor)
    holders = queries.holders_of(request.collaboration)
    everybody = sorted(holders, key=lambda person: swedish_order(person.name))
    page = Paginator(everybody, PER_PAGE).get_page(request.GET.get("sida"))
    keys = [person.pk for person in page]
    shown = queries.with_roles(holders.filter(pk__in=keys)).in_bulk()
    invitations = queries.open_invitations(request.collaboration).select_related("office")
    context = {
        "page": page,
        "people": [shown[key] for key in keys],
        "invitations": invitations,
        "unreached": letters_unreached(request.collaboration.pk, holders),
    }
    return render(request, "organisations/people.html", context)


def person(request: MemberRequest, pk: int) -> HttpResponse:
    """One person's roles over time, and a form that gives her another."""
    found = access.get_person_to_keep(request.actor, pk)
    form = RoleForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            give_role(
                by=request.actor,
                person=found,
                role=role_of(form),
                office=form.chosen_office,
                starts=form.cleaned_data["starts"],
                ends=form.cleaned_data["ends"],
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The role is given."))
            return redirect("organisations:person", pk=pk)
    held = list(found.memberships.select_related("office"))
    rows = [{"membership": role, "current": is_current(role, today())} for role in held]
    return render(
        request, "organisations/person.html", {"person": found, "rows": rows, "form": form}
    )


def end_role(request: MemberRequest, pk: int) -> HttpResponse:
    """Ends one's own role, or one that the reader may give; says what is open and who takes it over."""
    membership = access.get_membership_to_end(request.actor, pk)
    form = EndForm(
        request.POST if request.method == "POST" else None,
        people=queries.successors_for(membership),
    )
    own = membership.person_id == request.actor.pk
    if request.method == "POST" and form.is_valid():
        try:
            handed = end_membership(
                by=request.actor,
                membership=membership,
                successor=form.chosen_successor,
                reason=form.cleaned_data["reason"],
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request,
                ngettext(
                    "The role has ended. %(number)d piece of open work was handed over.",
                    "The role has ended. %(number)d pieces of open work were handed over.",
                    handed,
                )
                % {"number": handed},
            )
            if own:
                return redirect("/")
            return redirect(
                *(
                    ["organisations:office", membership.office.slug]
                    if membership.office
                    else ["organisations:people"]
                )
            )
    context = {
        "membership": membership,
        "open_work": queries.open_work_of(actor_of(membership.person)),
        "own": own,
        "form": form,
    }
    return render(request, "organisations/end_role.html", context)


def own_details(request: MemberRequest) -> HttpResponse:
    """One's own name, telephone number and roles."""
    me = request.actor.person
    form = OwnDetailsForm(
        request.POST if request.method == "POST" else None,
        initial={"name": me.name, "phone": me.phone},
    )
    if request.method == "POST" and form.is_valid():
        change_own_details(by=request.actor, **form.cleaned_data)
        messages.success(request, _("Your details are saved."))
        return redirect("organisations:own_details")
    return render(
        request,
        "organisations/own_details.html",
        {"form": form, "memberships": request.actor.memberships, "person": me},
    )
