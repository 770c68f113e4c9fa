"""What the platform's own data say of the six parts of equal supervision: codes and numbers, no words, no office by name.

Only what visitors may see already: published campaigns, released key figures, exercises with at least five answers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from samsyn.calibration.interface import Exercise, exercises_of, result_of
from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    campaigns_seen_by,
    county_table,
    handling_of,
    picture_of,
    progress_of,
)
from samsyn.core.clock.interface import today
from samsyn.equality.ratios import ratios_of
from samsyn.indicators.interface import Comparability, pictures_of, published_indicators
from samsyn.learning.interface import offices_per_area
from samsyn.lib.funnel import Place, conclude, false_alarms
from samsyn.lib.rates import Share
from samsyn.organisations.interface import Collaboration, Office, offices_of

Json = dict[str, Any]
# Of fewer objects nothing is told: somebody could be recognised, and nothing could be concluded.
FEWEST = 5
FEE_KEY = "timtaxa"


def gather(collaboration: Collaboration) -> Json:
    """All six parts, as they are today."""
    known = _carried_out(collaboration)
    campaigns = [one for one in known if one.state == CampaignState.PUBLISHED]
    offices = offices_of(collaboration, kind=Office.Kind.ENVIRONMENTAL_OFFICE)
    return {
        "fees": _fees(collaboration),
        "planned": [_planned(one) for one in known],
        "competence": _competence(collaboration, offices),
        "assessment": _assessment(campaigns),
        "agreement": [row for one in exercises_of(collaboration) if (row := _agreement(one))],
        "handling": [row for one in campaigns if (row := _handling(one))],
        "ratios": ratios_of(collaboration),
        "is_example": any(one.is_example for one in known),
    }


def _carried_out(collaboration: Collaboration) -> list[Campaign]:
    """Campaigns that visitors know of; of those before Samsyn only totals are known, office by office nothing."""
    seen = campaigns_seen_by(None, collaboration).order_by("starts", "pk")
    own = [one for one in seen if one.collaboration_id == collaboration.pk]
    return [one for one in own if not one.is_historical]


def _fees(collaboration: Collaboration) -> list[Json]:
    own = published_indicators(collaboration).filter(is_reference=False, key__contains=FEE_KEY)
    rows = []
    for one in pictures_of(own):
        line = one.last_line
        if line is None or not line.n:
            continue
        values = [
            figure.value
            for (_area, year), figure in one.figures.items()
            if year == line.year and figure.value is not None
        ]
        free = one.rule == Comparability.FREE and len(values) > 1
        rows.append(
            {
                "name": one.definition.name,
                "key": one.indicator.key,
                "unit": one.definition.unit,
                "year": line.year,
                "n": line.n,
                "low": str(one.rounded(min(values))) if free else None,
                "high": str(one.rounded(max(values))) if free else None,
            }
        )
    return rows


def _planned(campaign: Campaign) -> Json:
    progress = progress_of(campaign, today=today())
    with_plan = [
        line for line in progress.offices if line.answer and line.answer.takes_part and line.planned
    ]
    return {
        "title": campaign.title,
        "slug": campaign.slug,
        "asked": progress.asked,
        "taking_part": progress.taking_part,
        "planned": progress.planned,
        "done": progress.done,
        "is_over": campaign.state in {CampaignState.COMPILED, CampaignState.PUBLISHED},
        "with_plan": len(with_plan),
        "reached": sum(line.done >= line.planned for line in with_plan),
    }


def _competence(collaboration: Collaboration, offices: list[Office]) -> Json:
    without = offices_per_area(collaboration, offices)
    return {
        "offices": len(offices),
        "areas": [{"area": area, "without": len(lacking)} for area, lacking in without.items()],
    }


def _assessment(campaigns: Iterable[Campaign]) -> Json:
    """Every assessed question of every campaign: what the offices' spread is compared with chance."""
    rows: list[Json] = []
    compared: list[tuple[float, list[int]]] = []
    outside = 0
    for campaign in campaigns:
        picture = picture_of(campaign)
        told = {row.key: row.assessed for row in county_table(picture, protected=True).rows}
        for question in picture.assessed:
            shares = {str(pk): share for pk, share in question.shares_by_office().items()}
            conclusion = conclude(shares)
            sizes = [share.denominator for share in shares.values() if share.denominator]
            if conclusion.county.value is not None and len(sizes) > 1:
                compared.append((float(conclusion.county.value), sizes))
                outside += len(conclusion.offices(Place.OUTSIDE_95, Place.OUTSIDE_998))
            rows.append(
                {
                    "campaign": campaign.title,
                    "slug": campaign.slug,
                    "number": question.column.number,
                    "question": question.column.label,
                    "n": told.get(question.column.name),
                    "offices": len(sizes),
                    "code": conclusion.code.value,
                }
            )
    alarms = false_alarms(compared)
    return {
        "rows": rows,
        "by_code": dict(Counter(row["code"] for row in rows)),
        "comparisons": alarms.comparisons,
        "expected": round(alarms.expected, 1),
        "outside": outside,
    }


def _agreement(exercise: Exercise) -> Json | None:
    result = result_of(exercise)
    last = next((one for one in reversed(result.rounds) if one.measures), None)
    if last is None or last.measures is None or last.measures.ac.value is None:
        return None
    return {
        "title": exercise.title,
        "n": last.n,
        "questions": last.measured,
        "raw": last.measures.raw.value,
        "ac": last.measures.ac.value,
        "is_example": exercise.is_example,
    }


def _handling(campaign: Campaign) -> Json | None:
    """What was done where a deviation was found; None while too few objects had one."""
    found = handling_of(campaign)
    deviating = sum(one.deviating for one in found)
    if deviating < FEWEST:
        return None
    by_measure: Counter[str] = Counter()
    for one in found:
        by_measure.update(one.by_measure)
    shares: Mapping[str, Share] = {
        str(one.office_id): Share(one.formal, one.deviating - one.formal) for one in found
    }
    return {
        "title": campaign.title,
        "slug": campaign.slug,
        "deviating": deviating,
        "offices": sum(one.deviating > 0 for one in found),
        "by_measure": {code: _protected(n) for code, n in by_measure.items()},
        "code": conclude(shares).code.value,
    }


def _protected(number: int) -> int | None:
    """A number that may be told; fewer than five (but not none) may not."""
    return number if number == 0 or number >= FEWEST else None
