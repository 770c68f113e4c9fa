"""The frozen copy of a round: all that its figures rest on, and the figures worked out of the copy alone."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import orjson

from samsyn.indicators.codes import Missing
from samsyn.indicators.models import Definition, Entry, Report, Round
from samsyn.indicators.queries import reports_of
from samsyn.indicators.rules import Reported, Worked, worked

__all__ = ["FrozenFigure", "code_version", "figures_of", "fingerprint", "freeze"]

code_version = version("samsyn")


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """One figure of a frozen round: the definition's and the office's row numbers, and what came out."""

    definition: int
    office: int
    worked: Worked
    comment: str
    deviation: str
    breaks_series: bool


def freeze(one: Round) -> dict[str, Any]:
    """Definitions and entries of a round as plain values; decimals as text, so that nothing is lost."""
    definitions = one.definitions.select_related("indicator").prefetch_related("components")
    return {
        "year": one.year,
        "definitions": [_definition(d) for d in definitions.order_by("indicator__key")],
        "reports": [_report(r) for r in reports_of(one)],
    }


def fingerprint(frozen: Mapping[str, Any]) -> str:
    """sha256 of the copy in canonical form: the same content, the same fingerprint."""
    return hashlib.sha256(orjson.dumps(frozen, option=orjson.OPT_SORT_KEYS)).hexdigest()


def figures_of(frozen: Mapping[str, Any]) -> list[FrozenFigure]:
    """Every figure of the round, worked out of the copy and nothing else."""
    return [
        _figure(definition, report)
        for definition in frozen["definitions"]
        for report in frozen["reports"]
    ]


def _figure(definition: Mapping[str, Any], report: Mapping[str, Any]) -> FrozenFigure:
    entries = report["entries"]
    mine = [entries[key] for key in definition["parts"].values() if key in entries]
    parts = {part: _reported(entries.get(key)) for part, key in definition["parts"].items()}
    return FrozenFigure(
        definition=definition["pk"],
        office=report["office"],
        worked=worked(parts, Decimal(definition["multiplier"])),
        comment=" ".join(one["comment"] for one in mine if one["comment"]),
        deviation=next((one["deviation"] for one in mine if one["deviation"]), ""),
        breaks_series=any(one["breaks_series"] for one in mine),
    )


def _reported(entry: Mapping[str, Any] | None) -> Reported | None:
    if entry is None:
        return None
    value = None if entry["value"] is None else Decimal(entry["value"])
    return Reported(value, entry["missing"] or ("" if value is not None else Missing.DROPOUT))


def _definition(one: Definition) -> dict[str, Any]:
    return {
        "pk": one.pk,
        "key": one.indicator.key,
        "version": one.version,
        "multiplier": str(one.multiplier),
        "parts": {component.part: component.key for component in one.components.all()},
    }


def _report(one: Report) -> dict[str, Any]:
    # An office that did not sign off has not reported: half-typed numbers are nobody's statement.
    entries = one.entries.all() if one.accepted_at else []
    return {
        "office": one.office_id,
        "slug": one.office.slug,
        "state": one.state,
        "entries": {entry.key: _entry(entry) for entry in sorted(entries, key=lambda e: e.key)},
    }


def _entry(one: Entry) -> dict[str, Any]:
    return {
        "value": None if one.value is None else format(one.value.normalize(), "f"),
        "missing": one.missing,
        "comment": one.comment,
        "deviation": one.deviation,
        "breaks_series": one.breaks_series,
        "revision": one.revision,
    }
