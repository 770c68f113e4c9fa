"""Agreed answers: the list, one answer with who stands behind, and its review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.core.components.interface import Chip, Crumb
from samsyn.guidance.access import get_answer_to_keep, get_answer_to_see
from samsyn.guidance.actions import end_answer, review_answer
from samsyn.guidance.codes import AnswerState, Area
from samsyn.guidance.forms import AnswerReviewForm
from samsyn.guidance.queries import answers_seen_by, stands_of
from samsyn.organisations.interface import MemberRequest, Permission, SamsynRequest, public


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


def answer_review(request: MemberRequest, slug: str) -> HttpResponse:
    """Confirms that the answer holds, or withdraws it."""
    found = get_answer_to_keep(request.actor, request.collaboration, slug)
    form = AnswerReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.cleaned_data["outcome"] == "holds":
            review_answer(by=request.actor, answer=found, reason=reason)
        else:
            end_answer(by=request.actor, answer=found, reason=reason)
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
