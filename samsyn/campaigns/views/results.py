"""The result of a campaign: the county for everyone, offices by name for those who may see them."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.campaigns.access import get_campaign_to_see
from samsyn.campaigns.comparison import compare_offices
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import offices_asked, sees_as_member
from samsyn.campaigns.result import Picture, QuestionCounts, picture_of
from samsyn.campaigns.result_tables import county_table, office_table, own_table
from samsyn.campaigns.rules import sees_named_offices, sees_result
from samsyn.campaigns.tabs import head_of
from samsyn.organisations.interface import public, swedish_order


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
        "question_choices": [(one.column.name, _label(one)) for one in picture.assessed],
    }


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
