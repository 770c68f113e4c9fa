"""Arranging an event: its texts, its participants, who was there, what they thought."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from samsyn.core.clock.interface import localtime
from samsyn.core.files.interface import FileRefused
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.core.mail.interface import not_arrived
from samsyn.learning.access import get_event_to_run, get_event_to_teach, runs_events
from samsyn.learning.actions.arranging import (
    add_lecturer,
    call_off,
    change_event,
    keep_agreement,
    make_event,
    open_event,
    remove_material,
    set_programme,
)
from samsyn.learning.actions.attending import note_attendance
from samsyn.learning.codes import ACTIVE, Attendance
from samsyn.learning.forms import (
    EventForm,
    LecturerForm,
    MaterialForm,
    ProgrammeForms,
    ReasonForm,
)
from samsyn.learning.head import head_of
from samsyn.learning.messages import refusal_text
from samsyn.learning.models import Event
from samsyn.learning.participants import FILE_TYPE, participants_workbook
from samsyn.learning.queries import cancelled_late, participants_of
from samsyn.learning.refusals import Refused
from samsyn.learning.results import result_of
from samsyn.learning.views.lecturers import take_material
from samsyn.organisations.interface import MemberRequest, person_by_email


def new(request: MemberRequest) -> HttpResponse:
    """A new event as a draft."""
    if not runs_events(request.actor):
        raise PermissionDenied(_("The county coordinator arranges events."))
    before = request.GET.get("efter", "")
    initial = (
        _next_of(get_event_to_run(request.actor, request.collaboration, before)) if before else {}
    )
    form = EventForm(request.POST or None, initial=initial, collaboration=request.collaboration)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_event(
                by=request.actor,
                collaboration=request.collaboration,
                is_example=request.collaboration.is_demo,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error(refused.params.get("field"), refusal_text(refused))
        else:
            messages.success(request, _("The event is kept as a draft. Open it when it is ready."))
            return redirect("learning:event", made.slug)
    return render(request, "learning/new.html", {"form": form}, status=422 if form.errors else 200)


def edit(request: MemberRequest, slug: str) -> HttpResponse:
    """The event's texts, lecturers and files, and opening and calling it off."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    what = request.POST.get("what", "") if request.method == "POST" else ""
    form = EventForm(
        request.POST if what == "event" else None,
        initial=_initial(event),
        collaboration=request.collaboration,
    )
    del form.fields["slug"]
    lecturer = LecturerForm(
        request.POST if what == "lecturer" else None,
        request.FILES if what == "lecturer" else None,
        prefix="lecturer",
    )
    material = MaterialForm(
        request.POST if what == "material" else None,
        request.FILES if what == "material" else None,
        prefix="material",
    )
    if (
        (what == "event" and form.is_valid() and _change(request, event, form))
        or (what == "lecturer" and lecturer.is_valid() and _lecturer(request, event, lecturer))
        or (what == "material" and material.is_valid() and take_material(request, event, material))
        or (what == "remove_material" and _remove_material(request, event))
    ):
        return redirect("learning:edit", slug)
    context = {
        **head_of(request, event, "edit"),
        "form": form,
        "lecturer_form": lecturer,
        "material_form": material,
        "reason_form": ReasonForm(),
    }
    bad = any(one.errors for one in (form, lecturer, material))
    return render(request, "learning/edit.html", context, status=422 if bad else 200)


def _initial(event: Event) -> dict[str, Any]:
    names = [name for name in EventForm.base_fields if name != "slug"]
    values = {name: getattr(event, name) for name in names}
    return {
        **values,
        "starts_at": localtime(event.starts_at),
        "ends_at": localtime(event.ends_at),
    }


def _next_of(event: Event) -> dict[str, Any]:
    """A form for the next event of a series: all but its days, its links and its name in addresses."""
    days = (
        "starts_at",
        "ends_at",
        "last_day",
        "released_on",
        "late_from",
        "video_link",
        "recording",
    )
    values = {name: value for name, value in _initial(event).items() if name not in days}
    return {**values, "series": event.series or event.title}


def _change(request: MemberRequest, event: Event, form: EventForm) -> bool:
    try:
        change_event(by=request.actor, event=event, values=form.cleaned_data)
    except Refused as refused:
        form.add_error(refused.params.get("field"), refusal_text(refused))
        return False
    messages.success(request, _("Saved. Everyone registered is told of a new time or place."))
    return True


