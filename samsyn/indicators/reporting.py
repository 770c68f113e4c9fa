"""An office's report as its people meet it: fields with last year's numbers, and what must be asked about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F

from samsyn.indicators.codes import Part
from samsyn.indicators.models import Component, Definition, Entry, Report
from samsyn.indicators.rules import (
    Bounds,
    Finding,
    Reported,
    Worked,
    check_number,
    check_ratio,
    worked,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed for one number; `revision` is the one she read, None when nobody had entered any."""

    value: Decimal | None = None
    missing: str = ""
    comment: str = ""
    deviation: str = ""
    breaks_series: bool = False
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One raw number to report, asked once even when several indicators use it."""

    key: str
    component: Component
    definitions: tuple[Definition, ...]
    entry: Entry | None
    last_year: Entry | None
    history: tuple[Decimal, ...]

    @property
    def bounds(self) -> Bounds:
        one = self.component
        return Bounds(one.decimals, one.lowest, one.highest, one.jump_percent)


@dataclass(frozen=True, slots=True)
class FieldFinding:
    """Something about one number of the report."""

    field: Field
    finding: Finding
    answered: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report asks for: the definitions of its round in the indicators' order, and the numbers they need with what
    the office has reported, now and before.
    """

    definitions: list[Definition]
    fields: list[Field]


def asked_of(report: Report) -> Asked:
    """What is asked and what the office has answered, read once for all that a page says of it."""
    definitions = definitions_of(report)
    return Asked(definitions, _fields(report, definitions))


def _fields(report: Report, definitions: list[Definition]) -> list[Field]:
    entries = {entry.key: entry for entry in report.entries.all()}
    before = _earlier(report)
    found: dict[str, Field] = {}
    for definition in definitions:
        for one in definition.components.all():
            if one.key in found:
                old = found[one.key]
                found[one.key] = Field(
                    one.key, old.component, (*old.definitions, definition), old.entry, old.last_year, old.history,
                )  # fmt: skip
                continue
            earlier = before.get(one.key, {})
            history = tuple(e.value for e in earlier.values() if e.value is not None)
            found[one.key] = Field(
                key=one.key,
                component=one,
                definitions=(definition,),
                entry=entries.get(one.key),
                last_year=earlier.get(report.round.year - 1),
                history=history,
            )
    return list(found.values())


def definitions_of(report: Report) -> list[Definition]:
    """The definitions of the report's round, in the indicators' order."""
    chosen = report.round.definitions.select_related("indicator").prefetch_related("components")
    return sorted(
        chosen, key=lambda one: (one.indicator.subject, one.indicator.order, one.indicator.key)
    )


def _earlier(report: Report) -> dict[str, dict[int, Entry]]:
    rows = Entry.objects.filter(
        report__office_id=report.office_id,
        report__round__collaboration_id=report.round.collaboration_id,
        report__round__year__lt=report.round.year,
    ).annotate(year=F("report__round__year"))
    found: dict[str, dict[int, Entry]] = {}
    for row in rows.order_by("year"):
        found.setdefault(row.key, {})[row.year] = row
    return found


def findings_of(asked: Asked, typed: Mapping[str, Typed] | None = None) -> list[FieldFinding]:
    """What is wrong or must be explained in the report, as stored or as just typed over what is stored."""
    standing = {one.key: _standing(one, typed) for one in asked.fields}
    found = []
    for one in asked.fields:
        now_typed = standing[one.key]
        if now_typed.value is None:
            continue
        last = one.last_year.value if one.last_year else None
        for finding in check_number(
            now_typed.value, one.bounds, last_year=last, history=one.history
        ):
            found.append(FieldFinding(one, finding, bool(now_typed.comment.strip())))
    return [*found, *_ratio_findings(asked, standing)]


def _ratio_findings(asked: Asked, standing: Mapping[str, Typed]) -> list[FieldFinding]:
    by_key = {one.key: one for one in asked.fields}
    found = []
    for definition in asked.definitions:
        keys = {one.part: one.key for one in definition.components.all()}
        if Part.NUMERATOR not in keys or Part.DENOMINATOR not in keys:
            continue
        top, bottom = standing[keys[Part.NUMERATOR]], standing[keys[Part.DENOMINATOR]]
        found += [
            FieldFinding(by_key[keys[Part.DENOMINATOR]], finding, False)
            for finding in check_ratio(definition.interval, top.value, bottom.value)
        ]
    return found


def _standing(field: Field, typed: Mapping[str, Typed] | None) -> Typed:
    if typed and field.key in typed:
        return typed[field.key]
    entry = field.entry
    if entry is None:
        return Typed()
    return Typed(
        entry.value,
        entry.missing,
        entry.comment,
        entry.deviation,
        entry.breaks_series,
        entry.revision,
    )


def unready(asked: Asked) -> list[tuple[str, str]]:
    """Why the report cannot be signed off: (name of the number, code), empty when it can."""
    lacking = [
        (one.component.name, "no_value")
        for one in asked.fields
        if one.entry is None or (one.entry.value is None and not one.entry.missing)
    ]
    lacking += [
        (one.field.component.name, "comment_needed" if not one.finding.stops else one.finding.code)
        for one in findings_of(asked)
        if one.finding.stops or not one.answered
    ]
    lacking += [
        (one.component.name, "comment_needed")
        for one in asked.fields
        if one.entry is not None and one.entry.deviation and not one.entry.comment.strip()
    ]
    return list(dict.fromkeys(lacking))


def worked_of(definition: Definition, entries: Mapping[str, Entry]) -> Worked:
    """The figure of a definition from an office's entries."""
    parts = {one.part: _reported(entries.get(one.key)) for one in definition.components.all()}
    return worked(parts, definition.multiplier)


@dataclass(frozen=True, slots=True)
class FigureNow:
    """What the report gives so far for one indicator, and what the same formula gave last year."""

    definition: Definition
    now: Worked
    last_year: Decimal | None


def figures_now(asked: Asked) -> list[FigureNow]:
    """The figures that would be published from what is saved, for the office to judge before it signs off."""
    entries = {one.key: one.entry for one in asked.fields if one.entry is not None}
    before = {one.key: one.last_year for one in asked.fields if one.last_year is not None}
    return [
        FigureNow(one, worked_of(one, entries), worked_of(one, before).value)
        for one in asked.definitions
    ]


def _reported(entry: Entry | None) -> Reported | None:
    return Reported(entry.value, entry.missing, entry.comment) if entry else None
