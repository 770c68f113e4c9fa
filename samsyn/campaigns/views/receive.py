"""The door for submissions: multipart as OpenRosa, from our own form and from field apps alike."""

from collections.abc import Callable
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
from samsyn.campaigns.desk import Desk, keep_desk, kept_desk, open_desk
from samsyn.campaigns.devices import actor_of_key, key_of
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.reading import Reading, read_instance, ready_form
from samsyn.campaigns.refusals import Refused
from samsyn.checklists.interface import fault_text, rejection_text
from samsyn.core.clock.interface import localtime
from samsyn.core.files.interface import FileRefused
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.lib.xform import Instance, SubmissionRejected, parse_submission
from samsyn.organisations.interface import Actor, public

FindDesk = Callable[[HttpRequest, str, str], Desk | None]
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
    if key_of(request):
        return _receive(request, slug, _desk_of_key)
    if not request.user.is_authenticated:
        return _sign_in_first()
    return _from_browser(request, slug)


submission.finds_collaboration_by_key = True  # type: ignore[attr-defined]


@csrf_protect
def _from_browser(request: HttpRequest, slug: str) -> HttpResponse:
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if not actor:
        raise PermissionDenied
    return _receive(request, slug, _desk_of_session)


def _receive(request: HttpRequest, slug: str, find_desk: FindDesk) -> HttpResponse:
    upload = request.FILES.get(XML_FIELD)
    if upload is None:
        lacking = _("The submission lacks its part %(name)s.") % {"name": XML_FIELD}
        return _refuse_unread(request, slug, lacking)
    xml: bytes = upload.read()
    try:
        head = parse_submission(xml)
    except SubmissionRejected as rejected:
        return _refuse_unread(request, slug, rejection_text(rejected))
    try:
        desk = find_desk(request, slug, head.version)
        return _store(request, desk, head, xml) if desk else _sign_in_first()
    except FileRefused as refused:
        return _says(request, 400, file_refusal_text(refused))
    except Refused as refused:
        return _refused(request, refused, slug)


def _refuse_unread(request: HttpRequest, slug: str, text: str) -> HttpResponse:
    """What cannot be read at all. Who may not report here learns that instead (404, 403)."""
    actor = actor_of_key(request) if key_of(request) else request.actor  # type: ignore[attr-defined]
    if actor is None:
        return _sign_in_first()
    get_campaign_to_report_in(actor, actor.collaboration, slug, request.GET.get("kontor"))
    return _says(request, 400, text)


def _desk_of_key(request: HttpRequest, slug: str, version: str) -> Desk | None:
    key, office = key_of(request), request.GET.get("kontor", "")
    kept = kept_desk(key, slug, office, version)
    if kept is not None:
        return kept
    actor = actor_of_key(request)
    if actor is None:
        return None
    desk = open_desk(actor, slug, office or None, version)
    keep_desk(desk, key, slug, office)
    return desk


def _desk_of_session(request: HttpRequest, slug: str, version: str) -> Desk:
    return open_desk(request.actor, slug, request.GET.get("kontor"), version)  # type: ignore[attr-defined]


def _sign_in_first() -> HttpResponse:
    return HttpResponse(status=401, headers={"WWW-Authenticate": 'Basic realm="Samsyn"'})


def _store(request: HttpRequest, desk: Desk, head: Instance, xml: bytes) -> HttpResponse:
    if not desk.reporting.allowed:
        raise Refused(desk.reporting.code)
    try:
        submission_id = UUID(head.instance_id)
    except ValueError as error:
        raise Refused("no_instance_id") from error
    reading = read_instance(desk.form_pk, desk.form_version, head, moment=localtime())
    if reading.faults:
        return _faults(request, reading, desk.form_version)
    base = request.GET.get("revision", "")
    receipt = receive_submission(
        by=desk.actor,
        campaign=desk.campaign,
        office=desk.office,
        submission_id=submission_id,
        reading=reading,
        xml=xml,
        reporting=desk.reporting,
        base_revision=int(base) if base.isdigit() else None,
        photos=_photos(request),
    )
    return _received(request, desk.campaign, receipt)


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


def _faults(request: HttpRequest, reading: Reading, form_version: str) -> HttpResponse:
    items = ready_form(reading.form_id, form_version).compiled.form.by_name
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


def _refused(request: HttpRequest, refused: Refused, slug: str) -> HttpResponse:
    text = refusal_text(refused)
    if refused.code in {"conflict", "withdrawn"} and wants_json(request):
        submission_id = refused.params.get("submission")
        url = (
            reverse("campaigns:submission_page", args=[slug, submission_id])
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
