"""All comparisons of a campaign from its counts, as plain values that can be kept: numbers per office, never per officer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from samsyn.campaigns.interface import Picture, QuestionCells
from samsyn.lib.discovery import believed, p_value
from samsyn.lib.funnel import Code, Place, conclude
from samsyn.lib.overdispersion import over_dispersion, wider_limits
from samsyn.lib.rates import Share
from samsyn.lib.shrinkage import fit_prior, shrink_each
from samsyn.lib.suppression import protect_answers_each

Numbers = dict[str, Any]
METHOD = "3"  # raised when the values below change meaning, so that all is worked out again
UNCOMPARED = (Code.NOTHING_ASSESSED, Code.ONE_OFFICE, Code.ALL_ALIKE)
OUTSIDE = (Place.OUTSIDE_95, Place.OUTSIDE_998)
COUNTY = 0  # stands among the office ids that may be shown


def version_of(picture: Picture, k: int) -> str:
    """A name for exactly these counts, this smallest group and this method."""
    found = sha256(f"{METHOD} {k}".encode())
    for question in picture.questions:
        found.update(repr((question.column.name, question.groups)).encode())
        found.update(np.ascontiguousarray(question.table).tobytes())
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: a question, a measure or a key figure, with each office's share."""

    name: str
    number: str
    label: str
    shares: Mapping[int, Share]


def compare(picture: Picture, *, k: int) -> Numbers:
    """Every assessed question, in the checklist's order."""
    return compare_each(
        [
            Compared(
                question.column.name,
                question.column.number,
                question.column.label,
                question.shares_by_office(),
            )
            for question in picture.assessed
        ],
        k=k,
    )


def compare_measures(cells: Iterable[QuestionCells], *, k: int) -> Numbers:
    """Each measure: of the objects where a deviation was found, the share that got it. Labels are told when shown."""
    found = []
    for one in cells:
        numbers: dict[int, list[int]] = {}
        for cell, took, objects in zip(one.cells, one.deviating, one.assessed, strict=True):
            own = numbers.setdefault(cell.office, [0, 0])
            own[0] += int(took)
            own[1] += int(objects)
        shares = {pk: Share(took, objects - took) for pk, (took, objects) in numbers.items()}
        found.append(Compared(one.question, "", "", shares))
    return compare_each(found, k=k)


def compare_each(asked: Sequence[Compared], *, k: int, protect: bool = True) -> Numbers:
    """For each the comparison and what may be shown of it to those who do not run the campaign, and what stands over
    all comparisons together. What is published as it is (`protect` False) is shown whole.
    """
    shares = [one.shares for one in asked]
    seen = shown_of(shares, k) if protect else [{COUNTY, *own} for own in shares]
    questions = [_question(one, shown) for one, shown in zip(asked, seen, strict=True)]
    _mark_believed(questions, shares)
    compared = [one for one in questions if one["code"] not in UNCOMPARED]
    return {
        "questions": questions,
        "comparisons": sum(one["assessed"] for one in compared),
        "expected": sum(one["expected"] for one in compared),
        "outside": sum(one["outside"] for one in questions),
    }


def share_from(numbers: Sequence[int]) -> Share:
    """A kept share: A, UA, EK, EA."""
    return Share(*numbers)


def _question(asked: Compared, shown: set[int]) -> Numbers:
    own = asked.shares
    found = conclude({str(pk): share for pk, share in own.items()})
    rate = float(found.county.value or 0)
    spread = over_dispersion(own.values())
    return {
        "name": asked.name,
        "number": asked.number,
        "label": asked.label,
        "code": found.code,
        "rate": rate,
        "county": _plain(found.county),
        "offices": {str(pk): _plain(share) for pk, share in own.items()},
        "shown": sorted(shown),
        "assessed": sum(1 for share in own.values() if share.denominator),
        "expected": found.alarms.expected,
        "outside": sum(1 for point in found.points if point.place in OUTSIDE),
        "chance": found.chance,
        "typical_n": found.typical_n,
        "visible": found.visible_difference,
        "tau": spread.tau if spread else None,
        "outside_wider": _outside_wider(own, rate, spread.tau) if spread else None,
        "estimates": _estimates(own),
    }


def _estimates(own: Mapping[int, Share]) -> dict[str, list[float]]:
    """Each office's share weighed with all the others': value, and the ends of its interval."""
    prior = fit_prior(list(own.values()))
    if prior is None:
        return {}
    return {
        str(pk): [round(x, 4) for x in (one.value, one.interval.low, one.interval.high)]
        for pk, one in zip(own, shrink_each(list(own.values()), prior), strict=True)
    }


def _outside_wider(own: Mapping[int, Share], rate: float, tau: float) -> int:
    """How many offices lie outside when the spread that all offices have is counted in (additive model)."""
    return sum(
        wider_limits(rate, share.denominator, tau).passed_by(share.numerator)
        for share in own.values()
        if share.denominator
    )


def _plain(share: Share) -> list[int]:
    return [share.deviating, share.compliant, share.not_checked, share.not_applicable]


def shown_of(shares: Sequence[Mapping[int, Share]], k: int) -> list[set[int]]:
    """For each question whose share others may see: the same marks as the campaign's own tables."""
    tables = [
        [[s.compliant, s.deviating, s.not_checked, s.not_applicable] for s in own.values()]
        for own in shares
        if own
    ]
    marks = iter(protect_answers_each(tables, k))
    return [
        {pk for pk, seen in zip([*own, COUNTY], next(marks).shares, strict=True) if seen}
        if own
        else set()
        for own in shares
    ]


def _mark_believed(questions: list[Numbers], shares: Sequence[Mapping[int, Share]]) -> None:
    """Over all offices and questions together: which differences stand (Benjamini and Hochberg)."""
    values = [
        p_value(share, one["rate"]) if one["code"] not in UNCOMPARED else None
        for one, own in zip(questions, shares, strict=True)
        for share in own.values()
    ]
    stands = iter(believed(values))
    for one, own in zip(questions, shares, strict=True):
        one["stands"] = [pk for pk in own if next(stands)]
