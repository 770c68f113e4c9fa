"""What the collaboration did in a year beside its plan's own figures, as plain values that can be frozen.

Campaigns, courses, guidance, exercises, key figures and questions: each count with what it is a count of. What a member
may not see on their own pages is not here either: below the smallest group only a number of answers is kept.
"""

from collections.abc import Iterable
from fractions import Fraction
from statistics import median
from typing import Any

from django.db.models import Count, Min

from samsyn.calibration.interface import RoundResult, exercises_of
from samsyn.calibration.interface import result_of as result_of_exercise
from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    county_table,
    picture_of,
    progress_of,
)
from samsyn.core.clock.interface import now, today
from samsyn.guidance.interface import Edition, Review, ReviewOutcome
from samsyn.indicators.interface import pictures_of, published_indicators
from samsyn.learning.interface import Attendance, Event, EventState, Registration, result_of
from samsyn.network.interface import Answer, Question
from samsyn.organisations.interface import Collaboration
from samsyn.planning.models import PlanItem, PlanYear

MAIN_RESULTS = 3
PLACES = 3  # of a frozen share: both databases keep the same digits
RUNNING = (
    CampaignState.OPEN, CampaignState.CLOSED, CampaignState.COMPILED, CampaignState.PUBLISHED,
)  # fmt: skip


def what_happened(plan_year: PlanYear, items: Iterable[PlanItem]) -> dict[str, Any]:
    """Everything of the year, part by part."""
    collaboration, year = plan_year.collaboration, plan_year.year
    return {
        "campaigns": _campaigns(collaboration, year, items),
        "events": _events(collaboration, year),
        "editions": _editions(collaboration, year),
        "reviews": _reviews(collaboration, year),
        "exercises": _exercises(collaboration, year),
        "indicators": _indicators(collaboration, year),
        "questions": _questions(collaboration, year),
    }


def _campaigns(
    collaboration: Collaboration, year: int, items: Iterable[PlanItem]
) -> list[dict[str, Any]]:
    """The campaigns of the plan, and those that ran in the year beside it."""
    found = {item.campaign.pk: item.campaign for item in items if item.campaign is not None}
    ran = Campaign.objects.filter(
        collaboration=collaboration,
        is_historical=False,
        starts__year__lte=year,
        ends__year__gte=year,
    )
    found |= {campaign.pk: campaign for campaign in ran}
    chosen = [one for one in found.values() if one.state in RUNNING and not one.is_historical]
    return [_campaign(one) for one in sorted(chosen, key=lambda one: (one.title, one.pk))]


def _campaign(campaign: Campaign) -> dict[str, Any]:
    progress, picture = progress_of(campaign, today=today()), picture_of(campaign)
    rows = [
        row
        for row in county_table(picture, protected=True).rows
        if not row.hidden and row.share is not None and row.share.denominator
    ]
    rows.sort(key=lambda row: Fraction(row.share.numerator, row.share.denominator), reverse=True)  # type: ignore[union-attr]
    return {
        "slug": campaign.slug,
        "title": campaign.title,
        "state": campaign.state,
        "offices": progress.taking_part,
        "asked": progress.asked,
        "done": progress.done,
        "planned": progress.planned,
        "minutes": picture.minutes if picture.minutes_reported else None,
        "minutes_reported": picture.minutes_reported,
        "is_example": campaign.is_example,
        "results": [
            [row.label, row.share.numerator, row.share.denominator]  # type: ignore[union-attr]
            for row in rows[:MAIN_RESULTS]
        ],
    }


def _events(collaboration: Collaboration, year: int) -> list[dict[str, Any]]:
    held = Event.objects.filter(
        collaboration=collaboration, state=EventState.OPEN, starts_at__year=year, ends_at__lt=now()
    ).order_by("starts_at", "pk")
    offices = _offices_at(held)
    rows = []
    for event in held.prefetch_related("evaluations", "follow_ups"):
        result = result_of(event)
        rows.append({
            "slug": event.slug,
            "title": event.title,
            "kind": event.kind,
            "day": event.starts_at.date().isoformat(),
            "hours": str(event.hours),
            "attended": result.attended,
            "offices": offices.get(event.pk, 0),
            "answered": result.answered,
            "overall": round(result.items[0].mean, PLACES) if result.shown else None,
            "smallest": result.smallest,
            "is_example": event.is_example,
        })  # fmt: skip
    return rows


