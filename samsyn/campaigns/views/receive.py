"""The door for submissions: multipart as OpenRosa, from our own form and from field apps alike."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from samsyn.campaigns.access import get_campaign_to_report_in
from samsyn.campaigns.actions.submission import Receipt, receive_submission
from samsyn.campaigns.devices import actor_of_key
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign, CampaignForm, Participation
from samsyn.campaigns.reading import Reading, read_submission, ready_form
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_report
from samsyn.checklists.interface import fault_text, rejection_text
from samsyn.core.clock.interface import localtime
from samsyn.core.files.interface import FileRefused
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.lib.xform import SubmissionRejected, parse_submission
from samsyn.organisations.interface import Actor, Office, public

XML_FIELD = "xml_submission_file"
MOST_PHOTOS = 60


@csrf_exempt
@public
def submission(request: HttpRequest, slug: str) -> HttpResponse:
    """HEAD answers that submissions are taken here; POST takes one. A field app signs with its device key."""
    if request.method == "HEAD":
        return _open_rosa(HttpResponse(status=204))
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "HEAD, POST"})
    actor = actor_of_key(request)
    if actor is not None:
        return _receive(request, actor, slug)
    if not request.user.is_authenticated:
        return HttpResponse(status=401, headers={"WWW-Authenticate": 'Basic realm="Samsyn"'})
    return _from_browser(request, slug)


@csrf_protect
def _from_browser(request: HttpRequest, slug: str) -> HttpResponse:
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if not actor:
        raise PermissionDenied
    return _receive(request, actor, slug)


def _receive(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    campaign, office = get_campaign_to_report_in(
        actor, actor.collaboration, slug, request.GET.get("kontor")
    )
    upload = request.FILES.get(XML_FIELD)
    if upload is None:
        return _says(
            request, 400, _("The submission lacks its part %(name)s.") % {"name": XML_FIELD}
        )
    xml: bytes = upload.read()
    try:
        return _store(request, actor, campaign, office, xml)
    except SubmissionRejected as rejected:
        return _says(request, 400, rejection_text(rejected))
    except FileRefused as refused:
        return _says(request, 400, file_refusal_text(refused))
    except Refused as refused:
        return _refused(request, refused, campaign)


def _store(
    request: HttpRequest, actor: Actor, campaign: Campaign, office: Office, xml: bytes
) -> HttpResponse:
    head = parse_submission(xml)
    form_pk = form_of_version(campaign, head.version)
    reporting = may_report(campaign.state, takes_part=_takes_part(campaign, office))
    if not reporting.allowed:
        raise Refused(reporting.code)
    try:
        submission_id = UUID(head.instance_id)
    except ValueError as error:
        raise Refused("no_instance_id") from error
    reading = read_submission(form_pk, xml, moment=localtime())
    if reading.faults:
        return _faults(request, reading)
    base = request.GET.get("revision", "")
    receipt = receive_submission(
        by=actor,
        campaign=campaign,
        office=office,
        submission_id=submission_id,
        reading=reading,
        xml=xml,
        reporting=reporting,
        base_revision=int(base) if base.isdigit() else None,
        photos=_photos(request),
    )
    return _received(request, campaign, receipt)


def form_of_version(campaign: Campaign, version: str) -> int:
    """The campaign's form of a version; `Refused("other_version")` when it has none such."""
    found = (
        CampaignForm.objects.filter(campaign=campaign, version=version)
        .values_list("pk", flat=True)
        .first()
    )
    if found is None:
        raise Refused("other_version", {"version": version[:40]})
    return found


def _takes_part(campaign: Campaign, office: Office) -> bool | None:
    return (
        Participation.objects.filter(campaign=campaign, office=office)
        .values_list("takes_part", flat=True)
        .first()
    )


def _photos(request: HttpRequest) -> dict[str, bytes]:
    if len(request.FILES) > MOST_PHOTOS + 1:
        raise Refused("too_many_photos", {"most": MOST_PHOTOS})
    return {
        str(part.name): part.read()
        for field, parts in request.FILES.lists()
        if field != XML_FIELD
        for part in parts
    }


def _received(request: HttpRequest, campaign: Campaign, receipt: Receipt) -> HttpResponse:
    status = 200 if receipt.repeated else 201
    text = _("Received. Receipt %(receipt)s.") % {"receipt": receipt.receipt}
    url = reverse("campaigns:submission_page", args=[campaign.slug, receipt.submission_id])
    if wants_json(request):
        return JsonResponse(
            {"receipt": receipt.receipt, "url": url, "message": text}, status=status
        )
    return _open_rosa(
        HttpResponse(_answer(text), content_type="text/xml; charset=utf-8", status=201)
    )


def _faults(request: HttpRequest, reading: Reading) -> HttpResponse:
    items = ready_form(reading.form_id).compiled.form.by_name
    language = (get_language() or "sv")[:2]
    problems = [
        {
            "path": fault.path,
            "name": fault.name,
            "message": _sentence(fault, items.get(fault.name), language),
        }
        for fault in reading.faults
    ]
    if wants_json(request):
        return JsonResponse({"problems": problems}, status=422)
    return _says(request, 422, " ".join(problem["message"] for problem in problems))


def _sentence(fault: Any, item: Any, language: str) -> str:
    if fault.code in {"in_future", "before_period", "after_period"}:
        return refusal_text(Refused(f"visit_{fault.code}", fault.params))
    return fault_text(fault, item, language)


def _refused(request: HttpRequest, refused: Refused, campaign: Campaign) -> HttpResponse:
    text = refusal_text(refused)
    if refused.code in {"conflict", "withdrawn"} and wants_json(request):
        submission_id = refused.params.get("submission")
        url = (
            reverse("campaigns:submission_page", args=[campaign.slug, submission_id])
            if submission_id
            else ""
        )
        return JsonResponse({"message": text, "url": url, "code": refused.code}, status=409)
    status = 409 if refused.code in {"conflict", "withdrawn", "id_taken", "other_version"} else 403
    return _says(
        request, 400 if refused.code in {"no_instance_id", "too_many_photos"} else status, text
    )


def _says(request: HttpRequest, status: int, text: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"message": text}, status=status)
    return _open_rosa(
        HttpResponse(_answer(text), content_type="text/xml; charset=utf-8", status=status)
    )


def _answer(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><OpenRosaResponse xmlns="http://openrosa.org/http/response">'
        f"<message>{safe}</message></OpenRosaResponse>"
    )


def _open_rosa(response: HttpResponse) -> HttpResponse:
    response["X-OpenRosa-Version"] = "1.0"
    response["X-OpenRosa-Accept-Content-Length"] = "31457280"
    return response


def wants_json(request: HttpRequest) -> bool:
    """Whether the client is our own form, which reads JSON."""
    return "application/json" in request.headers.get("Accept", "")
