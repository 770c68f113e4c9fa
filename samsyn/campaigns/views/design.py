"""What the campaign can show with the objects that are planned, before it starts."""

from django.http import HttpResponse
from django.shortcuts import render

from samsyn.campaigns.access import get_campaign_of_members
from samsyn.campaigns.design import ExpectedForm, assessed_questions, design_of, figures_of
from samsyn.campaigns.progress import progress_of
from samsyn.campaigns.tabs import head_of
from samsyn.core.clock.interface import today
from samsyn.lib.design import EXPECTED_SHARE
from samsyn.organisations.interface import MemberRequest


def design(request: MemberRequest, slug: str) -> HttpResponse:
    """The smallest difference that would be seen, per office and for the county, and the false alarms to expect."""
    campaign = get_campaign_of_members(request.actor, request.collaboration, slug)
    usual = round(EXPECTED_SHARE * 100)
    asked = "andel" in request.GET
    form = ExpectedForm(request.GET if asked else None, initial={"andel": usual})
    right = asked and form.is_valid()
    expected = form.cleaned_data["andel"] / 100 if right else EXPECTED_SHARE
    progress = progress_of(campaign, today=today())
    found = design_of(campaign, progress, expected=expected)
    context = {
        **head_of(request, campaign, "offices"),
        "form": form,
        "questions": assessed_questions(campaign),
        "without_plan": [
            line.office.short_name
            for line in progress.offices
            if not line.planned and not (line.answer and line.answer.takes_part is False)
        ],
        **(figures_of(found) if found else {}),
    }
    return render(
        request, "campaigns/design.html", context, status=422 if asked and not right else 200
    )
