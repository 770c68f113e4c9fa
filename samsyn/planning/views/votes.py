"""Votes: the list, one vote with its result, and the organisation's answer."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.core.components.interface import Crumb, Fact
from samsyn.lib.swedish import format_count_of, format_period
from samsyn.organisations.interface import MemberRequest, Office, Permission
from samsyn.planning.access import check_member, check_runs, get_vote_to_answer, get_vote_to_see
from samsyn.planning.actions.vote import answer_vote, make_vote, say_view
from samsyn.planning.forms import BallotForm, ViewForm, VoteForm
from samsyn.planning.models import Vote
from samsyn.planning.papers import DOCX, how_to_answer, vote_as_pdf, vote_as_word
from samsyn.planning.queries import (
    answers_for,
    ballots_by_office,
    counted,
    spread_rows,
    voters_of,
    votes_of,
)
from samsyn.planning.refusals import Refused
from samsyn.planning.tabs import tabs_of
from samsyn.planning.views.files import as_file


def votes(request: MemberRequest) -> HttpResponse:
    """All votes, newest first."""
    check_member(request.actor)
    context = {
        "votes": votes_of(request.collaboration),
        "tabs": tabs_of("votes"),
        "may_make": bool(request.actor.may(Permission.RUN_COLLABORATION)),
    }
    return render(request, "planning/votes.html", context)


def new_vote(request: MemberRequest) -> HttpResponse:
    """A new vote, made by the coordinator."""
    check_runs(request.actor)
    form = VoteForm(request.POST or None, collaboration=request.collaboration)
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "is_example": request.collaboration.is_demo}
        try:
            made = make_vote(by=request.actor, **{**values, "proposals": list(values["proposals"])})
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(
                request, _("The vote is made, and the offices behind the proposals are told.")
            )
            return redirect("planning:vote", made.pk)
    context = {
        "form": form,
        "heading": _("Make a vote"),
        "cancel_url": reverse("planning:votes"),
        "breadcrumbs": _crumbs(Crumb(_("Just in"))),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)


def vote(request: MemberRequest, pk: int) -> HttpResponse:
    """A vote: its questions, who has answered, and after the last day the result."""
    found = get_vote_to_see(request.actor, request.collaboration, pk)
    form = ViewForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and request.actor.office is not None:
        try:
            say_view(by=request.actor, vote=found, office=request.actor.office, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Your contact person can read your view now."))
            return redirect("planning:vote", pk)
    voters = voters_of(found)
    answered = ballots_by_office(found)
    context = {
        "vote": found,
        "form": form,
        "how": how_to_answer(found),
        "voters": [(office, answered.get(office.pk)) for office in voters],
        "result": [(row, spread_rows(found, row)) for row in counted(found)]
        if found.is_closed
        else [],
        "items": found.items.select_related("proposal__office"),
        "answers": [o for o in answers_for(request.actor) if o.pk in {v.pk for v in voters}],
        "may_say": found.is_open and request.actor.office is not None,
        "breadcrumbs": _crumbs(Crumb(found.title)),
        "status": [
            Fact(_("Open"), format_period(found.opens, found.closes)),
            Fact(_("Method"), found.get_method_display()),
            Fact(_("Has answered"), format_count_of(len(answered), len(voters))),
        ],
    }
    return render(request, "planning/vote.html", context, status=422 if form.errors else 200)


def ballot(request: MemberRequest, pk: int) -> HttpResponse:
    """The organisation's answer (?kontor= when one answers for several), beside the colleagues' views."""
    found, office = get_vote_to_answer(
        request.actor, request.collaboration, pk, request.GET.get("kontor", "")
    )
    given = ballots_by_office(found).get(office.pk)
    stored = {line.item_id: line for line in given.lines.all()} if given else {}
    form = BallotForm(request.POST or None, vote=found, stored=stored)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("revision", "")
        try:
            answer_vote(by=request.actor, vote=found, office=office, lines=form.lines,
                        revision=int(seen) if seen.isdigit() else 0)  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
            given = ballots_by_office(found).get(office.pk)
        else:
            messages.success(
                request, _("The answer of %(office)s is saved.") % {"office": office.name}
            )
            return redirect("planning:vote", pk)
    context = _ballot_page(found, office, given) | {"form": form}
    return render(request, "planning/ballot.html", context, status=422 if form.errors else 200)


def _ballot_page(found: Vote, office: Office, given: Any) -> dict[str, object]:
    return {
        "vote": found,
        "office": office,
        "given": given,
        "given_lines": given.lines.select_related("item__proposal") if given else [],
        "revision": given.revision if given else 0,
        "how": how_to_answer(found),
        "views": found.colleague_views.filter(office=office).select_related("person"),
        "breadcrumbs": _crumbs(
            Crumb(found.title, reverse("planning:vote", args=[found.pk])),
            Crumb(_("Give the answer")),
        ),
    }


def questions_pdf(request: MemberRequest, pk: int) -> HttpResponse:
    """The questions as PDF."""
    found = get_vote_to_see(request.actor, request.collaboration, pk)
    return as_file(vote_as_pdf(found), "application/pdf", f"omrostning-{pk}.pdf")


def questions_word(request: MemberRequest, pk: int) -> HttpResponse:
    """The questions as Word."""
    found = get_vote_to_see(request.actor, request.collaboration, pk)
    return as_file(vote_as_word(found), DOCX, f"omrostning-{pk}.docx")


def _crumbs(*steps: Crumb) -> list[Crumb]:
    return [Crumb(_("Votes"), reverse("planning:votes")), *steps]
