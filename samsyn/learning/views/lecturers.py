"""What is asked of a lecturer, the agreement with her and her material: for the organiser and the lecturer herself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.files.interface import FileRefused, hand_out
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.learning.access import get_lecturer, runs_events
from samsyn.learning.actions.arranging import (
    add_material,
    change_lecturer,
    keep_agreement,
    remove_lecturer,
)
from samsyn.learning.forms import AgreementForm, AskedForm, MaterialForm
from samsyn.learning.head import head_of
from samsyn.learning.models import Event, Lecturer
from samsyn.organisations.interface import MemberRequest


def lecturer(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """One lecturer's page."""
    found = get_lecturer(request.actor, request.collaboration, slug, pk)
    what = request.POST.get("what", "") if request.method == "POST" else ""
    if what in {"asked", "remove"} and not runs_events(request.actor):
        raise PermissionDenied(_("The county coordinator arranges events."))
    if what == "remove":
        remove_lecturer(by=request.actor, lecturer=found)
        messages.success(request, _("The lecturer is taken away."))
        return redirect("learning:edit", slug)
    sent = {
        name: request.POST if what == name else None for name in ("asked", "agreement", "material")
    }
    agreement = AgreementForm(sent["agreement"], request.FILES or None, prefix="agreement")
    material = MaterialForm(sent["material"], request.FILES or None, prefix="material")
    asked = AskedForm(sent["asked"], initial={"asked": found.asked})
    if (
        (what == "asked" and asked.is_valid() and _ask(request, found, asked))
        or (what == "agreement" and agreement.is_valid() and _agree(request, found, agreement))
        or (
            what == "material"
            and material.is_valid()
            and take_material(request, found.event, material)
        )
    ):
        return redirect("learning:lecturer", slug, pk)
    context = {
        **head_of(request, found.event, "lecturer"),
        "lecturer": found,
        "asked_form": asked,
        "agreement_form": agreement,
        "material_form": material,
    }
    bad = any(form.is_bound and form.errors for form in (asked, agreement, material))
    return render(request, "learning/lecturer.html", context, status=422 if bad else 200)


def agreement_file(request: MemberRequest, slug: str, pk: int) -> HttpResponseBase:
    """The agreement, for the organiser and the lecturer herself."""
    found = get_lecturer(request.actor, request.collaboration, slug, pk)
    if found.agreement is None:
        raise Http404
    return hand_out(found.agreement, download=True)


def _ask(request: MemberRequest, found: Lecturer, form: AskedForm) -> bool:
    change_lecturer(by=request.actor, lecturer=found, asked=form.cleaned_data["asked"])
    messages.success(request, _("Saved."))
    return True


def _agree(request: MemberRequest, found: Lecturer, form: AgreementForm) -> bool:
    file = form.cleaned_data["agreement"]
    try:
        keep_agreement(by=request.actor, lecturer=found, name=file.name, content=file.read())
    except FileRefused as refused:
        form.add_error("agreement", file_refusal_text(refused))
        return False
    messages.success(request, _("The agreement is kept."))
    return True


def take_material(request: MemberRequest, event: Event, form: MaterialForm) -> bool:
    """Keeps the file of a valid form; False when it was refused, and the form says why."""
    values = form.cleaned_data
    try:
        add_material(
            by=request.actor,
            event=event,
            title=values["title"],
            phase=values["phase"],
            name=values["file"].name,
            content=values["file"].read(),
        )
    except FileRefused as refused:
        form.add_error("file", file_refusal_text(refused))
        return False
    messages.success(request, _("The file is there for those registered."))
    return True
