"""The figures of a report: computed once as everyone may see them, stored as plain values, read back for every form of it.

The report is public, so its small cells are hidden from the draft on: nobody writes about a number that cannot be printed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from samsyn.campaigns.codes import NamedResults
from samsyn.campaigns.columns import COMPLIANT, DEVIATION, NOT_APPLICABLE, NOT_CHECKED
from samsyn.campaigns.form import MEASURES, SELECTION
from samsyn.campaigns.models import Campaign
from samsyn.campaigns.queries import current_form, done_by_office, offices_asked
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.result_tables import (
    ChoiceRow,
    Part,
    ResultRow,
    county_table,
    office_table,
)
from samsyn.core.clock.interface import localtime
from samsyn.lib.rates import Share
from samsyn.organisations.interface import swedish_order

# Questions of the visit itself; they have places of their own in a report.
_OF_THE_VISIT = {MEASURES, SELECTION}


@dataclass(frozen=True, slots=True)
class Coverage:
    """One office: whether it took part (None: no answer), its own plan, and what it did where that may be shown."""

    office: str
    takes_part: bool | None
    planned: int | None
    done: int | None


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """A report's figures as they are shown: the same from the live campaign and from what was frozen."""

    taken_at: str
    checklist: str
    smallest: int
    objects: int
    planned: int
    offices_asked: int
    offices_taking_part: int
    minutes: int
    minutes_reported: int
    coverage: list[Coverage]
    rows: list[ResultRow]
    measures: ChoiceRow | None
    selection: ChoiceRow | None
    choices: list[ChoiceRow]
    by_office: dict[str, list[ResultRow]]
    any_hidden: bool

    @property
    def hours(self) -> float:
        return self.minutes / 60


def make_figures(campaign: Campaign) -> dict[str, Any]:
    """The campaign's figures now, as plain values that can be stored. Field tests are not in them."""
    picture = picture_of(campaign)
    table = county_table(picture, protected=True)
    names_shown = campaign.named_results == NamedResults.PUBLIC
    form = current_form(campaign)
    by_office: dict[str, list[dict[str, Any]]] = {}
    any_hidden = table.any_hidden
    if names_shown:
        offices = {office.pk: office for office in offices_asked(campaign)}
        for question in picture.assessed:
            rows = office_table(question, offices, protected=True)
            any_hidden |= any(row.hidden for row in rows)
            by_office[question.column.name] = [_row_to_json(row) for row in rows]
    choices = {row.key: _choice_to_json(row) for row in table.choices}
    coverage = _coverage(campaign, names_shown=names_shown)
    return {
        "taken_at": localtime().isoformat(timespec="seconds"),
        "checklist": form.label if form else "",
        "smallest": settings.SMALL_CELL_K,
        "objects": picture.submissions,
        "planned": sum(office["planned"] or 0 for office in coverage if office["takes_part"]),
        "offices_asked": len(coverage),
        "offices_taking_part": sum(1 for office in coverage if office["takes_part"]),
        "minutes": picture.minutes,
        "minutes_reported": picture.minutes_reported,
        "coverage": coverage,
        "rows": [_row_to_json(row) for row in table.rows],
        "measures": choices.get(MEASURES),
        "selection": choices.get(SELECTION),
        "choices": [row for key, row in choices.items() if key not in _OF_THE_VISIT],
        "by_office": by_office,
        "any_hidden": any_hidden,
    }


def fingerprint(figures: Mapping[str, Any]) -> str:
    """What ties a published report to its figures: the SHA-256 of their values in one fixed order."""
    text = json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def read_figures(stored: Mapping[str, Any]) -> ReportFigures:
    """The figures as the page, the PDF and the file show them."""

    def choice(value: Mapping[str, Any] | None) -> ChoiceRow | None:
        return _choice_from_json(value) if value else None

    own = {
        "coverage": [Coverage(**one) for one in stored["coverage"]],
        "rows": [_row_from_json(row) for row in stored["rows"]],
        "measures": choice(stored["measures"]),
        "selection": choice(stored["selection"]),
        "choices": [_choice_from_json(row) for row in stored["choices"]],
        "by_office": {
            key: [_row_from_json(row) for row in rows] for key, rows in stored["by_office"].items()
        },
    }
    return ReportFigures(**{**stored, **own})


def _coverage(campaign: Campaign, *, names_shown: bool) -> list[dict[str, Any]]:
    answers = {one.office_id: one for one in campaign.participations.all()}
    done = done_by_office(campaign)
    lines = []
    for office in sorted(offices_asked(campaign), key=lambda one: swedish_order(one.short_name)):
        answer = answers.get(office.pk)
        takes_part = answer.takes_part if answer else None
        lines.append(
            {
                "office": office.short_name,
                "takes_part": takes_part,
                "planned": answer.planned if answer and takes_part else None,
                "done": done.get(office.pk, 0) if names_shown and takes_part else None,
            }
        )
    return lines


def _row_to_json(row: ResultRow) -> dict[str, Any]:
    share = row.share
    return {
        "key": row.key,
        "label": row.label,
        "number": row.number,
        "law": list(row.law),
        "parts": {part.role: part.number for part in row.parts},
        "assessed": row.assessed,
        "deviating": share.numerator if share else None,
        "hidden": row.hidden,
    }


def _row_from_json(row: Mapping[str, Any]) -> ResultRow:
    parts = {
        role: row["parts"][role] for role in (DEVIATION, COMPLIANT, NOT_CHECKED, NOT_APPLICABLE)
    }
    share = None
    if row["deviating"] is not None:
        share = Share(
            row["deviating"],
            row["assessed"] - row["deviating"],
            parts[NOT_CHECKED] or 0,
            parts[NOT_APPLICABLE] or 0,
        )
    return ResultRow(
        key=row["key"],
        label=row["label"],
        number=row["number"],
        parts=tuple(Part(role, number) for role, number in parts.items()),
        assessed=row["assessed"],
        share=share,
        hidden=row["hidden"],
        law=tuple(row["law"]),
    )


def _choice_to_json(row: ChoiceRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "label": row.label,
        "answers": [[label, number] for label, number in row.answers],
        "total": row.total,
        "multiple": row.multiple,
    }


def _choice_from_json(row: Mapping[str, Any]) -> ChoiceRow:
    return ChoiceRow(
        key=row["key"],
        label=row["label"],
        answers=[(label, number) for label, number in row["answers"]],
        total=row["total"],
        multiple=row["multiple"],
    )
