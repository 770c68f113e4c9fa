"""Filling in the form: the page that needs JavaScript, what it reads, and the drafts it saves."""

from uuid import UUID, uuid4

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samsyn.campaigns.access import (
    get_campaign_of_members,
    get_campaign_to_report_in,
    get_submission_to_change,
)
from samsyn.campaigns.actions.withdrawal import save_draft
from samsyn.campaigns.form import REFERENCE
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign, CampaignForm, Submission
from samsyn.campaigns.queries import current_form
from samsyn.campaigns.reading import ready_form
from samsyn.campaigns.refusals import Refused
from samsyn.checklists.interface import rejection_text
from samsyn.core.clock.interface import today
from samsyn.lib.swedish import format_date
from samsyn.lib.xform import Item, SubmissionRejected, parse_submission
from samsyn.organisations.interface import MemberRequest, Office

FORM_POLICY_SOURCES = ["'self'", "'wasm-unsafe-eval'"]
MOST_PHOTO_MEGABYTES = 10


def new_submission(request: MemberRequest, slug: str, office: str) -> HttpResponseRedirect:
    """A new object: gets its number here, so that the same visit sent twice is one record."""
    get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    return redirect("campaigns:fill", slug, office, uuid4())


def fill(request: MemberRequest, slug: str, office: str, pk: UUID) -> HttpResponse:
    """The form, empty or with what is saved."""
    campaign, own = get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    submission = Submission.objects.filter(pk=pk).select_related("form").first()
    if submission is not None:
        submission = get_submission_to_change(request.actor, request.collaboration, slug, pk)
    form = _form_for(campaign, own, submission)
    response = render(
        request,
        "campaigns/fill.html",
        {
            "campaign": campaign,
            "office": own,
            "submission": submission,
            "config": _config(request, campaign, own, form, pk, submission),
        },
    )
    response._csp_update = {"script-src": FORM_POLICY_SOURCES}  # type: ignore[attr-defined]  # ODK's engine is WebAssembly
    return response


def _form_for(campaign: Campaign, office: Office, submission: Submission | None) -> CampaignForm:
    """The form it was begun with, so that a draft is never broken by a newer version; else the current one."""
    form = submission.form if submission else current_form(campaign, office)
    if form is None:
        raise Http404
    return form


def _config(
    request: MemberRequest,
    campaign: Campaign,
    office: Office,
    form: CampaignForm,
    pk: UUID,
    submission: Submission | None,
) -> dict[str, object]:
    arguments = [campaign.slug, form.pk]
    submit = f"{reverse('campaigns:receive', args=[campaign.slug])}?kontor={office.slug}"
    is_draft = submission is None or submission.state == "draft"
    if submission and not is_draft:
        submit += f"&revision={submission.revision}"
    title = submission.reference if submission and submission.reference else _("New object")
    day = format_date(submission.visited_on if submission and submission.visited_on else today())
    return {
        "formUrl": reverse("campaigns:form_xml", args=arguments),
        "metaUrl": reverse("campaigns:form_meta", args=arguments),
        "instance": bytes(submission.xml).decode() if submission else None,
        "draftUrl": reverse("campaigns:draft", args=[campaign.slug, office.slug, pk])
        if is_draft
        else None,
        "submitUrl": submit,
        "csrfToken": get_token(request),
        "backUrl": reverse("campaigns:office", args=[campaign.slug, office.slug]),
        "language": (get_language() or "sv")[:2],
        "objectTitle": title,
        "titleQuestion": REFERENCE,
        "objectSubtitle": _("%(office)s, visit %(day)s") % {"office": office.name, "day": day},
        "readOnly": False,
        "exempeldata": campaign.is_example,
        "attachmentsUrl": (
            reverse("campaigns:submission_page", args=[campaign.slug, pk]) + "foton/"
            if submission and not is_draft
            else None
        ),
        "submissionId": str(pk),
        "maxPhotoMegabytes": MOST_PHOTO_MEGABYTES,
    }


def form_xml(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """The form as XForm. It never changes, so browsers may keep it."""
    form = _form(request, slug, pk)
    response = HttpResponse(
        ready_form(form.pk).compiled.form.xform, content_type="text/xml; charset=utf-8"
    )
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def form_meta(request: MemberRequest, slug: str, pk: int) -> JsonResponse:
    """What the form's own columns say: law, purpose, guidance, comments."""
    form = _form(request, slug, pk)
    definition = ready_form(form.pk).compiled.form
    questions = {
        item.path: _meta(item, set(definition.by_name))
        for item in definition.items
        if item.type not in {"group"}
    }
    number = 0
    for item in definition.items:
        if item.is_question and item.label and not item.name.endswith(("_kommentar", "_foto")):
            number += 1
            questions[item.path]["number"] = item.own.number or str(number)
    response = JsonResponse(
        {"title": definition.title, "version": form.number, "questions": questions}
    )
    response["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def _meta(item: Item, names: set[str]) -> dict[str, object]:
    parent = item.path.rpartition("/")[0]
    own = item.own

    def follow_up(ending: str) -> str | None:
        return f"{parent}/{item.name}{ending}" if f"{item.name}{ending}" in names else None

    return {
        "number": own.number,
        "law": list(own.law),
        "purpose": own.purpose,
        "guidance": {"label": own.guidance, "url": own.guidance} if own.guidance else None,
        "deviation": list(own.deviation),
        "reference": own.reference,
        "sanctionFee": own.sanction_fee,
        "comment": follow_up("_kommentar"),
        "photo": follow_up("_foto"),
    }


def _form(request: MemberRequest, slug: str, pk: int) -> CampaignForm:
    campaign = get_campaign_of_members(request.actor, request.collaboration, slug)
    form = campaign.forms.filter(pk=pk).first()
    own = {office.pk for office in request.actor.offices}
    if form is None or (form.office_id is not None and form.office_id not in own):
        raise Http404
    return form


@require_http_methods(["PUT", "POST"])
def draft(request: MemberRequest, slug: str, office: str, pk: UUID) -> HttpResponse:
    """Keeps what has been typed so far on the server too."""
    campaign, own = get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    if len(request.body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return JsonResponse({"message": _("The draft is too large.")}, status=413)
    try:
        instance = parse_submission(request.body)
    except SubmissionRejected as rejected:
        return JsonResponse({"message": rejection_text(rejected)}, status=400)
    form = campaign.forms.filter(version=instance.version).first()
    if form is None:
        return JsonResponse(
            {"message": refusal_text(Refused("other_version", {"version": instance.version}))},
            status=409,
        )
    reference = (instance.root.findtext(f".//{REFERENCE}") or "").strip()[:120]
    try:
        save_draft(
            by=request.actor,
            campaign=campaign,
            office=own,
            form=form,
            submission_id=pk,
            xml=request.body,
            reference=reference,
        )
    except Refused as refused:
        return JsonResponse({"message": refusal_text(refused)}, status=409)
    return JsonResponse({"saved": True})
