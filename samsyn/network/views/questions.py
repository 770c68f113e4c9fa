"""Asking, answering, and agreeing on answers."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.checklists.interface import rests_on
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Chip
from samsyn.core.search.interface import similar
from samsyn.network.access import (
    check_member,
    check_settles,
    get_question_to_see,
    settles_questions,
)
from samsyn.network.actions import (
    ReasonNeeded,
    agree_on_answer,
    answer_question,
    ask_question,
)
from samsyn.network.codes import Area
from samsyn.network.forms import AgreeForm, AnswerForm, AskForm
from samsyn.network.queries import agreed_answers, open_questions, questions_resting_on
from samsyn.network.rules import is_valid, personal_traces
from samsyn.network.searching import KIND
from samsyn.organisations.interface import MemberRequest, reader_of, site_address_of


def questions(request: MemberRequest) -> HttpResponse:
    """All questions, those that wait first, by area; or those that are answered and rest on a guidance document."""
    check_member(request.actor)
    area = request.GET.get("omrade", "")
    area = area if area in Area.values else ""
    chips = [Chip(_("All"), "?", not area)] + [
        Chip(str(one.label), f"?omrade={one.value}", one.value == area) for one in Area
    ]
    slug = request.GET.get("stod", "")
    found = (
        questions_resting_on(request.collaboration, slug)
        if slug
        else open_questions(request.collaboration, area=area)
    )
    context = {"questions": found, "chips": chips, "rests": bool(slug)}
    return render(request, "network/questions.html", context)


def ask(request: MemberRequest) -> HttpResponse:
    """A new question. What may identify somebody is pointed out before it is asked."""
    check_member(request.actor)
    asked_from = request.GET.get("stod", "")
    form = AskForm(
        request.POST or None, initial={"law": asked_from if rests_on(asked_from)[0] else ""}
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        confirmed = values.pop("confirmed")
        if personal_traces(f"{values['text']} {values['details']}") and not confirmed:
            form.add_error(
                "details",
                _(
                    "The text seems to hold a personal number, phone or e-mail. Take it away, or confirm."
                ),
            )
        else:
            made = ask_question(
                by=request.actor, is_example=request.collaboration.is_demo, **values
            )
            messages.success(request, _("Your question is asked. All members can read it."))
            return redirect("network:question", made.pk)
    return render(request, "network/ask.html", {"form": form}, status=422 if form.errors else 200)


def similar_questions(request: MemberRequest) -> HttpResponse:
    """Questions like the one being written, for the page of asking."""
    check_member(request.actor)
    text = request.GET.get("text", "")[:300]
    hits = (
        similar(text, reader_of(request.actor, request.collaboration), [KIND], limit=4)
        if len(text) > 3
        else []
    )
    return render(request, "network/similar_questions.html", {"hits": hits})


def question(request: MemberRequest, pk: int) -> HttpResponse:
    """A question with its answers, each with its weight, and a form to answer."""
    found = get_question_to_see(request.actor, request.collaboration, pk)
    settles = settles_questions(request.actor)
    form = AnswerForm(request.POST or None)
    own = found.asked_by_id == request.actor.user_id
    if not (settles or own):
        del form.fields["settles"]
    if request.method == "POST" and form.is_valid():
        values = {"settles": False, **form.cleaned_data}
        answer_question(by=request.actor, question=found, **values)
        messages.success(request, _("Your answer is there for all."))
        return redirect("network:question", pk)
    answers = [(one, is_valid(one.valid_until, today())) for one in found.answers.all()]
    site = site_address_of(request.collaboration)
    context = {
        "question": found, "answers": answers, "form": form, "settles": settles,
        "guidance": found.law if rests_on(found.law, site)[0] else "",
    }  # fmt: skip
    return render(request, "network/question.html", context, status=422 if form.errors else 200)


@require_POST
def agree(request: MemberRequest, pk: int, answer: int) -> HttpResponse:
    """Makes an answer an agreed one, with a reason."""
    found = get_question_to_see(request.actor, request.collaboration, pk)
    check_settles(request.actor)
    chosen = found.answers.filter(pk=answer).first()
    if chosen is None:
        raise Http404
    form = AgreeForm(request.POST)
    try:
        agree_on_answer(by=request.actor, answer=chosen, reason=form.data.get("reason", "")[:300])
    except ReasonNeeded:
        messages.error(request, _("Write why the answer is agreed."))
    else:
        messages.success(request, _("The answer is agreed and stands among the agreed answers."))
    return redirect("network:question", pk)


def agreed(request: MemberRequest) -> HttpResponse:
    """The agreed answers of the collaboration."""
    check_member(request.actor)
    rows = [
        (one, is_valid(one.valid_until, today())) for one in agreed_answers(request.collaboration)
    ]
    return render(request, "network/agreed.html", {"rows": rows})
