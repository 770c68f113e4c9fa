"""Arranging an exercise: its words, who is invited, its rounds with case, files and keys."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.calibration.access import get_exercise_to_run, get_round_to_run, runs_exercises
from samsyn.calibration.actions.arranging import (
    add_case_file,
    change_exercise,
    change_round,
    close_round,
    make_exercise,
    make_round,
    open_round,
    set_key,
)
from samsyn.calibration.clauses import clauses_to_test
from samsyn.calibration.forms import (
    CaseFileForm,
    CaseForm,
    ExerciseForm,
    InviteForm,
    KeyForm,
    RoundForm,
)
from samsyn.calibration.head import head_of
from samsyn.calibration.messages import refusal_text
from samsyn.calibration.models import Round
from samsyn.calibration.queries import keys_of
from samsyn.calibration.questions import questions_of
from samsyn.calibration.refusals import Refused
from samsyn.checklists.interface import published_versions
from samsyn.core.files.interface import FileRefused
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.network.interface import networks_of
from samsyn.organisations.interface import Collaboration, MemberRequest, offices_of


def new(request: MemberRequest) -> HttpResponse:
    """A new exercise."""
    if not runs_exercises(request.actor):
        raise PermissionDenied(_("The county coordinator runs the exercises."))
    collaboration = request.actor.collaboration
    form = ExerciseForm(request.POST or None, **_who(collaboration))
    if request.method == "POST" and form.is_valid():
        try:
            made = make_exercise(by=request.actor, collaboration=collaboration, **form.chosen)
        except Refused as refused:
            _refuse(form, refused)
        else:
            messages.success(request, _("The exercise is made. Write the case of its first round."))
            return redirect("calibration:new_round", made.slug)
    return render(request, "calibration/new.html", {"form": form}, status=_status(form))


def edit(request: MemberRequest, slug: str) -> HttpResponse:
    """Changes the words of an exercise and who is invited."""
    exercise = get_exercise_to_run(request.actor, slug)
    initial = {
        "title": exercise.title,
        "lead": exercise.lead,
        "offices": [str(one.office_id) for one in exercise.invited.all()],
        "network": str(exercise.network_id or ""),
    }
    form = InviteForm(request.POST or None, initial=initial, **_who(exercise.collaboration))
    if request.method == "POST" and form.is_valid():
        change_exercise(by=request.actor, exercise=exercise, **form.chosen)
        messages.success(request, _("Saved."))
        return redirect("calibration:exercise", slug)
    context = {**head_of(request.actor, exercise), "form": form}
    return render(request, "calibration/edit.html", context, status=_status(form))


def new_round(request: MemberRequest, slug: str) -> HttpResponse:
    """A new round with its case."""
    exercise = get_exercise_to_run(request.actor, slug)
    versions = [*published_versions(exercise.collaboration)]
    earlier = [*exercise.rounds.all()]
    initial = {"version": str(earlier[-1].version_id)} if earlier else {}
    form = RoundForm(request.POST or None, initial=initial, versions=versions)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        chosen = next(one for one in versions if str(one.pk) == values.pop("version"))
        try:
            made = make_round(by=request.actor, exercise=exercise, version=chosen, **values)
        except Refused as refused:
            _refuse(form, refused)
        else:
            messages.success(
                request, _("The round is a draft. Add pictures and expected answers, then open it.")
            )
            return redirect("calibration:round_page", slug, made.number)
    context = {
        **head_of(request.actor, exercise), "form": form, "has_versions": bool(versions), "is_first": not earlier,
    }  # fmt: skip
    return render(request, "calibration/new_round.html", context, status=_status(form))


def round_page(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """A round's case, files and keys, and its next step."""
    round_ = get_round_to_run(request.actor, slug, number)
    what = request.POST.get("what", "") if request.method == "POST" else ""
    initial = {name: getattr(round_, name) for name in CaseForm.base_fields}
    form = CaseForm(request.POST if what == "case" else None, initial=initial)
    file_form = CaseFileForm(
        request.POST if what == "file" else None, request.FILES if what == "file" else None
    )
    if what == "case" and form.is_valid() and _change(request, round_, form):
        return redirect("calibration:round_page", slug, number)
    if what == "file" and file_form.is_valid() and _add(request, round_, file_form):
        return redirect("calibration:round_page", slug, number)
    keys = keys_of(round_)
    rows = [(one, key, one.label_of(key.expected) if key and key.expected else "")
            for one in questions_of(round_.version) for key in (keys.get(one.name),)]  # fmt: skip
    context = {
        **head_of(request.actor, round_.exercise),
        "status": [],
        "round": round_,
        "form": form,
        "file_form": file_form,
        "files": round_.files.select_related("file"),
        "keys": rows,
    }
    return render(
        request,
        "calibration/round_page.html",
        context,
        status=422 if form.errors or file_form.errors else 200,
    )


def key(request: MemberRequest, slug: str, number: int, question: str) -> HttpResponse:
    """The expected answer to a question, why, and the clause it tests."""
    round_ = get_round_to_run(request.actor, slug, number)
    asked = next((one for one in questions_of(round_.version) if one.name == question), None)
    if asked is None:
        raise Http404
    held = keys_of(round_).get(question)
    clauses = clauses_to_test(request.collaboration)
    form = KeyForm(request.POST or None, question=asked, clauses=clauses, held=held)
    if request.method == "POST" and form.is_valid():
        try:
            set_key(by=request.actor, round_=round_, question=question, values=form.chosen)
        except Refused as refused:
            _refuse(form, refused)
        else:
            return redirect("calibration:round_page", slug, number)
    context = {
        **head_of(request.actor, round_.exercise),
        "status": [],
        "round": round_,
        "asked": asked,
        "form": form,
    }
    return render(request, "calibration/key.html", context, status=_status(form))


@require_POST
def open_page(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Opens the round for answers."""
    round_ = get_round_to_run(request.actor, slug, number)
    try:
        open_round(by=request.actor, round_=round_)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
        return redirect("calibration:round_page", slug, number)
    messages.success(request, _("The round is open. It waits on My page for everyone invited."))
    return redirect("calibration:exercise", slug)


@require_POST
def close_page(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Ends the answering."""
    round_ = get_round_to_run(request.actor, slug, number)
    try:
        close_round(by=request.actor, round_=round_)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, _("The round is closed. The result shows to all members."))
    return redirect("calibration:exercise", slug)


def _who(collaboration: Collaboration) -> dict[str, Any]:
    return {"offices": offices_of(collaboration), "networks": [*networks_of(collaboration)]}


def _refuse(form: forms.Form, refused: Refused) -> None:
    form.add_error(refused.field if refused.field in form.fields else None, refusal_text(refused))


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200


def _change(request: MemberRequest, round_: Round, form: CaseForm) -> bool:
    try:
        change_round(by=request.actor, round_=round_, values=form.cleaned_data)
    except Refused as refused:
        _refuse(form, refused)
        return False
    messages.success(request, _("Saved."))
    return True


def _add(request: MemberRequest, round_: Round, form: CaseFileForm) -> bool:
    values = form.cleaned_data
    try:
        add_case_file(
            by=request.actor,
            round_=round_,
            description=values["description"],
            name=values["file"].name,
            content=values["file"].read(),
            is_picture=values["kind"] == "picture",
        )
    except FileRefused as refused:
        form.add_error("file", file_refusal_text(refused))
        return False
    except Refused as refused:
        _refuse(form, refused)
        return False
    messages.success(request, _("The file is part of the case."))
    return True
