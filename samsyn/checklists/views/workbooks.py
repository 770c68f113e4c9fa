"""Workbooks in and out: a new draft, a version's own file, an office's own questions."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.checklists.access import (
    get_checklist_to_change,
    get_collaboration_to_make_in,
    get_version_to_add_to,
    get_version_to_see,
)
from samsyn.checklists.actions import ChecklistRefused, set_local_questions, upload_version
from samsyn.checklists.example import example_workbook
from samsyn.checklists.forms import WorkbookForm
from samsyn.checklists.messages import problem_text, refusal_text
from samsyn.checklists.paper import paper_of
from samsyn.checklists.queries import definition_of, local_questions_of, versions_of
from samsyn.checklists.reading import read_form
from samsyn.checklists.rules import DRAFT_WORD
from samsyn.core.files.interface import FileRefused, hand_out
from samsyn.core.files.interface import refusal_text as file_refusal_text
from samsyn.lib.xform import FormRefused
from samsyn.organisations.interface import MemberRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Problems = list[dict[str, object]]


def upload(request: MemberRequest, slug: str) -> HttpResponse:
    """A workbook becomes the draft, or a table of what is wrong with it; the draft that was there then stays."""
    checklist = get_checklist_to_change(request.actor, request.collaboration, slug)
    form = WorkbookForm()
    if request.method == "POST":
        form = WorkbookForm(request.POST, request.FILES)
    problems: Problems = []
    if request.method == "POST" and form.is_valid():

        def keep(name: str, content: bytes) -> None:
            upload_version(by=request.actor, checklist=checklist, name=name, content=content)

        problems = _taken(form, keep)
        if form.is_valid() and not problems:
            messages.success(request, _("The draft is uploaded. Read it through, then publish it."))
            return redirect("checklists:version", slug, DRAFT_WORD)
    context = {
        "checklist": checklist,
        "form": form,
        "problems": problems,
        "has_draft": versions_of(checklist).filter(state="draft").exists(),
    }
    failed = bool(problems or form.errors)
    return render(request, "checklists/upload.html", context, status=422 if failed else 200)


def local(request: MemberRequest, slug: str, version: str, office: str) -> HttpResponse:
    """An office's own questions beside a version: those that are there, and a workbook in their place."""
    found, own = get_version_to_add_to(request.actor, request.collaboration, slug, version, office)
    form = WorkbookForm()
    problems: Problems = []
    if request.method == "POST":
        form = WorkbookForm(request.POST, request.FILES)
    if request.method == "POST" and form.is_valid():

        def keep(name: str, content: bytes) -> None:
            set_local_questions(
                by=request.actor, version=found, office=own, name=name, content=content
            )

        problems = _taken(form, keep)
        if form.is_valid() and not problems:
            messages.success(request, _("The office's own questions are saved."))
            return redirect("checklists:local", slug, version, office)
    there = local_questions_of(found, own)
    context = {
        "checklist": found.checklist,
        "version": found,
        "word": version,
        "office": own,
        "form": form,
        "problems": problems,
        "local": there,
        "sections": read_form(definition_of(there)) if there else [],
    }
    failed = bool(problems or form.errors)
    return render(request, "checklists/local.html", context, status=422 if failed else 200)


def download(request: MemberRequest, slug: str, version: str) -> HttpResponseBase:
    """The workbook of a version, as it was uploaded."""
    found = get_version_to_see(request.actor, request.collaboration, slug, version)
    return hand_out(found.workbook, download=True)


def paper(request: MemberRequest, slug: str, version: str) -> HttpResponse:
    """A version to print and fill in with a pen."""
    found = get_version_to_see(request.actor, request.collaboration, slug, version)
    return _file(paper_of(found), f"{slug}-{version}.pdf", "application/pdf")


def example(request: MemberRequest) -> HttpResponse:
    """The workbook that an author starts from."""
    get_collaboration_to_make_in(request.actor, request.collaboration)
    return _file(example_workbook(), "exempel-checklista.xlsx", XLSX)


def _file(content: bytes, name: str, content_type: str) -> HttpResponse:
    disposition = "inline" if content_type == "application/pdf" else "attachment"
    headers = {"Content-Disposition": f'{disposition}; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _taken(form: WorkbookForm, keep: Callable[[str, bytes], None]) -> Problems:
    """Keeps the form's workbook; what is wrong with it comes back as rows, or stands at the form's field."""
    uploaded = form.cleaned_data["workbook"]
    try:
        keep(uploaded.name, uploaded.read())
    except FormRefused as refused:
        return [
            {"problem": problem, "reason": problem_text(problem)} for problem in refused.problems
        ]
    except FileRefused as refused:
        form.add_error("workbook", file_refusal_text(refused))
    except ChecklistRefused as refused:
        form.add_error("workbook", refusal_text(refused.code))
    return []
