"""Visits between offices: offers, suggestions, the visit itself for the two, and lessons for all."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.checklists.interface import published_versions
from samsyn.core.clock.interface import today
from samsyn.network import access, actions
from samsyn.network.matching import side_of
from samsyn.network.models import Review
from samsyn.network.refusals import Refused
from samsyn.network.review_forms import CompareForm, LessonForm, NotesForm, PlanForm, WishForm
from samsyn.network.review_queries import (
    notes_of,
    open_wishes,
    questions_of_checklist,
    reviews_of,
    shared_lessons,
    suggestions_for,
)
from samsyn.network.rules import personal_traces
from samsyn.organisations.interface import MemberRequest


def reviews(request: MemberRequest) -> HttpResponse:
    """What is offered and asked for, suggestions, her own visits, and what others have learnt."""
    access.check_member(request.actor)
    wishes = list(open_wishes(request.collaboration))
    context = {
        "suggestions": suggestions_for(request.actor),
        "reviews": reviews_of(request.actor)[:30],
        "mine": [wish for wish in wishes if wish.person_id == request.actor.pk],
        "others": [wish for wish in wishes if wish.person_id != request.actor.pk],
        "lessons": shared_lessons(request.collaboration)[:3],
        "may_wish": request.actor.office is not None,
    }
    return render(request, "network/reviews.html", context)


def lessons(request: MemberRequest) -> HttpResponse:
    """What visits have taught, for all members."""
    access.check_member(request.actor)
    context = {"lessons": shared_lessons(request.collaboration)}
    return render(request, "network/lessons.html", context)


def wish(request: MemberRequest) -> HttpResponse:
    """An offer or a request."""
    access.check_member(request.actor)
    form = WishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.make_wish(
                by=request.actor, is_example=request.collaboration.is_demo, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request, _("All members see it. You get a suggestion when somebody suits.")
            )
            return redirect("network:reviews")
    status = 422 if form.errors else 200
    return render(request, "network/wish.html", {"form": form}, status=status)


@require_POST
def wish_withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    """Takes a wish back."""
    found = access.get_own_wish(request.actor, pk)
    actions.withdraw_wish(by=request.actor, wish=found)
    messages.success(request, _("It is taken back."))
    return redirect("network:reviews")


@require_POST
def propose_review(request: MemberRequest, pk: int, other: int) -> HttpResponse:
    """Proposes a visit to the one whose wish suits."""
    mine = access.get_own_wish(request.actor, pk)
    theirs = access.get_open_wish(request.actor, other)
    try:
        made = actions.propose_review(by=request.actor, mine=mine, other=theirs)
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("network:reviews")
    messages.success(request, _("Proposed. You are told when the other one answers."))
    return redirect("network:review", made.pk)


def review(request: MemberRequest, pk: int) -> HttpResponse:
    """A visit for the two: the next step, programme and questions, both notes when both have finished."""
    found = access.get_review(request.actor, pk)
    side = side_of(found, request.actor.pk)
    rows = notes_of(found, side)
    comparing = found.state == Review.State.COMPARING
    form = CompareForm(request.POST or None, rows=rows) if comparing else None
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            actions.compare(by=request.actor, review=found, found=form.found())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved. The other one sees it too."))
            return redirect("network:review", pk)
    is_host = found.host_id == request.actor.pk
    context = {
        "review": found,
        "side": side.value,
        "other": found.guest if is_host else found.host,
        "other_office": found.guest_office if is_host else found.host_office,
        "rows": rows,
        "form": form,
        "done": getattr(found, f"{side}_done_at"),
        "other_done": found.guest_done_at if is_host else found.host_done_at,
        "lesson_form": LessonForm(initial={"lesson": found.lesson}),
        "differing": sum(bool(row.question.differs) for row in rows),
        "compared": all(row.question.differs is not None for row in rows),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "network/review.html", context, status=status)


def plan(request: MemberRequest, pk: int) -> HttpResponse:
    """The day, the programme and the questions."""
    found = access.get_review(request.actor, pk)
    form = PlanForm(
        request.POST or None,
        versions=list(published_versions(request.collaboration)),
        initial={
            "day": found.day or max(found.month, today()),
            "programme": found.programme,
            "questions": "\n".join(question.text for question in found.questions.all()),
        },
    )
    if request.method == "POST" and form.is_valid():
        version = form.chosen_version
        lines = form.cleaned_data["questions"].splitlines()
        if version is not None:
            lines += questions_of_checklist(version)
        values = {name: form.cleaned_data[name] for name in ("day", "programme")}

        def write() -> object:
            return actions.plan_review(by=request.actor, review=found, questions=lines, **values)

        if _done(form, write):
            messages.success(request, _("Saved. The other one is told."))
            return redirect("network:review", pk)
    context = {"form": form, "review": found}
    status = 422 if form.errors else 200
    return render(request, "network/review_plan.html", context, status=status)


def notes(request: MemberRequest, pk: int) -> HttpResponse:
    """Her own notes; the other's are nowhere on this page."""
    found = access.get_review(request.actor, pk)
    side = side_of(found, request.actor.pk)
    form = NotesForm(request.POST or None, rows=notes_of(found, side))
    finished = request.POST.get("what") == "finish"

    def write() -> object:
        return actions.write_notes(
            by=request.actor, review=found, notes=form.notes(), finished=finished
        )

    if request.method == "POST" and form.is_valid() and _done(form, write):
        if finished:
            messages.success(request, _("Finished. You see each other's notes when both have."))
            return redirect("network:review", pk)
        messages.success(request, _("Saved. Only you see it."))
        return redirect("network:review_notes", pk)
    context = {"form": form, "review": found}
    status = 422 if form.errors else 200
    return render(request, "network/review_notes.html", context, status=status)


@require_POST
def step(request: MemberRequest, pk: int) -> HttpResponse:
    """Yes or no, called off, ended, a lesson written or agreed to: `what` says which."""
    found = access.get_review(request.actor, pk)
    by, text = request.actor, request.POST.get("text", "")
    what = request.POST.get("what", "")
    if what == "lesson":
        return _lesson(request, found)
    acts: dict[str, Callable[[], object]] = {
        "accept": lambda: actions.answer_proposal(by=by, review=found, accepts=True),
        "decline": lambda: actions.answer_proposal(by=by, review=found, accepts=False),
        "call_off": lambda: actions.call_off_review(by=by, review=found, reason=text[:300]),
        "share": lambda: actions.share_lesson(by=by, review=found, text=text),
        "end": lambda: actions.end_review(by=by, review=found),
    }
    try:
        acts.get(what, lambda: None)()
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect("network:review", pk)


def _lesson(request: MemberRequest, found: Review) -> HttpResponse:
    form = LessonForm(request.POST)
    text = form.cleaned_data["lesson"] if form.is_valid() else request.POST.get("lesson", "")
    if not form.cleaned_data.get("confirmed"):
        form.add_error("confirmed", _("Read it through: nobody may be recognised. Then tick."))
    if personal_traces(text):
        form.add_error(
            "lesson", _("The text seems to hold a personal number, phone or e-mail. Take it away.")
        )
    if not form.errors and _done(
        form, lambda: actions.write_lesson(by=request.actor, review=found, text=text)
    ):
        messages.success(request, _("The other one reads it. When she agrees all members see it."))
        return redirect("network:review", found.pk)
    context = {"form": form, "review": found}
    return render(request, "network/lesson.html", context, status=422)


def _done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Runs an act; what the rules say no to becomes an error of the form."""
    try:
        act()
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return False
    return True
