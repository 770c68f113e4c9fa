"""A campaign's comparison of offices: all questions, and one of them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.campaigns.interface import offices_asked
from samsyn.equality.access import Seen, get_comparison_to_see
from samsyn.equality.figures import (
    chart_of,
    county_is_seen,
    county_of,
    is_measure,
    label_of,
    office_lines,
    said_of,
    taken_table,
)
from samsyn.equality.sentences import conclusion_of, together_of
from samsyn.organisations.interface import SamsynRequest, public


@public
def campaign(request: SamsynRequest, slug: str) -> HttpResponse:
    """All questions in the checklist's order: the county's share and what can be concluded."""
    seen = get_comparison_to_see(request.actor or None, request.collaboration, slug)
    context: dict[str, object] = {"seen": seen, "campaign": seen.campaign}
    if seen.comparison:
        content = seen.comparison.content
        context |= {
            "together": together_of(content),
            "lines": _lines(content["questions"], seen),
        }
        if measures := content.get("measures"):
            context |= {
                "measures_together": together_of(measures),
                "measure_lines": _lines(measures["questions"], seen),
            }
    return render(request, "equality/campaign.html", context)


@public
def question(request: SamsynRequest, slug: str, question: str) -> HttpResponse:
    """One question: the county's share, the funnel, each office with interval and estimate, and the spread."""
    seen = get_comparison_to_see(request.actor or None, request.collaboration, slug)
    one = _question(seen, question)
    if not county_is_seen(one, protected=not seen.runs):
        raise Http404(_("The question is built on too few objects to be shown."))
    context: dict[str, object] = {
        "seen": seen,
        "campaign": seen.campaign,
        "label": label_of(one),
        "made_at": seen.comparison.made_at if seen.comparison else None,
        "county_label": _("The county's share of objects with a deviation")
        if is_measure(one)
        else _("The county's share with deviation"),
        "counted": _("Objects with the measure") if is_measure(one) else _("With deviation"),
        **said_of(one),
    }
    if seen.named:
        names = {office.pk: office.short_name for office in offices_asked(seen.campaign)}
        context["offices"] = office_lines(one, names, protected=not seen.runs)
        context["chart"] = chart_of(one, names, protected=not seen.runs)
        context["taken"] = taken_table(one, names, protected=not seen.runs)
    return render(request, "equality/question.html", context)


def _lines(questions: list[dict[str, Any]], seen: Seen) -> list[tuple[object, str, str, str]]:
    return [(one, label_of(one), *_said(one, seen)[:2]) for one in questions]


def _said(one: dict[str, Any], seen: Seen) -> tuple[str, str, str]:
    """The county's share and the conclusion, as much as the reader may see."""
    if not county_is_seen(one, protected=not seen.runs):
        return _("too few to show"), "", ""
    return county_of(one), *conclusion_of(one)


def _question(seen: Seen, name: str) -> dict[str, Any]:
    content = seen.comparison.content if seen.comparison else {"questions": []}
    for one in [*content["questions"], *content.get("measures", {}).get("questions", [])]:
        if one["name"] == name:
            found: dict[str, Any] = one
            return found
    raise Http404(_("The campaign has no such question to compare."))
