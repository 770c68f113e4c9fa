"""Importing an office's objects from its own file."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import get_campaign_to_report_in, get_import_to_work_on
from samsyn.campaigns.actions.imports import carry_out_import, map_import, upload_import
from samsyn.campaigns.imports.fields import fields_of
from samsyn.campaigns.imports.form import MappingForm, UploadForm
from samsyn.campaigns.imports.sentences import (
    failure_text,
    file_text,
    problem_lines,
    problems_csv,
)
from samsyn.campaigns.imports.work import carry_on
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign, ObjectImport
from samsyn.campaigns.queries import current_form, participation_by_office
from samsyn.campaigns.reading import ready_form
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_report
from samsyn.campaigns.tabs import head_of
from samsyn.core.files.interface import FileRefused
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.lib.sheets import SheetRefused
from samsyn.organisations.interface import MemberRequest, Office

State = ObjectImport.State


def imports(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """Uploading a file, and the files of before."""
    campaign, own = get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    asked = current_form(campaign, own)
    if asked is None or campaign.is_historical:
        raise Http404
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            found = upload_import(
                by=request.actor,
                campaign=campaign,
                office=own,
                form=asked,
                name=upload.name,
                content=upload.read(),
            )
        except FileRefused as refused:
            form.add_error("file", file_refusal_text(refused))
        except SheetRefused as refused:
            form.add_error("file", file_text(refused))
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            return redirect("campaigns:object_import", slug, office, found.pk)
    context = {
        **head_of(request, campaign, "offices"),
        "office": own,
        "form": form,
        "why_not": _why_not(campaign, own),
        "imports": ObjectImport.objects.filter(campaign=campaign, office=own).select_related("made_by")[:20],
    }  # fmt: skip
    return render(request, "campaigns/imports.html", context, status=422 if form.errors else 200)


def object_import(request: MemberRequest, slug: str, office: str, pk: int) -> HttpResponse:
    """One file: its columns, its dry run, its progress, and what became of it."""
    found = get_import_to_work_on(request.actor, request.collaboration, slug, office, pk)
    fields = fields_of(ready_form(found.form_id).compiled.form)
    form = MappingForm(
        request.POST or None, fields=fields, headings=found.headings, initial=found.mapping
    )
    if request.method == "POST" and form.is_valid():
        try:
            started = map_import(by=request.actor, found=found, mapping=form.cleaned_data)
            carry_on(by=request.actor, found=started)
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            return redirect("campaigns:object_import", slug, office, pk)
    return _page(request, found, form)


@require_POST
def object_import_carry_out(
    request: MemberRequest, slug: str, office: str, pk: int
) -> HttpResponse:
    """Takes in the rows of a file that was tried without problems."""
    found = get_import_to_work_on(request.actor, request.collaboration, slug, office, pk)
    try:
        started = carry_out_import(by=request.actor, found=found)
        carry_on(by=request.actor, found=started)
    except Refused as refused:
        messages.error(request, refusal_text(refused))
    else:
        started.refresh_from_db()
        if started.state == State.DONE:
            messages.success(request, _("Taken in: %(n)d objects.") % {"n": started.new})
    return redirect("campaigns:object_import", slug, office, pk)


def object_import_problems(request: MemberRequest, slug: str, office: str, pk: int) -> HttpResponse:
    """The rows that cannot be taken in, as a file."""
    found = get_import_to_work_on(request.actor, request.collaboration, slug, office, pk)
    content = problems_csv(problem_lines(found.form_id, found.problems))
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{found.pk}-rader.csv"'
    return response


def _page(request: MemberRequest, found: ObjectImport, form: MappingForm) -> HttpResponse:
    context = {
        **head_of(request, found.campaign, "offices"),
        "office": found.office,
        "found": found,
        "form": form,
        "problems": problem_lines(found.form_id, found.problems),
        "left": problem_lines(found.form_id, found.left),
        "under_way": found.state in {State.TRYING, State.STORING},
        "failed": failure_text(found.work),
    }
    return render(
        request, "campaigns/object_import.html", context, status=422 if form.errors else 200
    )


def _why_not(campaign: Campaign, office: Office) -> str:
    answer = participation_by_office(campaign).get(office.pk)
    reporting = may_report(campaign.state, takes_part=answer.takes_part if answer else None)
    return "" if reporting.allowed else refusal_text(Refused(reporting.code))
