"""The preparation of a proposal: opinions, merging, turning down, carrying over."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samsyn.organisations.interface import MemberRequest
from samsyn.planning.access import get_proposal_to_prepare
from samsyn.planning.actions.proposal import (
    carry_over_proposal,
    decline_proposal,
    merge_proposals,
    prepare_proposal,
)
from samsyn.planning.forms import CarryForm, MergeForm, OpinionsForm, ReasonForm
from samsyn.planning.models import Proposal
from samsyn.planning.refusals import Refused
from samsyn.planning.views.proposals import form_page


def _work(
    request: MemberRequest, found: Proposal, form: Form, heading: str, act: Callable[..., object]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(by=request.actor, proposal=found, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning:proposal", found.number)
    return form_page(request, found, form, heading)


def opinion(request: MemberRequest, number: str) -> HttpResponse:
    """The opinions, one field for each of the steering group's criteria."""
    found = get_proposal_to_prepare(request.actor, request.collaboration, number)
    form = OpinionsForm(request.POST or None, proposal=found)
    if not form.criteria:
        messages.info(request, _("First write the criteria that the steering group weighs by."))
        return redirect("planning:criteria")
    if request.method == "POST" and form.is_valid():
        try:
            prepare_proposal(by=request.actor, proposal=found, opinions=form.opinions)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning:proposal", number)
    return form_page(request, found, form, _("Write an opinion"))


def merge(request: MemberRequest, number: str) -> HttpResponse:
    """Merging with another proposal."""
    found = get_proposal_to_prepare(request.actor, request.collaboration, number)
    form = MergeForm(request.POST or None, proposal=found)
    return _work(request, found, form, _("Merge with another proposal"), merge_proposals)


def decline(request: MemberRequest, number: str) -> HttpResponse:
    """Turning it down, with the reason."""
    found = get_proposal_to_prepare(request.actor, request.collaboration, number)
    return _work(request, found, ReasonForm(request.POST or None), _("Turn down"), decline_proposal)


def carry_over(request: MemberRequest, number: str) -> HttpResponse:
    """Trying it again for a later year."""
    found = get_proposal_to_prepare(request.actor, request.collaboration, number)
    form = CarryForm(request.POST or None, initial={"plan_year": found.plan_year + 1})
    return _work(request, found, form, _("Carry over to a later year"), carry_over_proposal)
