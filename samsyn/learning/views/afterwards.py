"""Evaluation, follow-up, certificates and what people have learnt."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.registry.interface import panels
from samsyn.learning.access import get_event_to_see, get_guest_registration, runs_events
from samsyn.learning.actions.afterwards import certify, evaluate, follow_up
from samsyn.learning.certificates import certificate_pdf
from samsyn.learning.competence import competence_of
from samsyn.learning.forms import EvaluationForm, FollowUpForm, NumberForm
from samsyn.learning.head import head_of
from samsyn.learning.messages import refusal_text
from samsyn.learning.models import Certificate, Registration
from samsyn.learning.own_questions import own_fields, split_answers
from samsyn.learning.queries import learnt_by, own_registration
from samsyn.learning.refusals import Refused
from samsyn.learning.rules import number_as_typed
from samsyn.network.interface import Area
from samsyn.organisations.interface import (
    MemberRequest,
    Office,
    Permission,
    SamsynRequest,
    offices_of,
    public,
)


def evaluation(request: MemberRequest, slug: str) -> HttpResponse:
    """Her own evaluation: four questions that are the same after every event, and the event's own."""
    event = get_event_to_see(request.actor, request.collaboration, slug)
    registration = _own(request, slug)
    form = EvaluationForm(request.POST or None)
    form.fields = {**form.fields, **own_fields(event)}
    if request.method == "POST" and form.is_valid():
        fixed, own = split_answers(form.cleaned_data)
        try:
            evaluate(by=request.actor, registration=registration, values=fixed, own_answers=own)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Thank you. Nobody sees who answered what."))
            return redirect("learning:event", slug)
    context = {**head_of(request, event), "form": form, "answered": registration.has_evaluated}
    return render(request, "learning/evaluation.html", context, status=422 if form.errors else 200)


def follow_up_page(request: MemberRequest, slug: str) -> HttpResponse:
    """After three months: did practice change?"""
    event = get_event_to_see(request.actor, request.collaboration, slug)
    registration = _own(request, slug)
    form = FollowUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            follow_up(by=request.actor, registration=registration, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Thank you. Nobody sees who answered what."))
            return redirect("learning:event", slug)
    context = {**head_of(request, event), "form": form, "answered": registration.has_followed_up}
    return render(
        request, "learning/follow_up_page.html", context, status=422 if form.errors else 200
    )


def certificate(request: MemberRequest, slug: str) -> HttpResponse:
    """Her certificate as PDF."""
    return _certificate(request, _own(request, slug))


@public
def guest_certificate(request: SamsynRequest, key: str) -> HttpResponse:
    """A guest's certificate as PDF."""
    return _certificate(request, get_guest_registration(request.collaboration, key))


def _certificate(request: SamsynRequest, registration: Registration) -> HttpResponse:
    try:
        made = certify(by=request.actor or None, registration=registration)
    except Refused as refused:
        raise PermissionDenied(refusal_text(refused)) from refused
    answer = HttpResponse(certificate_pdf(made), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="intyg-{made.number}.pdf"'
    return answer


@public
def verify(request: SamsynRequest) -> HttpResponse:
    """Whether a certificate's number is ours, and what it says."""
    form = NumberForm(request.GET if "nummer" in request.GET else None)
    found = None
    if form.is_bound and form.is_valid():
        found = (
            Certificate.objects.select_related("registration__event")
            .filter(
                number=number_as_typed(form.cleaned_data["nummer"]),
                registration__event__collaboration=request.collaboration,
            )
            .first()
        )
    return render(request, "learning/verify.html", {"form": form, "found": found})


def competence(request: MemberRequest) -> HttpResponse:
    """What she has learnt; for those who lead an office the office's; for the coordinator where the county is thin."""
    actor = request.actor
    if not actor.may(Permission.SEE_MEMBER_PAGES):
        raise PermissionDenied(_("Members see what they have learnt here."))
    runs = runs_events(actor)
    offices = (
        offices_of(request.collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)
        if runs
        else actor.offices_where(Permission.PLAN_FOR_OFFICE)
    )
    labels = dict(Area.choices)
    mine = learnt_by(person_id=actor.pk)
    areas = competence_of(request.collaboration, offices) if offices else []
    known = [area for area in areas if area.knowers]
    context = {
        "known": known,
        "several": len(offices) > 1,
        "leaving": [
            (area, [one for one in area.knowers if one.leaves_within_a_year])
            for area in known
            if len(area.staying) < len(area.knowers)
        ],
        "panels": [one for ask in panels.providers() for one in ask(areas, actor)],
        "mine": mine,
        "areas": [(labels[code], hours) for code, hours in mine.areas.items() if code in labels],
        "offices": [(office, learnt_by(office=office)) for office in offices],
        "thin": [area for area in areas if area.without],
        "attended": Registration.objects.filter(person_id=actor.pk, attendance="attended")
        .select_related("event")
        .order_by("-event__starts_at"),
    }
    return render(request, "learning/competence.html", context)


def _own(request: MemberRequest, slug: str) -> Registration:
    event = get_event_to_see(request.actor, request.collaboration, slug)
    registration = own_registration(event, request.actor)
    if registration is None:
        raise Http404
    return registration
