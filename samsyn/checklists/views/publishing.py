"""Making a checklist, publishing its draft, taking a version out of use."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.checklists.access import (
    get_checklist_to_change,
    get_collaboration_to_make_in,
    get_draft_to_publish,
    get_version_to_withdraw,
)
from samsyn.checklists.actions import (
    ChecklistRefused,
    make_checklist,
    publish_version,
    withdraw_version,
)
from samsyn.checklists.changes import rows_of
from samsyn.checklists.forms import ChecklistForm, PublishForm, WithdrawForm
from samsyn.checklists.messages import refusal_text
from samsyn.checklists.queries import definition_of, newest_published
from samsyn.lib.xform import compare_forms
from samsyn.organisations.interface import MemberRequest


def new(request: MemberRequest) -> HttpResponse:
    """A new checklist, without any version yet."""
    collaboration = get_collaboration_to_make_in(request.actor, request.collaboration)
    form = ChecklistForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_checklist(
                by=request.actor,
                collaboration=collaboration,
                is_example=collaboration.is_demo,
                **form.cleaned_data,
            )
        except ChecklistRefused as refused:
            form.add_error("slug", refusal_text(refused.code))
        else:
            messages.success(request, _("The checklist is made. Upload its workbook next."))
            return redirect("checklists:upload", made.slug)
    return render(
        request, "checklists/new.html", {"form": form}, status=422 if form.errors else 200
    )


def publish(request: MemberRequest, slug: str) -> HttpResponse:
    """Makes the draft the newest version, with what changed and who asked for it."""
    checklist = get_checklist_to_change(request.actor, request.collaboration, slug)
    draft = get_draft_to_publish(request.actor, request.collaboration, slug)
    if draft is None:
        messages.error(request, _("There is no draft to publish. Upload a workbook first."))
        return redirect("checklists:checklist", slug)
    newest = newest_published(checklist)
    changes = compare_forms(definition_of(newest), definition_of(draft)) if newest else []
    rows = rows_of(changes)
    form = PublishForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        is_first=newest is None,
        rows=rows,
    )
    if request.method == "POST" and form.is_valid():
        try:
            published = publish_version(
                by=request.actor,
                version=draft,
                change_note=form.cleaned_data.get("change_note", ""),
                asked_by=form.asked_by,
            )
        except ChecklistRefused as refused:
            form.add_error(None, refusal_text(refused.code))
        else:
            said = _("Version %(number)s is published.") % {"number": published.number}
            messages.success(request, said)
            return redirect("checklists:checklist", slug)
    context = {"checklist": checklist, "newest": newest, "rows": rows, "form": form}
    return render(request, "checklists/publish.html", context, status=422 if form.errors else 200)


def withdraw(request: MemberRequest, slug: str, version: str) -> HttpResponse:
    """Takes a published version out of use, with a reason."""
    found = get_version_to_withdraw(request.actor, request.collaboration, slug, version)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_version(by=request.actor, version=found, reason=form.cleaned_data["reason"])
        except ChecklistRefused as refused:
            form.add_error(None, refusal_text(refused.code))
        else:
            said = _("Version %(number)s is taken out of use.") % {"number": found.number}
            messages.success(request, said)
            return redirect("checklists:checklist", slug)
    context = {"checklist": found.checklist, "version": found, "form": form}
    return render(request, "checklists/withdraw.html", context, status=422 if form.errors else 200)
