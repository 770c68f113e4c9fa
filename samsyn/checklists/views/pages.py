"""Reading: the list, one checklist with its revision log, one version, two versions side by side."""

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.checklists.access import (
    get_checklist_to_see,
    get_checklists_to_see,
    get_version_to_see,
    may_publish,
)
from samsyn.checklists.changes import logged_rows, rows_of
from samsyn.checklists.models import ChecklistVersion
from samsyn.checklists.queries import changes_of, definition_of, local_questions_of, versions_of
from samsyn.checklists.reading import read_form
from samsyn.checklists.rules import DRAFT_WORD
from samsyn.lib.xform import compare_forms
from samsyn.organisations.interface import MemberRequest, Permission

State = ChecklistVersion.State


def list(request: MemberRequest) -> HttpResponse:  # noqa: A001  # one stem: the page, its name and its template
    """All checklists of the collaboration, each with its newest version."""
    publishes = may_publish(request.actor, request.collaboration)
    rows = [
        {"checklist": one, **_standing(one.versions.all(), publishes=publishes)}
        for one in get_checklists_to_see(request.actor, request.collaboration)
    ]
    return render(request, "checklists/list.html", {"rows": rows, "publishes": publishes})


def checklist(request: MemberRequest, slug: str) -> HttpResponse:
    """What the checklist is for, its versions, and what each of them changed."""
    found = get_checklist_to_see(request.actor, request.collaboration, slug)
    publishes = may_publish(request.actor, request.collaboration)
    versions = [
        one
        for one in versions_of(found).defer("definition")
        if publishes or one.state != State.DRAFT
    ]
    log = [*changes_of(found)]
    changes: dict[int, Sequence[object]] = {
        one.pk: logged_rows(change for change in log if change.version_id == one.pk)
        for one in versions
    }
    context = {
        "checklist": found,
        "publishes": publishes,
        "versions": [{"version": one, "rows": changes[one.pk]} for one in versions],
        **_standing(versions, publishes=publishes),
        "can_compare": len(versions) > 1,
    }
    return render(request, "checklists/checklist.html", context)


def version(request: MemberRequest, slug: str, version: str) -> HttpResponse:
    """The whole version as it will be asked."""
    found = get_version_to_see(request.actor, request.collaboration, slug, version)
    offices = request.actor.offices_where(Permission.PLAN_FOR_OFFICE)
    form = definition_of(found)
    context = {
        "checklist": found.checklist,
        "version": found,
        "word": version,
        "sections": read_form(form),
        "count": len(form.questions),
        "publishes": may_publish(request.actor, request.collaboration),
        "offices": [
            {"office": office, "local": local_questions_of(found, office)} for office in offices
        ]
        if found.state == State.PUBLISHED
        else [],
    }
    return render(request, "checklists/version.html", context)


def compare(request: MemberRequest, slug: str) -> HttpResponse:
    """What differs between two versions; without a choice, the newest two."""
    found = get_checklist_to_see(request.actor, request.collaboration, slug)
    publishes = may_publish(request.actor, request.collaboration)
    words = [
        word_of(one)
        for one in versions_of(found).defer("definition")
        if publishes or one.state != State.DRAFT
    ]
    if not words:
        raise Http404
    new = request.GET.get("till") or words[0]
    old = request.GET.get("fran") or (words[1] if len(words) > 1 else words[0])
    one, two = (
        get_version_to_see(request.actor, request.collaboration, slug, word) for word in (old, new)
    )
    context = {
        "checklist": found,
        "choices": [(word, _("Draft") if word == DRAFT_WORD else word) for word in words],
        "old": old,
        "new": new,
        "rows": rows_of(compare_forms(definition_of(one), definition_of(two))),
    }
    return render(request, "checklists/compare.html", context)


def word_of(version: ChecklistVersion) -> str:
    """The version's word in addresses."""
    return DRAFT_WORD if version.number is None else str(version.number)


def _standing(
    versions: Iterable[ChecklistVersion], *, publishes: bool
) -> dict[str, ChecklistVersion | None]:
    """The newest published version, and the draft for those who publish."""
    shown = [one for one in versions if publishes or one.state != State.DRAFT]
    return {
        "newest": next((one for one in shown if one.state == State.PUBLISHED), None),
        "draft": next((one for one in shown if one.state == State.DRAFT), None),
    }
