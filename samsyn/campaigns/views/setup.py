"""What a campaign is set up with beside its texts: kinds of objects, important days, project group, who else may join."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import get_campaign_to_run
from samsyn.campaigns.actions.campaign import (
    close_to_collaboration,
    open_to_collaboration,
    set_dates,
    set_object_types,
    set_project_group,
)
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.setup_forms import DAYS, OBJECT_TYPES, GroupForm, OpenToForm
from samsyn.campaigns.tabs import head_of
from samsyn.organisations.interface import (
    Collaboration,
    MemberRequest,
    Permission,
    holders_of,
    other_collaborations,
    swedish_order,
)

ROW = ("key", "name", "activity_code", "level")
DAY = ("kind", "date", "title", "place")


def object_types(request: MemberRequest, slug: str) -> HttpResponse:
    """The kinds of objects that are inspected; fixed when the form is in use."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    rows = OBJECT_TYPES(
        request.POST or None, initial=[*campaign.object_types.values(*ROW)], prefix="row"
    )
    context = {
        "rows": rows,
        "title": _("Kinds of objects"),
        "about": _(
            "The officer chooses one of them for each visit, and results are shown for each. They can be changed until "
            "the field test begins."
        ),
    }
    if request.method == "POST" and rows.is_valid():
        try:
            set_object_types(by=request.actor, campaign=campaign, types=rows.types())
        except Refused as refused:
            context["refused"] = refusal_text(refused)
        else:
            return _saved(request, slug)
    return _page(request, campaign, context)


def dates(request: MemberRequest, slug: str) -> HttpResponse:
    """The important days."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    rows = DAYS(request.POST or None, initial=[*campaign.dates.values(*DAY)], prefix="row")
    context = {
        "rows": rows,
        "title": _("Important days"),
        "about": _("They stand on the campaign's first page, for all who take part."),
    }
    if request.method == "POST" and rows.is_valid():
        set_dates(by=request.actor, campaign=campaign, dates=rows.rows())
        return _saved(request, slug)
    return _page(request, campaign, context)


def group(request: MemberRequest, slug: str) -> HttpResponse:
    """The project group."""
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    people = sorted(holders_of(campaign.collaboration), key=lambda one: swedish_order(one.name))
    current = campaign.project_members.filter(ends=None)
    initial = {
        "leader": next((str(one.person_id) for one in current if one.is_leader), ""),
        "members": [str(one.person_id) for one in current if not one.is_leader],
    }
    form = GroupForm(request.POST or None, initial=initial, people=people)
    if request.method == "POST" and form.is_valid():
        leader, members = form.group()
        set_project_group(by=request.actor, campaign=campaign, leader=leader, members=members)
        return _saved(request, slug)
    about = _("They may do what the coordinator does in this campaign, from today.")
    context = {"form": form, "title": _("Project group"), "about": about}
    return _page(request, campaign, context)


def open_to(request: MemberRequest, slug: str) -> HttpResponse:
    """Other collaborations whose offices may take part."""
    campaign = _campaign_to_open(request, slug)
    opened = [*campaign.open_to.all()]
    others = [one for one in other_collaborations(request.collaboration) if one not in opened]
    form = OpenToForm(request.POST or None, others=others) if others else None
    if form and request.method == "POST" and form.is_valid():
        chosen = form.others[form.cleaned_data["collaboration"]]
        open_to_collaboration(by=request.actor, campaign=campaign, collaboration=chosen)
        return _saved(request, slug, "campaigns:open_to")
    context: dict[str, Any] = {
        "form": form,
        "opened": opened,
        "can_close": True,
        "title": _("Other collaborations"),
        "about": _(
            "Their offices can take part, and see what those who take part see. Nothing else is shared."
        ),
    }
    return _page(request, campaign, context)


@require_POST
def close_to(request: MemberRequest, slug: str) -> HttpResponse:
    """Ends it for a collaboration of which no office has answered."""
    campaign = _campaign_to_open(request, slug)
    other = campaign.open_to.filter(slug=request.POST.get("collaboration", "")).first()
    if other is None:
        return redirect("campaigns:open_to", slug)
    return _close(request, campaign, other)


def _close(request: MemberRequest, campaign: Campaign, other: Collaboration) -> HttpResponse:
    try:
        close_to_collaboration(by=request.actor, campaign=campaign, collaboration=other)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
        return redirect("campaigns:open_to", campaign.slug)
    return _saved(request, campaign.slug, "campaigns:open_to")


def _campaign_to_open(request: MemberRequest, slug: str) -> Campaign:
    campaign = get_campaign_to_run(request.actor, request.collaboration, slug)
    mine = campaign.collaboration_id == request.collaboration.pk
    if not (mine and request.actor.may(Permission.RUN_CAMPAIGNS)):
        raise PermissionDenied(_("The county coordinator opens a campaign to others."))
    return campaign


def _saved(request: MemberRequest, slug: str, to: str = "campaigns:edit") -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect(to, slug)


def _page(request: MemberRequest, campaign: Campaign, context: dict[str, Any]) -> HttpResponse:
    whole = {**head_of(request, campaign, "overview"), **context}
    refused = request.method == "POST"
    return render(request, "campaigns/setup.html", whole, status=422 if refused else 200)
