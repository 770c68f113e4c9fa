"""Inviting, withdrawing an invitation, and the page behind an invitation's link."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samsyn.core.accounts.interface import User
from samsyn.organisations import access
from samsyn.organisations.actions import accept_invitation as accept_action
from samsyn.organisations.actions import invite as invite_action
from samsyn.organisations.actions import withdraw_invitation as withdraw_action
from samsyn.organisations.forms import AcceptForm, InviteForm, role_of
from samsyn.organisations.http import MemberRequest, SamsynRequest, public
from samsyn.organisations.models import Invitation, Office, Person
from samsyn.organisations.refusals import Refused


def invite(request: MemberRequest, slug: str | None = None) -> HttpResponse:
    """Invites somebody to an office, or to a role in the whole collaboration."""
    office = _office_of(request, slug)
    form = InviteForm(
        request.POST if request.method == "POST" else None, actor=request.actor, office=office
    )
    if request.method == "POST" and form.is_valid():
        try:
            invited = invite_action(
                by=request.actor,
                collaboration=request.collaboration,
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=role_of(form),
                office=office,
                site_address=request.build_absolute_uri("/"),
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request,
                _("The invitation is on its way to %(email)s.")
                % {"email": invited.invitation.email},
            )
            return _back(office)
    return render(request, "organisations/invite.html", {"form": form, "office": office})


@require_POST
def withdraw_invitation(request: MemberRequest, pk: int) -> HttpResponse:
    """Withdraws an open invitation."""
    invitation = access.get_invitation_to_withdraw(request.actor, pk)
    try:
        withdraw_action(by=request.actor, invitation=invitation)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("The invitation is withdrawn."))
    return _back(invitation.office)


@public
@never_cache
def accept_invitation(request: SamsynRequest, token: str) -> HttpResponse:
    """What the invited one sees: what she is invited to, her name, and a password if she wants one."""
    invitation = access.get_invitation_to_accept(request.collaboration, token)
    try:
        access.check_invitation_open(invitation)
    except Refused as refused:
        return _accept_page(request, invitation, None, refused=refused, status=410)
    form = AcceptForm(
        request.POST if request.method == "POST" else None, initial={"name": invitation.name}
    )
    if request.method == "POST" and form.is_valid():
        try:
            person = accept_action(
                by=request.user.pk if request.user.is_authenticated else None,
                invitation=invitation,
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password"] or None,
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return _welcome(request, person)
    return _accept_page(request, invitation, form)


def _welcome(request: SamsynRequest, person: Person) -> HttpResponse:
    """Signs a new user in; who already had an account signs in as usual, with all that it asks of her."""
    messages.success(request, _("Welcome. You are now a member."))
    if request.user.is_authenticated:
        return redirect("/min-sida/")
    user = person.user
    if user.last_login is None:
        login(request, user)
        return redirect("/min-sida/")
    return redirect("account_login")


def _accept_page(
    request: SamsynRequest,
    invitation: Invitation,
    form: AcceptForm | None,
    *,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    known = User.objects.filter(email__iexact=invitation.email, last_login__isnull=False).exists()
    if form is not None and known:
        del form.fields["password"]
    response = render(
        request,
        "organisations/accept_invitation.html",
        {
            "invitation": invitation,
            "form": form,
            "refused": refused.sentence if refused else "",
            "known": known,
        },
        status=status,
    )
    # The address is a secret: it must not reach another site in the Referer header.
    response["Referrer-Policy"] = "no-referrer"
    return response


def _office_of(request: MemberRequest, slug: str | None) -> Office | None:
    if slug is None:
        access.check_keeper(request.actor)
        return None
    return access.get_office_to_invite_to(request.actor, slug)


def _back(office: Office | None) -> HttpResponse:
    if office is None:
        return redirect("organisations:people")
    return redirect("organisations:office", slug=office.slug)
