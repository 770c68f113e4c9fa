"""One submission: what it says, its history, its photos, and withdrawing it."""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from samsyn.campaigns.access import get_submission_to_change, get_submission_to_see
from samsyn.campaigns.actions.withdrawal import settle_set_aside, withdraw_submission
from samsyn.campaigns.answers import answer_sheet, differences
from samsyn.campaigns.forms import WithdrawForm
from samsyn.campaigns.inspection_record import record_of
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.tabs import head_of
from samsyn.core.audit.interface import history
from samsyn.core.files.interface import hand_out
from samsyn.organisations.interface import MemberRequest


def submission_page(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """A submission with its answers, receipt, earlier versions and what was set aside."""
    submission = get_submission_to_see(request.actor, request.collaboration, slug, pk)
    context = {
        **head_of(request, submission.campaign, "offices"),
        "submission": submission,
        "sheet": answer_sheet(submission.form_id, bytes(submission.xml)),
        "attachments": submission.attachments.select_related("file"),
        "revisions": submission.revisions.select_related("replaced_by"),
        "asides": [
            (aside, differences(submission.form_id, bytes(submission.xml), bytes(aside.xml)))
            for aside in submission.set_aside.filter(settled_at=None).select_related("sent_by")
        ],
        "history": history(submission),
    }
    return render(request, "campaigns/submission_page.html", context)


def record(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """The submission as an inspection record for the office's own case system."""
    submission = get_submission_to_see(request.actor, request.collaboration, slug, pk)
    content = record_of(submission, version=submission.form.label)
    name = get_valid_filename(f"protokoll-{submission.reference or submission.pk}.pdf")
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f"inline; filename*=UTF-8''{quote(name)}"},
    )


def withdraw(request: MemberRequest, slug: str, pk: UUID) -> HttpResponse:
    """Withdraws a submission with a reason; it is kept."""
    submission = get_submission_to_change(request.actor, request.collaboration, slug, pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_submission(
                by=request.actor, submission=submission, reason=form.cleaned_data["reason"]
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(
                request, _("Withdrawn. It no longer counts, and can still be read here.")
            )
            return redirect("campaigns:submission_page", slug, pk)
    context = {
        **head_of(request, submission.campaign, "offices"),
        "submission": submission,
        "form": form,
    }
    return render(request, "campaigns/withdraw.html", context, status=422 if form.errors else 200)


def settle(request: MemberRequest, slug: str, pk: UUID, aside: int) -> HttpResponse:
    """Marks what was set aside as looked at."""
    submission = get_submission_to_change(request.actor, request.collaboration, slug, pk)
    found = submission.set_aside.filter(pk=aside).first()
    if found is None:
        raise Http404
    if request.method == "POST":
        settle_set_aside(by=request.actor, aside=found)
    return redirect("campaigns:submission_page", slug, pk)


def attachment(request: MemberRequest, slug: str, pk: UUID, name: str) -> HttpResponseBase:
    """One photo, by the name its XML uses."""
    submission = get_submission_to_see(request.actor, request.collaboration, slug, pk)
    found = submission.attachments.select_related("file").filter(name=name).first()
    if found is None:
        raise Http404
    return hand_out(found.file)
