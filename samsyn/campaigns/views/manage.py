"""Making and running a campaign: its texts, its checklist, its decision and its state."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import get_campaign_to_run
from samsyn.campaigns.actions.campaign import (
    change_campaign,
    choose_checklist,
    decide_report,
    make_campaign,
    move_campaign,
)
from samsyn.campaigns.codes import CampaignState
from samsyn.campaigns.design import design_of
from samsyn.campaigns.forms import CampaignForm, DecisionForm, MoveForm
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.progress import progress_of
from samsyn.campaigns.queries import group_of, readiness_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import TRANSITIONS, missing_for
from samsyn.campaigns.tabs import head_of
from samsyn.checklists.interface import published_versions
from samsyn.core.clock.interface import today
from samsyn.core.decisions.interface import DecisionRef
from samsyn.organisations.interface import MemberRequest, Permission

FIELDS = (
    "title", "background", "purpose", "goals", "delimitation", "delimitation_reason", "starts", "ends", "legal_areas",
    "named_results",
)  # fmt: skip


def new(request: MemberRequest) -> HttpResponse:
    """A new campaign in draft."""
    if not request.actor.may(Permission.RUN_CAMPAIGNS):
        raise PermissionDenied(_("The county coordinator makes campaigns."))
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            campaign = make_campaign(
                by=request.actor,
                collaboration=request.collaboration,
                is_example=request.collaboration.is_demo,
                **form.cleaned_data,
            )
        except Refused as refused:
            form.add_error("slug", refusal_text(refused))
        else:
            messages.success(
                request, _("The campaign is made, as a draft. Choose its checklist next.")
            )
            return redirect("campaigns:edit", campaign.slug)
    return render(request, "campaigns/new.html", {"form": form}, status=422 if form.errors else 200)


def edit(request: MemberRequest, slug: str) -> HttpResponse:
    """The campaign's texts, and the way to its next state."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    initial = {name: getattr(campaign, name) for name in (*FIELDS, "slug")}
    form = CampaignForm(request.POST or None, initial=initial)
    del form.fields["slug"]
    if request.method == "POST" and form.is_valid():
        try:
            change_campaign(by=request.actor, campaign=campaign, values=form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.params.get("field"), refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("campaigns:edit", slug)
    context = {
        **head_of(request, campaign, "overview"),
        "form": form,
        "moves": _moves(campaign),
        "versions": published_versions(request.collaboration),
        "members": ", ".join(group_of(campaign)) or _("nobody yet"),
        "can_open": request.actor.may(Permission.RUN_CAMPAIGNS),
        "design": design_of(campaign, progress_of(campaign, today=today())),
    }
    return render(request, "campaigns/edit.html", context, status=422 if form.errors else 200)


def _moves(campaign: Campaign) -> list[dict[str, Any]]:
    """The states the campaign can go to, with what is missing for each."""
    facts = readiness_of(campaign)
    order = [str(state) for state in CampaignState]
    targets = sorted(TRANSITIONS[campaign.state], key=order.index)
    return [
        {
            "to": target,
            "label": CampaignState(target).label,
            "missing": (
                refusal_text(
                    Refused("missing", {"missing": missing_for(target, facts), "to": target})
                )
                if missing_for(target, facts)
                else ""
            ),
        }
        for target in targets
    ]


@require_POST
def move(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes the campaign to another state."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        moved = move_campaign(by=request.actor, campaign=campaign, to=form.cleaned_data["to"])
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(
            request,
            _("The campaign is now: %(state)s.") % {"state": moved.get_state_display().lower()},
        )
    return redirect("campaigns:edit", slug)


@require_POST
def choose(request: MemberRequest, slug: str) -> HttpResponse:
    """Takes a published checklist version."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    pk = request.POST.get("version", "")
    version = (
        published_versions(request.collaboration).filter(pk=pk).first() if pk.isdigit() else None
    )
    if version is None:
        messages.error(request, _("Choose one of the published checklist versions."))
        return redirect("campaigns:edit", slug)
    try:
        choose_checklist(by=request.actor, campaign=campaign, version=version)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        messages.success(request, _("The campaign now has %(name)s.") % {"name": str(version)})
    return redirect("campaigns:edit", slug)


def decision(request: MemberRequest, slug: str) -> HttpResponse:
    """The steering group's decision to run the campaign, or on its report (?om=rapport)."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    on_report = request.GET.get("om") == "rapport"
    stored = campaign.report_decision if on_report else campaign.decision
    initial = {"body": _("Steering group")}
    if stored:
        initial = {
            "body": stored.body,
            "date": stored.date,
            "paragraph": stored.paragraph,
            "address": stored.address,
        }
    form = DecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        value = DecisionRef(**form.cleaned_data)
        try:
            if on_report:
                decide_report(by=request.actor, campaign=campaign, decision=value)
            else:
                change_campaign(by=request.actor, campaign=campaign, values={"decision": value})
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("campaigns:edit", slug)
    context = {**head_of(request, campaign, "overview"), "form": form, "on_report": on_report}
    return render(request, "campaigns/decision.html", context, status=422 if form.errors else 200)