def _offices_at(events: Iterable[Event]) -> dict[int, int]:
    seen = Registration.objects.filter(
        event__in=events, attendance=Attendance.ATTENDED, office__isnull=False
    )
    counted = seen.order_by().values("event_id").annotate(n=Count("office_id", distinct=True))
    return {row["event_id"]: row["n"] for row in counted}


def _editions(collaboration: Collaboration, year: int) -> list[dict[str, Any]]:
    found = Edition.objects.filter(
        document__collaboration=collaboration, in_force_from__year=year
    ).select_related("document")
    return [
        {
            "slug": edition.document.slug,
            "title": edition.title,
            "number": edition.number,
            "from": edition.in_force_from.isoformat(),
            "change": edition.change_summary,
            "is_example": edition.document.is_example,
        }
        for edition in found.order_by("in_force_from", "pk")
    ]


def _reviews(collaboration: Collaboration, year: int) -> dict[str, int]:
    """How many reviews came to each outcome."""
    found = Review.objects.filter(document__collaboration=collaboration, reviewed_on__year=year)
    outcomes = list(found.values_list("outcome", flat=True))
    return {code: outcomes.count(code) for code in ReviewOutcome.values}


def _exercises(collaboration: Collaboration, year: int) -> list[dict[str, Any]]:
    """Exercises with a round that was over in the year: agreement in the first round and in the last."""
    rows = []
    for exercise in exercises_of(collaboration):
        ended = [
            (one.closed_on or one.deadline).year for one in exercise.rounds.all() if one.is_over
        ]
        if year not in ended:
            continue
        result = result_of_exercise(exercise)
        before, after = result.first, result.last
        rows.append({
            "slug": exercise.slug,
            "title": exercise.title,
            "before": _agreement(before),
            "after": _agreement(after) if after is not before else None,
            "rises": result.change.rises if result.change else None,
            "is_example": exercise.is_example,
        })  # fmt: skip
    return rows


def _agreement(found: RoundResult | None) -> dict[str, Any] | None:
    """How many judged and how alike: `alike` is None below the smallest group or where nothing can be compared."""
    if found is None:
        return None
    value = found.measures.raw.value if found.is_shown and found.measures else None
    return {"n": found.n, "alike": None if value is None else round(value, PLACES)}


def _indicators(collaboration: Collaboration, year: int) -> list[dict[str, Any]]:
    """The county's mean of each own key figure for the year, or for the year before where this one is not published."""
    own = published_indicators(collaboration).filter(is_reference=False)
    rows = []
    for picture in pictures_of(own):
        lines = [line for line in picture.lines if line.has_mean and line.year in (year - 1, year)]
        if not lines or lines[-1].mean is None:
            continue
        rows.append({
            "key": picture.indicator.key,
            "name": picture.definition.name,
            "unit": picture.definition.unit,
            "year": lines[-1].year,
            "mean": str(picture.rounded(lines[-1].mean)),
            "n": lines[-1].n,
            "missing": len(lines[-1].missing),
            "is_example": picture.indicator.is_example,
        })  # fmt: skip
    return rows


def _questions(collaboration: Collaboration, year: int) -> dict[str, Any]:
    """Questions asked in the year, those answered by now, and the days to the first answer."""
    asked = Question.objects.filter(collaboration=collaboration, asked_at__year=year)
    first = asked.annotate(first=Min("answers__answered_at")).exclude(first=None)
    days = [(answered - made).days for made, answered in first.values_list("asked_at", "first")]
    agreed = Answer.objects.filter(question__collaboration=collaboration, agreed_at__year=year)
    return {
        "asked": asked.count(),
        "answered": len(days),
        "offices": asked.exclude(office=None).values("office").distinct().count(),
        "days": median(days) if days else None,
        "agreed": agreed.count(),
    }
