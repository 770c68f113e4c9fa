"""From an answer to an agreed answer in the county's guidance, at a clause when it belongs to one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.core.clock.interface import localtime
from samsyn.guidance.interface import (
    AgreedAnswerForm,
    Refused,
    adopting_offices,
    clauses_to_choose,
)
from samsyn.network.access import check_settles, get_question_to_see
from samsyn.network.actions import share_answer
from samsyn.network.models import Answer
from samsyn.organisations.interface import MemberRequest


def share(request: MemberRequest, pk: int, answer: int) -> HttpResponse:
    """The form of the guidance, filled in with the question and its answer."""
    found = get_question_to_see(request.actor, request.collaboration, pk)
    check_settles(request.actor)
    chosen = found.answers.select_related("shared").filter(pk=answer).first()
    if chosen is None:
        raise Http404
    if chosen.shared is not None:
        return redirect("guidance:answer", chosen.shared.slug)
    chosen.question = found
    form = AgreedAnswerForm(
        request.POST or None,
        offices=request.collaboration.offices.order_by("name"),
        clauses=clauses_to_choose(request.collaboration),
        initial=_first_words(request, chosen),
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = share_answer(by=request.actor, given=chosen, **form.answer_values())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request, _("The answer stands in the guidance, and the question leads to it.")
            )
            return redirect("guidance:answer", made.slug)
    context = {"question": found, "form": form}
    return render(request, "network/share.html", context, status=422 if form.errors else 200)


def _first_words(request: MemberRequest, answer: Answer) -> dict[str, Any]:
    question = answer.question
    return {
        "question": question.text,
        "answer": answer.text,
        "reasons": answer.agreed_reason or answer.source,
        "area": question.area,
        "citations": question.law,
        "agreed_on": localtime(answer.agreed_at or answer.answered_at).date(),
        "behind": adopting_offices(request.collaboration),
    }
