"""The list of events, an event's page, and everything a participant does there."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.clock.interface import now
from samsyn.core.files.interface import hand_out
from samsyn.core.registry.interface import panels
from samsyn.learning.access import (
    get_event_to_see,
    get_guest_registration,
    get_own_registration,
    get_registration_to_change,
    runs_events,
)
from samsyn.learning.actions.registering import (
    answer_offer,
    cancel,
    change_details,
    register,
    swap,
)
from samsyn.learning.codes import ACTIVE, Seat
from samsyn.learning.forms import ColleaguesForm, RegisterForm, SwapForm, details_of
from samsyn.learning.head import head_of
from samsyn.learning.messages import refusal_text
from samsyn.learning.models import Event, Registration
from samsyn.learning.queries import (
    colleagues_to_register,
    events_seen_by,
    office_of,
    own_registration,
    with_counts,
)
from samsyn.learning.refusals import Refused
from samsyn.organisations.interface import MemberRequest, Permission, SamsynRequest, public


@public
def list(request: SamsynRequest) -> HttpResponse:  # noqa: A001  # the page, never the type
    """Events to come and those that were."""
    events = with_counts(events_seen_by(request.actor or None, request.collaboration))
    context = {
        "coming": events.filter(ends_at__gte=now()).order_by("starts_at"),
        "past": events.filter(ends_at__lt=now()).order_by("-starts_at")[:50],
        "may_arrange": runs_events(request.actor or None),
    }
    return render(request, "learning/list.html", context)


@public
def event(request: SamsynRequest, slug: str) -> HttpResponse:
    """An event: what, when, who teaches, how many seats, and her own seat."""
    found = get_event_to_see(request.actor or None, request.collaboration, slug)
    context = head_of(request, found)
    # What higher packages know of it, such as the decision in the plan behind it.
    context["panels"] = [one for ask in panels.providers() for one in ask(found, context["actor"])]
    return render(request, "learning/event.html", context)


@public
def register_page(request: SamsynRequest, slug: str) -> HttpResponse:
    """Registering herself, or a guest registering."""
    actor = request.actor or None
    found = get_event_to_see(actor, request.collaboration, slug)
    if actor is None and not found.takes_guests:
        raise PermissionDenied(_("Only members can register for this event. Sign in first."))
    if request.method != "POST" and own_registration(found, actor):
        return redirect("learning:event", slug)
    form = RegisterForm(request.POST or None, event=found, is_guest=actor is None)
    sent = request.method == "POST" and (form.is_valid() or not form.fields)
    if sent:
        values = form.values()
        try:
            made = register(
                by=actor,
                event=found,
                person=actor.person if actor else None,
                office=actor.office if actor else None,
                **values,
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _said(made))
            if actor is None:
                return redirect("learning:guest", made.key)
            return redirect("learning:event", slug)
    context = {**head_of(request, found), "form": form}
    return render(request, "learning/register.html", context, status=422 if form.errors else 200)


def details(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Her own answers and needs, until the event starts."""
    found = get_event_to_see(request.actor, request.collaboration, slug)
    own = get_own_registration(request.actor, found, pk)
    form = RegisterForm(request.POST or None, event=found, is_guest=False, initial=details_of(own))
    if request.method == "POST" and form.is_valid():
        try:
            change_details(by=request.actor, registration=own, **form.values())
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("learning:event", slug)
    context = {**head_of(request, found), "form": form}
    return render(request, "learning/details.html", context, status=422 if form.errors else 200)


def _said(made: Registration) -> str:
    if made.seat == Seat.CONFIRMED:
        return _(
            "You have a seat. A confirmation with an invitation for your calendar is on its way."
        )
    return _("The seats are taken. You are on the waiting list and hear from us when one is free.")


def colleagues(request: MemberRequest, slug: str) -> HttpResponse:
    """Registering several of the own office."""
    found = get_event_to_see(request.actor, request.collaboration, slug)
    offices = request.actor.offices_where(Permission.PLAN_FOR_OFFICE)
    if not offices:
        raise PermissionDenied(_("The office's contact person or manager registers colleagues."))
    people = colleagues_to_register(found, offices)
    form = ColleaguesForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        chosen = [person for person in people if str(person.pk) in form.cleaned_data["people"]]
        try:
            made = [
                register(by=request.actor, event=found, person=p, office=office_of(p, offices))
                for p in chosen
            ]
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            seated = sum(one.seat == Seat.CONFIRMED for one in made)
            text = _("%(seated)d have a seat and %(waiting)d are on the waiting list.")
            messages.success(request, text % {"seated": seated, "waiting": len(made) - seated})
            return redirect("learning:event", slug)
    context = {**head_of(request, found), "form": form, "people": people}
    return render(request, "learning/colleagues.html", context, status=422 if form.errors else 200)


@require_POST
def answer(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Takes or leaves an offered seat."""
    found, registration = _own(request, slug, pk)
    _answer(request, registration)
    return redirect("learning:event", found.slug)


@require_POST
def cancel_page(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Cancels."""
    found, registration = _own(request, slug, pk)
    _cancel(request, registration)
    return redirect("learning:event", found.slug)


def swap_page(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """Hands the seat over to a colleague of the same office."""
    found, registration = _own(request, slug, pk)
    if registration.office is None or registration.seat not in ACTIVE:
        raise Http404
    people = colleagues_to_register(found, [registration.office])
    form = SwapForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        person = next(p for p in people if str(p.pk) == form.cleaned_data["person"])
        try:
            swap(by=request.actor, registration=registration, person=person)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("%(name)s has the seat now.") % {"name": person.name})
            return redirect("learning:event", slug)
    context = {
        **head_of(request, found),
        "form": form,
        "people": people,
        "registration": registration,
    }
    return render(request, "learning/swap.html", context, status=422 if form.errors else 200)


@public
def guest(request: SamsynRequest, key: str) -> HttpResponse:
    """A guest's own page: her seat, and the buttons to answer and cancel."""
    registration = get_guest_registration(request.collaboration, key)
    if request.method == "POST":
        if request.POST.get("what") == "cancel":
            _cancel(request, registration)
        else:
            _answer(request, registration)
        return redirect("learning:guest", key)
    context = {
        "event": registration.event,
        "registration": registration,
        "shows_link": registration.seat == Seat.CONFIRMED,
    }
    return render(request, "learning/guest.html", context)


def material_file(request: MemberRequest, slug: str, pk: int) -> HttpResponseBase:
    """A file of the event, for those registered, its lecturers and the organiser."""
    found = get_event_to_see(request.actor, request.collaboration, slug)
    material = found.material.select_related("file").filter(pk=pk).first()
    if material is None or not head_of(request, found)["reads_material"]:
        raise Http404
    return hand_out(material.file)


def _own(request: MemberRequest, slug: str, pk: int) -> tuple[Event, Registration]:
    found = get_event_to_see(request.actor, request.collaboration, slug)
    return found, get_registration_to_change(request.actor, found, pk)


def _answer(request: SamsynRequest, registration: Registration) -> None:
    accept = request.POST.get("what") == "accept"
    try:
        answer_offer(by=request.actor or None, registration=registration, accept=accept)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(
            request, _("The seat is yours.") if accept else _("The seat goes to the next.")
        )


def _cancel(request: SamsynRequest, registration: Registration) -> None:
    try:
        cancel(by=request.actor or None, registration=registration)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, _("Cancelled. What became free goes to the next."))
