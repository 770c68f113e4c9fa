"""Referral: sent out, answered per clause by each office, compiled, and replied to."""

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.core.components.interface import Crumb
from samsyn.guidance.access import (
    get_comment_to_reply,
    get_document_to_see,
    get_document_to_write,
    get_office_to_adopt_for,
    get_referral_to_see,
)
from samsyn.guidance.actions import (
    answer_referral,
    close_referral,
    open_referral,
    reply_to_comment,
)
from samsyn.guidance.codes import ReplyKind
from samsyn.guidance.forms import OfficeAnswerForm, ReferralForm, ReplyForm
from samsyn.guidance.models import GuidanceDocument, OfficeAnswer, ReferredClause
from samsyn.guidance.referrals import referral_context
from samsyn.guidance.refusals import Refused
from samsyn.guidance.rules import Numbered, numbers_of
from samsyn.organisations.interface import MemberRequest, Permission, check


@require_safe
def referral(request: MemberRequest, slug: str) -> HttpResponse:
    """The draft as it was sent out, what the offices say of each clause, and the replies."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    found = get_referral_to_see(document, request.actor)
    context = {
        **referral_context(request.actor, found),
        "breadcrumbs": _way(document, _("Comments")),
    }
    return render(request, "guidance/referral.html", context)


def new_referral(request: MemberRequest, slug: str) -> HttpResponse:
    """Sends the draft out."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    check(request.actor, Permission.EDIT_PAGES)
    form = ReferralForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            open_referral(by=request.actor, document=document, **form.cleaned_data)
        except Refused as refused:
            form.add_error("closes" if refused.code == "day_passed" else None, refused.sentence)
        else:
            messages.success(request, _("The draft is out for comments, and the offices are told."))
            return redirect("guidance:referral", slug)
    context = {
        "form": form,
        "heading": _("Send the draft out for comments"),
        "lead": document.title,
        "button": _("Send out"),
        "cancel_url": reverse("guidance:draft", args=[slug]),
        "breadcrumbs": _way(document, _("Send the draft out for comments")),
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


@require_POST
def end_referral(request: MemberRequest, slug: str) -> HttpResponse:
    """Ends the time for comments."""
    document = get_document_to_write(request.actor, request.collaboration, slug)
    check(request.actor, Permission.EDIT_PAGES)
    close_referral(by=request.actor, referral=get_referral_to_see(document, request.actor))
    messages.success(request, _("The time for comments is over. Now reply to each comment."))
    return redirect("guidance:referral", slug)


def office_answer(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """One office's answer, clause by clause; saved as often as one wants, handed in when it stands for it."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    found = get_referral_to_see(document, request.actor)
    own = get_office_to_adopt_for(request.actor, office)
    stored = found.answers.filter(office=own).prefetch_related("comments").first()
    clauses = list(found.clauses.all())
    form = OfficeAnswerForm(request.POST or None, clauses=clauses, initial=_initial(stored))
    clash = False
    if request.method == "POST" and form.is_valid():
        hands_in = "hand_in" in request.POST
        try:
            answer_referral(
                by=request.actor, referral=found, office=own, comments=form.comments(),
                revision=form.cleaned_data["revision"], hand_in=hands_in,
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
            clash = refused.code == "answer_changed"
        else:
            messages.success(request, _("The answer is handed in.") if hands_in else _("Saved."))
            return redirect("guidance:referral" if hands_in else request.path, *([slug] if hands_in else []))  # fmt: skip
    if clash and stored is not None:
        form.data = {**form.data.dict(), "revision": str(stored.revision)}  # type: ignore[attr-defined]
    context = {
        "document": document,
        "referral": found,
        "office": own,
        "stored": stored,
        "form": form,
        "fields": _fields(form, clauses, stored if clash else None),
        "whole_of_colleague": _initial(stored).get("whole", "") if clash else "",
        "breadcrumbs": _way(document, _("The answer of %(office)s") % {"office": own.short_name}),
    }
    return render(
        request, "guidance/office_answer.html", context, status=422 if form.errors else 200
    )


def reply(request: MemberRequest, slug: str, pk: int) -> HttpResponse:
    """The reply to one comment."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    comment = get_comment_to_reply(request.actor, document, pk)
    initial = {"reply_kind": comment.reply_kind, "reply": comment.reply}
    form = ReplyForm(request.POST or None, initial=initial)
    back = f"{reverse('guidance:referral', args=[slug])}#synpunkt-{comment.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            reply_to_comment(
                by=request.actor, comment=comment,
                kind=ReplyKind(form.cleaned_data["reply_kind"]), reply=form.cleaned_data["reply"],
            )  # fmt: skip
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect(back)
    context = {
        "form": form,
        "heading": _("Reply to %(office)s") % {"office": comment.answer.office.short_name},
        "lead": comment.text,
        "button": _("Save the reply"),
        "cancel_url": back,
        "breadcrumbs": _way(document, _("Reply")),
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


def _initial(stored: OfficeAnswer | None) -> dict[str, str | int]:
    if stored is None:
        return {"revision": 0}
    found: dict[str, str | int] = {"revision": stored.revision}
    for comment in stored.comments.all():
        found["whole" if comment.clause_id is None else f"clause-{comment.clause_id}"] = (
            comment.text
        )
    return found


def _fields(
    form: OfficeAnswerForm, clauses: list[ReferredClause], stored: OfficeAnswer | None
) -> list[tuple[ReferredClause, Numbered, BoundField, str]]:
    """Each clause with its place, its field, and what a colleague has saved there when it is another text."""
    places = numbers_of([clause.chapter for clause in clauses])
    saved = _initial(stored) if stored else {}
    rows = []
    for clause, place in zip(clauses, places, strict=True):
        name = f"clause-{clause.pk}"
        theirs = str(saved.get(name, ""))
        rows.append((clause, place, form[name], "" if theirs == form[name].value() else theirs))
    return rows


def _way(document: GuidanceDocument, here: str) -> list[Crumb]:
    return [
        Crumb(_("Guidance"), reverse("guidance:list")),
        Crumb(document.title, reverse("guidance:document", args=[document.slug])),
        Crumb(here),
    ]
