"""Totals of an office that cannot report each object."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samsyn.campaigns.access import get_campaign_to_report_in
from samsyn.campaigns.actions.totals import report_totals, withdraw_totals
from samsyn.campaigns.forms import WithdrawForm
from samsyn.campaigns.messages import refusal_text
from samsyn.campaigns.models import Campaign, OfficeTotals
from samsyn.campaigns.queries import current_form, participation_by_office, tallies_of
from samsyn.campaigns.refusals import Refused
from samsyn.campaigns.rules import may_report
from samsyn.campaigns.tabs import head_of
from samsyn.campaigns.totals import asked_of_offices, disagreements
from samsyn.campaigns.totals_form import TotalsForm, initial_of
from samsyn.core.audit.interface import history
from samsyn.organisations.interface import MemberRequest, Office


def totals(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """The office's totals: what stands, whether it adds up, and the form to report or correct them."""
    campaign, own = get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    form_of_campaign = current_form(campaign)
    if form_of_campaign is None or campaign.is_historical:
        raise Http404
    stored = _stored(campaign, own)
    columns = asked_of_offices(form_of_campaign)
    form = TotalsForm(request.POST or None, columns=columns, initial=initial_of(stored, columns))
    if request.method == "POST" and form.is_valid():
        try:
            saved = report_totals(
                by=request.actor,
                campaign=campaign,
                office=own,
                form=form_of_campaign,
                values=form.totals(),
            )
        except Refused as refused:
            form.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _said(saved))
            return redirect("campaigns:totals", slug, office)
    return _page(request, campaign, own, form=form, stored=stored)


@require_POST
def totals_withdraw(request: MemberRequest, slug: str, office: str) -> HttpResponse:
    """Takes the totals out of the result."""
    campaign, own = get_campaign_to_report_in(request.actor, request.collaboration, slug, office)
    stored, form_of_campaign = _stored(campaign, own), current_form(campaign)
    if stored is None or form_of_campaign is None:
        raise Http404
    reason = WithdrawForm(request.POST)
    if reason.is_valid():
        try:
            withdraw_totals(by=request.actor, totals=stored, reason=reason.cleaned_data["reason"])
        except Refused as refused:
            reason.add_error(None, refusal_text(refused))
        else:
            messages.success(request, _("The totals are withdrawn and no longer count."))
            return redirect("campaigns:totals", slug, office)
    columns = asked_of_offices(form_of_campaign)
    form = TotalsForm(None, columns=columns, initial=initial_of(stored, columns))
    return _page(request, campaign, own, form=form, stored=stored, reason=reason)


def _page(
    request: MemberRequest,
    campaign: Campaign,
    office: Office,
    *,
    form: TotalsForm,
    stored: OfficeTotals | None,
    reason: WithdrawForm | None = None,
) -> HttpResponse:
    answer = participation_by_office(campaign).get(office.pk)
    reporting = may_report(campaign.state, takes_part=answer.takes_part if answer else None)
    why_not = "totals_in_field_test" if reporting.is_field_test else reporting.code
    one_by_one = sum(tally.submissions for tally in tallies_of(campaign, [office.pk]))
    context = {
        **head_of(request, campaign, "offices"),
        "office": office,
        "form": form,
        "tables": [(codes, list(form.rows(columns))) for codes, columns in form.tables()],
        "stored": stored if stored and stored.objects_inspected else None,
        "was_withdrawn": bool(stored and not stored.objects_inspected),
        "wrong": disagreements(stored) if stored else [],
        "why_not": refusal_text(Refused(why_not)) if why_not else "",
        "one_by_one": one_by_one,
        "reason": reason or WithdrawForm(),
        "history": history(stored) if stored else [],
    }
    failed = form.errors or (reason and reason.errors)
    return render(request, "campaigns/totals.html", context, status=422 if failed else 200)


def _stored(campaign: Campaign, office: Office) -> OfficeTotals | None:
    return (
        OfficeTotals.objects.select_related("form", "reported_by")
        .filter(campaign=campaign, office=office)
        .first()
    )


def _said(saved: OfficeTotals) -> str:
    wrong = len(disagreements(saved))
    if not wrong:
        return _("Saved. All questions add up.")
    return ngettext(
        "Saved. %(n)d question has fewer answers than objects; see below.",
        "Saved. %(n)d questions have fewer answers than objects; see below.",
        wrong,
    ) % {"n": wrong}
