"""Agreed answers: the list, one answer with who stands behind, and its review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Chip, Crumb
from samsyn.guidance.access import get_answer_to_keep, get_answer_to_see
from samsyn.guidance.actions import end_answer, make_agreed_answer, review_answer
from samsyn.guidance.codes import AnswerState, Area
from samsyn.guidance.forms import AnswerReviewForm
from samsyn.guidance.keeping_forms import AgreedAnswerForm
from samsyn.guidance.queries import (
    adopting_offices,
    answers_seen_by,
    clauses_to_choose,
    free_answer_slug,
    stands_of,
)
from samsyn.guidance.refusals import Refused
from samsyn.organisations.interface import MemberRequest, Permission, SamsynRequest, check, public


@public
@require_safe
def answers(request: SamsynRequest) -> HttpResponse:
    """All agreed answers, by area."""
    area = request.GET.get("omrade", "")
    found = answers_seen_by(request.actor or None, request.collaboration)
    used = set(found.values_list("area", flat=True))
    if area in Area.values:
        found = found.filter(area=area)
    here = reverse("guidance:answers")
    chips = [Chip(_("All"), here, active=area not in Area.values)] + [
        Chip(str(one.label), f"{here}?omrade={one.value}", active=area == one.value)
        for one in Area
        if one.value in used
    ]
    context = {
        "runs": bool(request.actor and request.actor.may(Permission.RUN_COLLABORATION)),
        "answers": found,
        "chips": chips,
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("County agreements")),
        ],
    }
    return render(request, "guidance/answers.html", context)


@public
@require_safe
def answer(request: SamsynRequest, slug: str) -> HttpResponse:
    """One agreed answer."""
    actor = request.actor or None
    found = get_answer_to_see(actor, request.collaboration, slug)
    stands = stands_of(found)
    context = {
        "answer": found,
        "in_force": found.state == AnswerState.IN_FORCE,
        "citations": list(found.citations.all()),
        "behind": [stand.office.short_name for stand in stands if stand.stands_behind],
        "aside": [stand for stand in stands if not stand.stands_behind],
        "runs": bool(actor and actor.may(Permission.RUN_COLLABORATION)),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("County agreements"), reverse("guidance:answers")),
            Crumb(_("County agreement")),
        ],
    }
    return render(request, "guidance/answer.html", context)


def new_answer(request: MemberRequest) -> HttpResponse:
    """Registers what the offices have agreed on."""
    check(request.actor, Permission.RUN_COLLABORATION)
    form = AgreedAnswerForm(
        request.POST or None, offices=request.collaboration.offices.order_by("name"),
        clauses=clauses_to_choose(request.collaboration),
        initial={"agreed_on": today(), "behind": adopting_offices(request.collaboration)},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        values = form.answer_values()
        slug = free_answer_slug(request.collaboration, values["question"])
        try:
            made = make_agreed_answer(by=request.actor, slug=slug, **values)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The agreed answer is registered and can be found."))
            return redirect("guidance:answer", made.slug)
    context = {
        "form": form,
        "heading": _("Register an agreed answer"),
        "lead": _("One question, the answer, why, and which offices stand behind it."),
        "button": _("Register the answer"),
        "cancel_url": reverse("guidance:answers"),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("County agreements"), reverse("guidance:answers")),
            Crumb(_("Register an agreed answer")),
        ],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


def answer_review(request: MemberRequest, slug: str) -> HttpResponse:
    """Confirms that the answer holds, or withdraws it."""
    found = get_answer_to_keep(request.actor, request.collaboration, slug)
    others = answers_seen_by(request.actor, request.collaboration).filter(
        state=AnswerState.IN_FORCE
    )
    form = AnswerReviewForm(request.POST or None, others=others.exclude(pk=found.pk))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            if form.cleaned_data["outcome"] == "holds":
                review_answer(by=request.actor, answer=found, reason=reason)
            else:
                end_answer(
                    by=request.actor, answer=found, reason=reason,
                    replaced_by=form.cleaned_data["replaced_by"],
                )  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("guidance:answer", slug)
    context = {
        "form": form,
        "heading": _("Review the agreed answer"),
        "lead": found.question,
        "button": _("Save"),
        "cancel_url": reverse("guidance:answer", args=[slug]),
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)
