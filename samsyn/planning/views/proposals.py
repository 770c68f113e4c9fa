"""Needs and proposals: the list, one proposal's page, and what an office does with them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.components.interface import Chip, Crumb, Fact, pagination_of
from samsyn.lib.swedish import format_date
from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import (
    check_member,
    get_proposal_to_see,
    get_proposal_to_withdraw,
    prepares,
    proposing_office,
)
from samsyn.planning.actions.proposal import (
    comment_on_proposal,
    propose,
    support_proposal,
    withdraw_proposal,
)
from samsyn.planning.chain import chain_of
from samsyn.planning.codes import ProposalKind, ProposalState
from samsyn.planning.competence_needs import need_of_area
from samsyn.planning.forms import CommentForm, NeedForm, ProposalForm, ReasonForm
from samsyn.planning.models import Proposal
from samsyn.planning.queries import proposals_of, similar_proposals
from samsyn.planning.refusals import Refused
from samsyn.planning.rules import OPEN_STATES
from samsyn.planning.tabs import tabs_of

PER_PAGE = 50


def crumbs_of(*steps: Crumb) -> list[Crumb]:
    """The way to a page about a proposal."""
    return [Crumb(_("Proposals"), reverse("planning:proposals")), *steps]


def proposals(request: MemberRequest) -> HttpResponse:
    """All needs and proposals, of one state when one is chosen."""
    check_member(request.actor)
    chosen = request.GET.get("lage", "")
    found = proposals_of(request.collaboration)
    if chosen in ProposalState.values:
        found = found.filter(state=chosen)
    chips = [Chip(_("All"), "?", active=not chosen)]
    chips += [
        Chip(str(label), f"?lage={value}", active=chosen == value)
        for value, label in ProposalState.choices
    ]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("sida"))
    context = {
        "proposals": page.object_list,
        "pagination": pagination_of(page, request.GET),
        "chips": chips,
        "tabs": tabs_of("proposals"),
    }
    return render(request, "planning/proposals.html", context)


def proposal(request: MemberRequest, number: str) -> HttpResponse:
    """A proposal whole; an office writes its comment here."""
    found = get_proposal_to_see(request.actor, request.collaboration, number)
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        office = proposing_office(request.actor)
        try:
            comment_on_proposal(
                by=request.actor, proposal=found, office=office, **form.cleaned_data
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Your office's comment is saved."))
            return redirect("planning:proposal", number)
    context = _page_of(request, found) | {"form": form}
    return render(request, "planning/proposal.html", context, status=422 if form.errors else 200)


def _page_of(request: MemberRequest, found: Proposal) -> dict[str, object]:
    actor = request.actor
    is_open = found.state in OPEN_STATES
    own = found.office in actor.offices
    supports = list(found.supports.select_related("office"))
    stands_behind = {support.office_id for support in supports}
    status = [
        Fact(_("State"), found.get_state_display(), icon="light-bulb"),
        Fact(_("From"), found.office.name),
        Fact(_("Proposed"), format_date(found.proposed_at.date())),
        Fact(_("For the year"), str(found.plan_year)),
        Fact(_("Behind it"), _("%(n)d offices") % {"n": len(supports) + 1}),
    ]
    return {
        "proposal": found,
        "steps": chain_of(found),
        "parts": found.parts.exclude(kind=ProposalKind.NEED).select_related("office"),
        "comments": found.comments.select_related("office"),
        "opinions": found.opinions.select_related("criterion"),
        "supports": supports,
        "status": status,
        "breadcrumbs": crumbs_of(Crumb(found.number)),
        "is_open": is_open,
        "may_withdraw": is_open and own,
        "may_prepare": prepares(actor),
        "may_carry": is_open or found.state == ProposalState.DECLINED,
        "may_comment": is_open and actor.office is not None,
        "may_support": is_open and not own and actor.office is not None
        and actor.office.pk not in stands_behind,
    }  # fmt: skip


def new_need(request: MemberRequest) -> HttpResponse:
    """A need, in two fields; ?kompetens=sewage begins with what the offices have not learnt."""
    code = request.GET.get("kompetens", "")
    initial = need_of_area(request.actor, code) if code else {}
    return _new(request, NeedForm(request.POST or None, initial=initial), ProposalKind.NEED)


def new_proposal(request: MemberRequest) -> HttpResponse:
    """A proposal; ?behov=2026-01 grows it out of a need."""
    need = None
    if number := request.GET.get("behov"):
        need = get_proposal_to_see(request.actor, request.collaboration, number)
    initial = {"title": need.title, "background": need.background} if need else {}
    return _new(
        request, ProposalForm(request.POST or None, initial=initial), ProposalKind.PROPOSAL, need
    )


def _new(
    request: MemberRequest, form: Form, kind: str, need: Proposal | None = None
) -> HttpResponse:
    office = proposing_office(request.actor)
    if request.method == "POST" and form.is_valid():
        made = propose(
            by=request.actor, office=office, kind=kind, need=need,
            is_example=request.collaboration.is_demo, **form.cleaned_data,
        )  # fmt: skip
        messages.success(request, _("It is saved, and all members can see it now."))
        return redirect("planning:proposal", made.number)
    context = {
        "form": form,
        "office": office,
        "is_need": kind == ProposalKind.NEED,
        "breadcrumbs": crumbs_of(Crumb(_("Just in"))),
        "similar": similar_proposals(request.collaboration, request.POST.get("title", "")),
    }
    return render(
        request, "planning/new_proposal.html", context, status=422 if form.errors else 200
    )


def similar(request: MemberRequest) -> HttpResponse:
    """Similar earlier proposals, fetched while the title is being written."""
    check_member(request.actor)
    found = similar_proposals(request.collaboration, request.GET.get("title", ""))
    return render(request, "planning/partials/similar.html", {"similar": found})


@require_POST
def support(request: MemberRequest, number: str) -> HttpResponse:
    """The person's office stands behind the proposal."""
    found = get_proposal_to_see(request.actor, request.collaboration, number)
    try:
        support_proposal(by=request.actor, proposal=found, office=proposing_office(request.actor))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Your office stands behind the proposal."))
    return redirect("planning:proposal", number)


def withdraw(request: MemberRequest, number: str) -> HttpResponse:
    """The office takes its own proposal back."""
    found = get_proposal_to_withdraw(request.actor, request.collaboration, number)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_proposal(by=request.actor, proposal=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("The proposal is withdrawn."))
            return redirect("planning:proposal", number)
    return form_page(request, found, form, _("Withdraw the proposal"))


def form_page(request: MemberRequest, found: Proposal, form: Form, heading: str) -> HttpResponse:
    """One form about a proposal on a page of its own."""
    back = reverse("planning:proposal", args=[found.number])
    context = {
        "form": form,
        "heading": heading,
        "cancel_url": back,
        "breadcrumbs": crumbs_of(Crumb(found.number, back), Crumb(heading)),
    }
    return render(request, "planning/form.html", context, status=422 if form.errors else 200)
