"""Questions, material and the checklist of a campaign."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.campaigns.access import (
    get_campaign_of_members,
    get_campaign_to_run,
    get_campaign_to_see,
    runs_campaign,
)
from samsyn.campaigns.actions.campaign import add_material
from samsyn.campaigns.actions.talk import answer_in_campaign, ask_in_campaign
from samsyn.campaigns.columns import Column, columns_of
from samsyn.campaigns.forms import AnswerForm, MaterialForm, QuestionForm
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import current_form, sees_as_member
from samsyn.campaigns.tabs import SUBJECT, head_of
from samsyn.core.files.interface import FileRefused, hand_out, refusal_text
from samsyn.network.interface import personal_traces, questions_about
from samsyn.organisations.interface import MemberRequest, Permission, Role, public


def questions(request: MemberRequest, slug: str) -> HttpResponse:
    """The questions asked in the campaign, those that wait first, and a form for a new one."""
    campaign = get_campaign_of_members(request.actor, request.collaboration, slug)
    form = QuestionForm(request.POST or None, items=_items(campaign))
    traces: list[str] = []
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        traces = personal_traces(f"{values['text']} {values['details']}")
        if not traces or values["confirmed"]:
            ask_in_campaign(
                by=request.actor,
                campaign=campaign,
                text=values["text"],
                details=values["details"],
                item=values["item"],
            )
            messages.success(
                request, _("Your question is asked. Everybody in the campaign can read it.")
            )
            return redirect("campaigns:questions", slug)
        form.add_error(
            "details",
            _(
                "The text seems to hold a personal number, phone or e-mail. Take it away, or confirm."
            ),
        )
    context = {
        **head_of(request, campaign, "questions"),
        "form": form,
        "questions": questions_about(SUBJECT, str(campaign.pk)),
        "answer_form": AnswerForm(),
        "labels": dict(_items(campaign)),
        "traces": traces,
    }
    return render(request, "campaigns/questions.html", context, status=422 if form.errors else 200)


def answer(request: MemberRequest, slug: str, question: int) -> HttpResponse:
    """An answer to a question. Those who run the campaign, and Länsstyrelsen's guidance unit, settle it."""
    campaign = get_campaign_of_members(request.actor, request.collaboration, slug)
    found = questions_about(SUBJECT, str(campaign.pk)).filter(pk=question).first()
    if found is None:
        raise Http404
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        settles = form.cleaned_data["settles"] and _may_settle(request, campaign)
        answer_in_campaign(
            by=request.actor,
            campaign=campaign,
            question=found,
            text=form.cleaned_data["text"],
            settles=settles,
        )
        messages.success(request, _("Your answer is there for all."))
        return redirect("campaigns:questions", slug)
    context = {
        **head_of(request, campaign, "questions"),
        "question": found,
        "form": form,
        "may_settle": _may_settle(request, campaign),
    }
    return render(request, "campaigns/answer.html", context, status=422 if form.errors else 200)


def _may_settle(request: MemberRequest, campaign: Campaign) -> bool:
    roles = {held.role for held in request.actor.memberships}
    return runs_campaign(request.actor, campaign) or Role.GUIDANCE_OFFICER in roles


def _items(campaign: Campaign) -> list[tuple[str, str]]:
    form = current_form(campaign)
    columns = columns_of(form.columns) if form else []
    return [
        (column.name, _name(column))
        for column in columns
        if not column.header and column.kind != "photo"
    ]


def _name(column: Column) -> str:
    return f"{column.number} {column.label}".strip()[:120]


@public
def material(request: HttpRequest, slug: str) -> HttpResponse:
    """The campaign's files; visitors see those that everyone may read."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    context = head_of(request, campaign, "material")
    form = MaterialForm(request.POST or None, request.FILES or None) if context["runs"] else None
    if request.method == "POST":
        if actor is None or form is None:
            raise PermissionDenied
        if form.is_valid() and _add(request, campaign, form):
            return redirect("campaigns:material", slug)
    files = campaign.material.select_related("file")
    context |= {
        "files": files if sees_as_member(actor) else files.filter(is_public=True),
        "form": form,
    }
    return render(
        request, "campaigns/material.html", context, status=422 if form and form.errors else 200
    )


def _add(request: HttpRequest, campaign: Campaign, form: MaterialForm) -> bool:
    get_campaign_to_run(request.actor, request.collaboration, campaign.slug)  # type: ignore[attr-defined]
    values = form.cleaned_data
    try:
        add_material(
            by=request.actor,  # type: ignore[attr-defined]
            campaign=campaign,
            title=values["title"],
            kind=values["kind"],
            name=values["file"].name,
            content=values["file"].read(),
            is_public=values["is_public"],
        )
    except FileRefused as refused:
        form.add_error("file", refusal_text(refused))
        return False
    messages.success(request, _("The file is there for those who may read it."))
    return True


@public
def material_file(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """One file of the campaign."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    found = campaign.material.select_related("file").filter(pk=pk).first()
    if found is None or not (found.is_public or sees_as_member(actor)):
        raise Http404
    return hand_out(found.file)


@public
def checklist(request: HttpRequest, slug: str) -> HttpResponse:
    """The campaign's questions with law and purpose, and the files of its checklist."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    form = current_form(campaign)
    columns = (
        [column for column in columns_of(form.columns) if column.kind != "photo"] if form else []
    )
    sections: dict[str, list[Column]] = {}
    for column in columns:
        if not column.name.endswith("_kommentar"):
            sections.setdefault(column.section, []).append(column)
    context = {
        **head_of(request, campaign, "checklist"),
        "form": form,
        "sections": sections,
        "may_publish": bool(actor and actor.may(Permission.PUBLISH_CHECKLISTS)),
    }
    return render(request, "campaigns/checklist.html", context)
