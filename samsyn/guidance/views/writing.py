"""Writing: a document is begun, its facts are changed, its draft is read here and written in Wagtail."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.core.components.interface import Crumb
from samsyn.core.registry.interface import panels
from samsyn.guidance.access import get_document_to_write, get_draft_to_see, may_write
from samsyn.guidance.actions import change_document, make_document, open_draft, set_writers
from samsyn.guidance.clauses import draft_of
from samsyn.guidance.comparing import compared
from samsyn.guidance.drafting import faults_of
from samsyn.guidance.forms import DocumentForm, NewDocumentForm
from samsyn.guidance.links import told_links
from samsyn.guidance.models import GuidanceDocument
from samsyn.guidance.queries import saved_by, unanswered_comments
from samsyn.guidance.refusals import Refused
from samsyn.organisations.interface import MemberRequest, Permission, check, holders_of

_FACTS = (
    "title", "purpose", "area", "target_group", "working_group", "owner", "review_months",
    "members_only", "members_reason",
)  # fmt: skip


def new_document(request: MemberRequest) -> HttpResponse:
    """Begins a document."""
    check(request.actor, Permission.EDIT_PAGES)
    form = NewDocumentForm(
        request.POST or None, people=_people(request), initial={"owner": request.actor.person}
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        writers = list(given.pop("writers"))
        try:
            made = make_document(by=request.actor, **given)
        except Refused as refused:
            form.add_error("slug" if refused.code == "slug_taken" else None, refused.sentence)
        else:
            set_writers(by=request.actor, document=made, people=writers)
            return redirect("guidance:draft", made.slug)
    home = Crumb(_("Guidance"), reverse("guidance:list"))
    context = {
        "form": form,
        "heading": _("Begin new guidance"),
        "lead": _("You write it when it is begun, or bring in a Word document."),
        "button": _("Begin"),
        "cancel_url": reverse("guidance:list"),
        "breadcrumbs": [home, Crumb(_("Begin new guidance"))],
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


def facts(request: MemberRequest, slug: str) -> HttpResponse:
    """What stands about a document beside its text."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    check(request.actor, Permission.EDIT_PAGES)
    initial: dict[str, Any] = {name: getattr(document, name) for name in _FACTS}
    initial["writers"] = list(document.writers.all())
    form = DocumentForm(request.POST or None, people=_people(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        writers = list(given.pop("writers"))
        try:
            change_document(by=request.actor, document=document, values=given)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            set_writers(by=request.actor, document=document, people=writers)
            messages.success(request, _("Saved."))
            return redirect("guidance:draft", slug)
    context = {
        "form": form,
        "heading": _("Facts about the guidance"),
        "lead": document.title,
        "button": _("Save"),
        "cancel_url": reverse("guidance:draft", args=[slug]),
        "breadcrumbs": _way(document, _("Facts about the guidance")),
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


@require_safe
def draft(request: MemberRequest, slug: str) -> HttpResponse:
    """The draft as it is written, what it lacks, and what can be done with it."""
    document = get_draft_to_see(request.actor, request.collaboration, slug)
    clauses = draft_of(document)
    latest = document.editions.first()
    page = getattr(document, "draft_page", None)
    context = {
        "document": document,
        "comparison": compared(clauses, latest),
        "latest": latest,
        "faults": faults_of(clauses),
        "writes": may_write(request.actor, document),
        "edits": bool(request.actor.may(Permission.EDIT_PAGES)),
        "runs": bool(request.actor.may(Permission.RUN_COLLABORATION)),
        "referrals": document.referrals.exists(),
        "referral": document.referrals.filter(closed_at=None).first(),
        "unanswered": unanswered_comments(document).count(),
        "saved": saved_by(document)[:3],
        "broken_links": told_links(document),
        "attachments": list(document.attachments.select_related("stored")),
        "brought": document.word_imports.select_related("stored").first(),
        # What higher packages know of it, such as the decision in the plan behind it.
        "panels": [one for give in panels.providers() for one in give(document, request.actor)],
        "history": reverse("wagtailadmin_pages:history", args=[page.pk]) if page else "",
        "breadcrumbs": _way(document, _("Draft")),
    }
    return render(request, "guidance/draft.html", context)


@require_POST
def write(request: MemberRequest, slug: str) -> HttpResponse:
    """Opens the draft in Wagtail's editor."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    page = open_draft(by=request.actor, document=document)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _people(request: MemberRequest) -> Any:
    return holders_of(request.collaboration).order_by("name")


def _way(document: GuidanceDocument, here: str) -> list[Crumb]:
    return [
        Crumb(_("Guidance"), reverse("guidance:list")),
        Crumb(document.title, reverse("guidance:document", args=[document.slug])),
        Crumb(here),
    ]
