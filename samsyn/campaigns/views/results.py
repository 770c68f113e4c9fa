"""The result of a campaign: the county for everyone, offices by name for those who may see them."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.campaigns.access import get_campaign_to_cut, get_campaign_to_see
from samsyn.campaigns.columns import columns_of
from samsyn.campaigns.comparison import compare_offices
from samsyn.campaigns.cutting import Cut, askable, cross, cut_out
from samsyn.campaigns.cutting_form import CutForm
from samsyn.campaigns.funnel_chart import funnel_chart
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import current_form, offices_asked, sees_as_member
from samsyn.campaigns.result import Picture, QuestionCounts, picture_of
from samsyn.campaigns.result_tables import county_table, office_table, own_table
from samsyn.campaigns.rules import sees_named_offices, sees_result
from samsyn.campaigns.tabs import head_of
from samsyn.campaigns.totals import totals_of
from samsyn.core.charts.interface import Chart
from samsyn.organisations.interface import MemberRequest, Office, public, swedish_order


@public
def result(request: HttpRequest, slug: str) -> HttpResponse:
    """UA, A, EK and EA per question, with n, share and coverage."""
    actor = request.actor or None  # type: ignore[attr-defined]
    campaign = get_campaign_to_see(actor, request.collaboration, slug)  # type: ignore[attr-defined]
    context = head_of(request, campaign, "result")
    runs = bool(context["runs"])
    if campaign.is_historical or not sees_result(
        campaign.state, runs_campaign=runs, is_member=sees_as_member(actor)
    ):
        raise Http404
    picture = picture_of(campaign)
    named = sees_named_offices(
        campaign.state, campaign.named_results, runs_campaign=runs, is_member=sees_as_member(actor)
    )
    context |= {
        "picture": picture,
        "table": county_table(picture, protected=not runs),
        "named": named,
        "totals_objects": sum(picture.totals_by_office.values()),
        "totals_offices": _names(campaign, picture.totals_by_office) if named else "",
        "own": own_table(campaign, picture, context["my_offices"]),
        **_chosen(request, campaign, picture, named=named, protected=not runs),
    }
    return render(request, "campaigns/result.html", context)


def crosstab(request: MemberRequest, slug: str) -> HttpResponse:
    """The result of chosen objects, and two questions against each other, for those who run the campaign."""
    campaign = get_campaign_to_cut(request.actor, request.collaboration, slug)
    form_now = current_form(campaign)
    questions = (
        askable(column for column in columns_of(form_now.columns) if column.codes)
        if form_now
        else {}
    )
    form = CutForm(
        request.GET or None,
        campaign=campaign,
        offices=offices_asked(campaign),
        questions=[(name, label) for name, (label, _answers) in questions.items()],
    )
    asked = form.cut() if form.is_bound and form.is_valid() else Cut()
    cut = cut_out(campaign, asked)
    table = None
    if form.is_bound and form.is_valid():
        table = cross(cut, form.cleaned_data["fraga"], form.cleaned_data["mot"])
    context = {
        **head_of(request, campaign, "result"),
        "form": form,
        "cut": cut,
        "is_cut": asked != Cut(),
        "cross": table,
        "table": county_table(cut.picture, protected=False),
        "has_totals": totals_of(campaign).exists(),
    }
    return render(request, "campaigns/crosstab.html", context, status=422 if form.errors else 200)


def _chosen(
    request: HttpRequest, campaign: Campaign, picture: Picture, *, named: bool, protected: bool
) -> dict[str, object]:
    """One question looked at office by office, when the reader may see offices by name."""
    if not named or not picture.assessed:
        return {}
    question = _question(picture, request.GET.get("fraga", ""))
    offices = {office.pk: office for office in offices_asked(campaign)}
    return {
        "question": question,
        "office_rows": office_table(question, offices, protected=protected),
        "comparison": None if protected else compare_offices(question, offices),
        "funnel": None if protected else _funnel(question, offices),
        "question_choices": [(one.column.name, _label(one)) for one in picture.assessed],
    }


def _funnel(question: QuestionCounts, offices: Mapping[int, Office]) -> Chart | None:
    own = question.shares_by_office()
    named = {offices[pk].short_name: share for pk, share in own.items() if pk in offices}
    return funnel_chart(named, county=question.share)


def _names(campaign: Campaign, offices: Mapping[int, int]) -> str:
    names = [office.short_name for office in offices_asked(campaign) if office.pk in offices]
    return ", ".join(sorted(names, key=swedish_order))


def _question(picture: Picture, name: str) -> QuestionCounts:
    """The question asked for, else the one with most deviations."""
    for question in picture.assessed:
        if question.column.name == name:
            return question
    return max(picture.assessed, key=lambda one: one.share.numerator)


def _label(question: QuestionCounts) -> str:
    number = question.column.number
    return f"{number} {question.column.label}" if number else question.column.label or _("Question")