def _lecturer(request: MemberRequest, event: Event, form: LecturerForm) -> bool:
    values = form.cleaned_data
    email = values["email"]
    person = person_by_email(request.collaboration, email) if email else None
    if email and person is None:
        form.add_error(
            "email",
            _("Nobody here signs in with that address. Leave it empty or invite her first."),
        )
        return False
    made = add_lecturer(
        by=request.actor,
        event=event,
        name=values["name"],
        organisation=values["organisation"],
        person=person,
        asked=values["asked"],
    )
    file = values["agreement"]
    if file is not None:
        try:
            keep_agreement(by=request.actor, lecturer=made, name=file.name, content=file.read())
        except FileRefused as refused:
            messages.error(request, file_refusal_text(refused))
            return True
    messages.success(request, _("The lecturer is added."))
    return True


def _remove_material(request: MemberRequest, event: Event) -> bool:
    pk = request.POST.get("material", "")
    found = event.material.select_related("file").filter(pk=pk).first() if pk.isdigit() else None
    if found is None:
        raise Http404
    remove_material(by=request.actor, material=found)
    messages.success(request, _("The file is taken away."))
    return True


def programme(request: MemberRequest, slug: str) -> HttpResponse:
    """The programme: its sessions, with three empty lines for new ones."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    sessions = [
        {
            "starts_at": localtime(one.starts_at), "ends_at": localtime(one.ends_at),
            "title": one.title, "lecturer": one.lecturer_id,
        }
        for one in event.sessions.all()
    ]  # fmt: skip
    lecturers: list[tuple[object, str]] = [("", pgettext("no lecturer", "None"))]
    lecturers += [(one.pk, str(one)) for one in event.lecturers.all()]
    forms = ProgrammeForms(
        request.POST or None,
        initial=sessions,
        form_kwargs={"event": event, "lecturers": lecturers},
    )
    if request.method == "POST" and forms.is_valid():
        kept = [form.cleaned_data for form in forms if form.cleaned_data.get("title")]
        rows = [
            {name: value for name, value in row.items() if name != "DELETE"}
            for row in kept
            if not row.get("DELETE")
        ]
        set_programme(by=request.actor, event=event, sessions=rows)
        messages.success(request, _("The programme is kept."))
        return redirect("learning:event", slug)
    context = {**head_of(request, event, "programme"), "forms": forms}
    bad = any(form.errors for form in forms) if forms.is_bound else False
    return render(request, "learning/programme.html", context, status=422 if bad else 200)


@require_POST
def open_page(request: MemberRequest, slug: str) -> HttpResponse:
    """Opens the registration."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    try:
        open_event(by=request.actor, event=event)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, _("The registration is open."))
    return redirect("learning:event", slug)


@require_POST
def call_off_page(request: MemberRequest, slug: str) -> HttpResponse:
    """Calls the event off and tells everyone."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    try:
        call_off(by=request.actor, event=event, reason=request.POST.get("reason", ""))
    except Refused as refused:
        messages.error(request, refusal_text(refused))
        return redirect("learning:edit", slug)
    messages.success(request, _("The event is called off. Everyone registered gets a letter."))
    return redirect("learning:event", slug)


def participants(request: MemberRequest, slug: str) -> HttpResponse:
    """Who comes, from where, and what they need; for the organiser only."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    rows = participants_of(event)
    unreached = {letter.address for letter in not_arrived(request.collaboration.pk)}
    context = {
        **head_of(request, event, "participants"),
        "rows": rows,
        "late": cancelled_late(event),
        "unreached": [row.name for row in rows if row.email in unreached],
    }
    return render(request, "learning/participants.html", context)


def participants_file(request: MemberRequest, slug: str) -> HttpResponse:
    """The participants per office as XLSX; food and access stay on the page."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    answer = HttpResponse(participants_workbook(event), content_type=FILE_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{event.slug}-deltagare.xlsx"'
    return answer


def check_in(request: MemberRequest, slug: str) -> HttpResponse:
    """Noting who is there, one thumb-sized button per person."""
    event = get_event_to_run(request.actor, request.collaboration, slug)
    if request.method == "POST":
        pk, attendance = request.POST.get("registration", ""), request.POST.get("attendance", "")
        found = event.registrations.filter(pk=pk, seat__in=ACTIVE).first() if pk.isdigit() else None
        if found is None or attendance not in Attendance.values:
            raise Http404
        note_attendance(by=request.actor, registration=found, attendance=attendance)
        return redirect("learning:check_in", slug)
    rows = participants_of(event).order_by("name")
    there = sum(row.attendance == Attendance.ATTENDED for row in rows)
    context = {
        **head_of(request, event, "check_in"),
        "rows": rows,
        "there": there,
        "choices": [choice for choice in Attendance.choices if choice[0] != "unknown"],
    }
    return render(request, "learning/check_in.html", context)


def result(request: MemberRequest, slug: str) -> HttpResponse:
    """What the participants thought and what came of it, for the organiser and the lecturers."""
    event = get_event_to_teach(request.actor, request.collaboration, slug)
    context = {**head_of(request, event, "result"), "result": result_of(event)}
    return render(request, "learning/result.html", context)
