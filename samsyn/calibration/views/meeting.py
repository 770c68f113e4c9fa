"""The discussion at a meeting: one question at a time in large type, and what was agreed on."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.calibration.access import get_round_to_discuss, get_round_to_run, runs_exercises
from samsyn.calibration.actions.agreeing import agree, share
from samsyn.calibration.figures import bar_of, question_measures
from samsyn.calibration.forms import AgreeForm
from samsyn.calibration.head import head_of
from samsyn.calibration.messages import refusal_text
from samsyn.calibration.models import Key, Round
from samsyn.calibration.queries import keys_of, sheets_that_count
from samsyn.calibration.questions import questions_of
from samsyn.calibration.refusals import Refused
from samsyn.calibration.result import SMALLEST_GROUP, QuestionResult, round_result
from samsyn.core.clock.interface import localtime
from samsyn.guidance.interface import (
    AgreedAnswer,
    AgreedAnswerForm,
    adopting_offices,
    clause_by_uuid,
    clauses_to_choose,
)
from samsyn.guidance.interface import Refused as GuidanceRefused
from samsyn.organisations.interface import MemberRequest


def present(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """One question on the wall: what was answered and why. The most divided question comes first."""
    round_ = get_round_to_discuss(request.actor, slug, number)
    found = round_result(round_, sheets_that_count(round_), scale=round_.exercise.scale)
    ordered = sorted(found.questions, key=lambda one: one.alike)
    context: dict[str, Any] = {
        "exercise": round_.exercise,
        "round": round_,
        "n": found.n,
        "smallest": SMALLEST_GROUP,
        "back_url": reverse("calibration:exercise", args=[slug]),
        "runs": runs_exercises(request.actor),
    }
    if ordered:
        context |= _slide(ordered, request.GET.get("fraga", ""))
    return render(request, "calibration/present.html", context)


def _slide(ordered: list[QuestionResult], name: str) -> dict[str, Any]:
    names = [one.question.name for one in ordered]
    place = names.index(name) if name in names else 0
    shown = ordered[place]
    key = shown.key
    return {
        "shown": shown,
        "bar": bar_of(shown),
        "measures": question_measures(shown),
        "place": place + 1,
        "of": len(ordered),
        "before": names[place - 1] if place else "",
        "after": names[place + 1] if place + 1 < len(names) else "",
        "expected": shown.question.label_of(key.expected) if key and key.expected else "",
        "agreed": shown.question.label_of(key.agreed) if key and key.agreed else "",
    }


def agree_page(request: MemberRequest, slug: str, number: int, question: str) -> HttpResponse:
    """Notes what the meeting agreed on."""
    round_ = get_round_to_run(request.actor, slug, number)
    get_round_to_discuss(request.actor, slug, number)
    asked = next((one for one in questions_of(round_.version) if one.name == question), None)
    if asked is None:
        raise Http404
    key = keys_of(round_).get(question)
    initial = {
        "answer": (key.agreed or key.expected) if key else "",
        "reason": key.agreed_reason if key else "",
        "proposed_clause": key.proposed_clause if key else "",
    }
    form = AgreeForm(request.POST or None, initial=initial, question=asked)
    if request.method == "POST" and form.is_valid() and _agree(request, round_, question, form):
        messages.success(request, _("Noted. New officers read it as feedback."))
        return redirect(f"{reverse('calibration:present', args=[slug, number])}?fraga={question}")
    context = {
        **head_of(request.actor, round_.exercise), "status": [], "round": round_, "asked": asked, "key": key, "form": form,
    }  # fmt: skip
    return render(
        request, "calibration/agree_page.html", context, status=422 if form.errors else 200
    )


def share_page(request: MemberRequest, slug: str, number: int, question: str) -> HttpResponse:
    """Makes what the meeting agreed on an agreed answer of the county, with the offices behind it."""
    round_ = get_round_to_run(request.actor, slug, number)
    key = keys_of(round_).get(question)
    if key is None or not key.agreed:
        raise Http404
    if key.shared is not None:
        return redirect("guidance:answer", key.shared.slug)
    form = AgreedAnswerForm(
        request.POST or None,
        offices=request.collaboration.offices.order_by("name"),
        clauses=clauses_to_choose(request.collaboration),
        initial=_first_words(round_, key),
    )
    if request.method == "POST" and form.is_valid() and (made := _share(request, key, form)):
        messages.success(
            request, _("The answer is an agreed answer of the county and can be found.")
        )
        return redirect("guidance:answer", made.slug)
    context = {
        **head_of(request.actor, round_.exercise), "status": [], "round": round_, "key": key, "form": form,
    }  # fmt: skip
    return render(
        request, "calibration/share_page.html", context, status=422 if form.errors else 200
    )


def _first_words(round_: Round, key: Key) -> dict[str, Any]:
    asked = next(one for one in questions_of(round_.version) if one.name == key.question)
    collaboration = round_.exercise.collaboration
    clause = clause_by_uuid(collaboration, str(key.clause_id)) if key.clause_id else None
    return {
        "question": asked.label,
        "answer": f"{asked.label_of(key.agreed)}.",
        "reasons": key.agreed_reason,
        "area": clause.document.area if clause else "",
        "clause": clause,
        "agreed_on": localtime(key.agreed_at).date() if key.agreed_at else None,
        "behind": adopting_offices(collaboration),
    }


def _share(request: MemberRequest, key: Key, form: AgreedAnswerForm) -> AgreedAnswer | None:
    try:
        return share(by=request.actor, key=key, **form.answer_values())
    except Refused as refused:
        form.add_error(refused.field, refusal_text(refused))
    except GuidanceRefused as refused:
        form.add_error(None, refused.sentence)
    return None


def _agree(request: MemberRequest, round_: Round, question: str, form: AgreeForm) -> bool:
    try:
        agree(by=request.actor, round_=round_, question=question, **form.cleaned_data)
    except Refused as refused:
        form.add_error(refused.field, refusal_text(refused))
        return False
    return True
