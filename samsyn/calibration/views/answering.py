"""A case and one's own answers to it: blind while the round is open, with feedback when it is over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.calibration.access import get_round_to_answer, get_round_to_see, may_answer
from samsyn.calibration.actions.answering import save_answers, send_answers
from samsyn.calibration.feedback import feedback_of
from samsyn.calibration.forms import AnswerForm
from samsyn.calibration.head import head_of
from samsyn.calibration.messages import refusal_text
from samsyn.calibration.models import Round, Sheet
from samsyn.calibration.queries import sheet_of
from samsyn.calibration.questions import questions_of
from samsyn.calibration.refusals import Refused
from samsyn.core.files.interface import hand_out
from samsyn.organisations.interface import MemberRequest


def case(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """The case, and the form to answer it or what she answered."""
    if request.method == "POST":
        return _answer(request, get_round_to_answer(request.actor, slug, number))
    return _page(request, get_round_to_see(request.actor, slug, number))


def _answer(request: MemberRequest, round_: Round) -> HttpResponse:
    sheet = sheet_of(request.actor, round_)
    sends = request.POST.get("what") == "send"
    form = _form(round_, sheet, request.POST, is_draft=not sends)
    if not form.is_valid():
        return _page(request, round_, form=form, status=422)
    act = send_answers if sends else save_answers
    try:
        done = act(by=request.actor, round_=round_, answers=form.answers)
    except Refused as refused:
        form.add_error(None, refusal_text(refused))
        return _page(request, round_, form=form, status=422)
    if not sends:
        messages.success(request, _("Saved. Only you see your draft. Send it when you are done."))
    elif done.is_late:
        messages.success(request, _("Done. Here is how the others judged and why."))
    else:
        told = _(
            "Sent. The result shows when the last day has passed. Do not talk about the case until then."
        )
        messages.success(request, told)
    return redirect("calibration:case", round_.exercise.slug, round_.number)


def _form(
    round_: Round, sheet: Sheet | None, data: Any = None, *, is_draft: bool = False
) -> AnswerForm:
    held = sheet.answers if sheet else {}
    return AnswerForm(data, questions=questions_of(round_.version), held=held, is_draft=is_draft)


def _page(
    request: MemberRequest, round_: Round, *, form: AnswerForm | None = None, status: int = 200
) -> HttpResponse:
    sheet = sheet_of(request.actor, round_)
    sent = bool(sheet and sheet.sent_at)
    answers = round_.state != Round.State.DRAFT and not sent and may_answer(request.actor, round_)
    context = {
        **head_of(request.actor, round_.exercise),
        "status": [],
        "round": round_,
        "files": round_.files.select_related("file"),
        "sheet": sheet,
        "sent": sent,
        "form": (form or _form(round_, sheet)) if answers else None,
        "feedback": feedback_of(round_, sheet) if sheet and sent else [],
    }
    return render(request, "calibration/case.html", context, status=status)


def case_file(request: MemberRequest, slug: str, number: int, pk: int) -> HttpResponseBase:
    """A picture or document of the case."""
    round_ = get_round_to_see(request.actor, slug, number)
    found = round_.files.select_related("file").filter(pk=pk).first()
    if found is None:
        raise Http404
    return hand_out(found.file)
