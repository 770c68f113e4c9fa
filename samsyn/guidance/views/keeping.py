"""Keeping guidance: reading receipts, reviews, the boards' adoption, publishing and ending."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.core.clock.interface import today
from samsyn.core.components.interface import Crumb
from samsyn.core.decisions.interface import DecisionRef
from samsyn.guidance.access import (
    get_document_to_publish,
    get_document_to_review,
    get_document_to_see,
    get_office_to_adopt_for,
    offices_read_by,
)
from samsyn.guidance.actions import (
    confirm_read,
    end_document,
    publish_edition,
    review_document,
    set_adoption,
)
from samsyn.guidance.codes import AdoptionState, DocumentState, ReviewOutcome
from samsyn.guidance.forms import AdoptionForm, EndForm, PublishForm, ReviewForm
from samsyn.guidance.misses import KEPT_DAYS, misses_of
from samsyn.guidance.models import GuidanceDocument
from samsyn.guidance.overview import adoption_table, readers_table, review_rows
from samsyn.guidance.queries import documents_seen_by
from samsyn.guidance.refusals import Refused
from samsyn.guidance.rules import next_numbers
from samsyn.organisations.interface import MemberRequest, Permission, check


@require_POST
def read(request: MemberRequest, slug: str) -> HttpResponse:
    """She confirms that she has read the edition in force."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    edition = document.editions.filter(in_force_from__lte=today()).first()
    if edition is None or document.state != DocumentState.IN_FORCE:
        raise Http404
    check(request.actor, Permission.SEE_MEMBER_PAGES)
    confirm_read(by=request.actor, edition=edition)
    messages.success(request, _("Thank you. It is noted that you have read the edition."))
    return redirect("guidance:document", slug)


def readers(request: MemberRequest, slug: str) -> HttpResponse:
    """Who has read the edition in force: a manager sees her own office, the coordinator all."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    offices = offices_read_by(request.actor)
    if not offices:
        check(request.actor, Permission.PLAN_FOR_OFFICE)
    context = {
        "document": document,
        "table": readers_table(document, offices),
        "breadcrumbs": _way(document, _("Who has read it")),
    }
    return render(request, "guidance/readers.html", context)


def review(request: MemberRequest, slug: str) -> HttpResponse:
    """The review of a document."""
    document = get_document_to_review(request.actor, request.collaboration, slug)

    def act(form: forms.Form) -> None:
        given = form.cleaned_data
        review_document(
            by=request.actor, document=document,
            outcome=ReviewOutcome(given["outcome"]), reason=given["reason"],
        )  # fmt: skip

    form = ReviewForm(request.POST or None)
    return _act_page(request, document, form, act, heading=_("Review the guidance"))


def adoption(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """What an office's board has decided about a document."""
    document = get_document_to_see(request.actor, request.collaboration, slug)
    found = get_office_to_adopt_for(request.actor, office)
    row = document.adoptions.filter(office=found).first()
    initial = (
        {"state": row.state, "date": row.date, "paragraph": row.paragraph, "deviation": row.deviation}
        if row
        else {}
    )  # fmt: skip

    def act(form: forms.Form) -> None:
        given = dict(form.cleaned_data)
        set_adoption(
            by=request.actor, document=document, office=found,
            state=AdoptionState(given.pop("state")), **given,
        )  # fmt: skip

    form = AdoptionForm(request.POST or None, initial=initial)
    heading = _("The board's decision: %(office)s") % {"office": found.short_name}
    return _act_page(request, document, form, act, heading=heading)


def publish(request: MemberRequest, slug: str) -> HttpResponse:
    """Publishes the draft as an edition, on a decision."""
    document = get_document_to_publish(request.actor, request.collaboration, slug)
    latest = document.editions.first()
    small, _large = next_numbers(latest.number if latest else None)

    def act(form: forms.Form) -> None:
        given = dict(form.cleaned_data)
        decision = DecisionRef(given.pop("body"), given.pop("date"), given.pop("paragraph"))
        publish_edition(by=request.actor, document=document, decision=decision, **given)

    initial = {"number": small, "in_force_from": today()}
    form = PublishForm(request.POST or None, initial=initial)
    return _act_page(request, document, form, act, heading=_("Publish an edition"))


def end(request: MemberRequest, slug: str) -> HttpResponse:
    """Withdraws a document or says what replaces it."""
    document = get_document_to_publish(request.actor, request.collaboration, slug)
    others = documents_seen_by(request.actor, request.collaboration).filter(
        state=DocumentState.IN_FORCE
    )

    def act(form: forms.Form) -> None:
        given = form.cleaned_data
        end_document(
            by=request.actor, document=document,
            reason=given["reason"], replaced_by=given["replaced_by"],
        )  # fmt: skip

    form = EndForm(request.POST or None, others=others.exclude(pk=document.pk))
    return _act_page(request, document, form, act, heading=_("Replace or withdraw"))


def reviews(request: MemberRequest) -> HttpResponse:
    """The yearly overview: what is to be reviewed, by whom and when, the most overdue first."""
    check(request.actor, Permission.SEE_MEMBER_PAGES)
    context = {
        "rows": review_rows(request.collaboration),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("Reviews")),
        ],
    }
    return render(request, "guidance/reviews.html", context)


def misses(request: MemberRequest) -> HttpResponse:
    """What people have searched for in vain, for the coordinator."""
    check(request.actor, Permission.RUN_COLLABORATION)
    context = {
        "misses": misses_of(request.collaboration),
        "kept": KEPT_DAYS,
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("Searches without a hit")),
        ],
    }
    return render(request, "guidance/misses.html", context)


def adoptions(request: MemberRequest) -> HttpResponse:
    """The county overview: which boards have adopted what."""
    check(request.actor, Permission.SEE_MEMBER_PAGES)
    context = {
        "table": adoption_table(request.actor),
        "breadcrumbs": [
            Crumb(_("Guidance"), reverse("guidance:list")),
            Crumb(_("Adoption by the boards")),
        ],
    }
    return render(request, "guidance/adoptions.html", context)


def _act_page(
    request: MemberRequest,
    document: GuidanceDocument,
    form: forms.Form,
    act: Callable[[forms.Form], None],
    *,
    heading: str,
) -> HttpResponse:
    """One form, one act: what the rules refuse is said above the form, and what was typed stays."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form)
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            messages.success(request, _("Saved."))
            return redirect("guidance:document", document.slug)
    context = {
        "form": form,
        "heading": heading,
        "lead": document.title,
        "button": _("Save"),
        "cancel_url": reverse("guidance:document", args=[document.slug]),
        "breadcrumbs": _way(document, heading),
    }
    return render(request, "guidance/form_page.html", context, status=422 if form.errors else 200)


def _way(document: GuidanceDocument, here: str) -> list[Crumb]:
    return [
        Crumb(_("Guidance"), reverse("guidance:list")),
        Crumb(document.title, reverse("guidance:document", args=[document.slug])),
        Crumb(here),
    ]
