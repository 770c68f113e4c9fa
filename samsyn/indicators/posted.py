"""What an office posted in its report: numbers read the Swedish way, faults by field, and every text kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made

from django.utils.translation import gettext as _

from samsyn.indicators.codes import REPORTABLE, Deviation, Missing
from samsyn.indicators.messages import finding_text
from samsyn.indicators.numbers import number_fault
from samsyn.indicators.reporting import Asked, Field, Typed, findings_of
from samsyn.lib.swedish import NumberRefused, format_number, parse_number


@dataclass
class Line:
    """One number of the form as it is shown: what stands in the boxes, last year's, and what is said about it."""

    field: Field
    value: str
    missing: str
    comment: str
    deviation: str
    breaks_series: bool
    revision: int
    last_year: str
    fault: str = ""
    questions: list[str] = made(default_factory=list)
    conflict: str = ""


@dataclass
class Posted:
    """The posted form: what could be read, and the faults by key."""

    typed: dict[str, Typed] = made(default_factory=dict)
    faults: dict[str, str] = made(default_factory=dict)


def read_posted(asked: Asked, data: Mapping[str, str]) -> Posted:
    """Reads the boxes of the numbers that were sent; a revision that is no number counts as none seen."""
    posted = Posted()
    for one in asked.fields:
        if f"{one.key}-value" not in data:
            continue
        key, text = one.key, data.get(f"{one.key}-value", "").strip()
        missing = data.get(f"{key}-missing", "")
        value = None
        try:
            value = parse_number(text) if text else None
        except NumberRefused as refused:
            posted.faults[key] = number_fault(refused)
            continue
        if value is not None and missing:
            posted.faults[key] = _(
                "There is both a number and a reason why it is missing. Keep one."
            )
            continue
        if missing and missing not in REPORTABLE:
            posted.faults[key] = _("Choose one of the reasons.")
            continue
        revision = data.get(f"{key}-revision", "")
        deviation = data.get(f"{key}-deviation", "")
        posted.typed[key] = Typed(
            value=value,
            missing=missing,
            comment=data.get(f"{key}-comment", "").strip()[:2000],
            deviation=deviation if deviation in Deviation.values else "",
            breaks_series=f"{key}-breaks" in data,
            revision=int(revision) if revision.isdigit() else 0,
        )
    return posted


def lines_of(
    asked: Asked,
    data: Mapping[str, str] | None = None,
    faults: Mapping[str, str] | None = None,
    conflicts: Mapping[str, object] | None = None,
) -> list[Line]:
    """The form's lines: as stored, or as just typed with what is wrong."""
    typed = read_posted(asked, data).typed if data is not None else None
    said: dict[str, list[str]] = {}
    stops: dict[str, str] = dict(faults or {})
    for one in findings_of(asked, typed):
        if one.finding.stops:
            stops.setdefault(one.field.key, finding_text(one.finding))
        elif not one.answered:
            said.setdefault(one.field.key, []).append(finding_text(one.finding))
    return [
        _line(
            one, data, stops.get(one.key, ""), said.get(one.key, []), (conflicts or {}).get(one.key)
        )
        for one in asked.fields
    ]


def _line(
    one: Field, data: Mapping[str, str] | None, fault: str, questions: list[str], conflict: object
) -> Line:
    entry, last = one.entry, one.last_year
    stored = entry.value if entry else None
    line = Line(
        field=one,
        value="" if stored is None else format_number(stored.normalize()),
        missing=entry.missing if entry else "",
        comment=entry.comment if entry else "",
        deviation=entry.deviation if entry else "",
        breaks_series=bool(entry and entry.breaks_series),
        revision=entry.revision if entry else 0,
        last_year="" if last is None else _shown(last.value, last.missing),
        fault=fault,
        questions=questions,
    )
    if data is None or f"{one.key}-value" not in data:
        return line
    line.value = data.get(f"{one.key}-value", "")
    line.missing = data.get(f"{one.key}-missing", "")
    line.comment = data.get(f"{one.key}-comment", "")
    line.deviation = data.get(f"{one.key}-deviation", "")
    line.breaks_series = f"{one.key}-breaks" in data
    if conflict is not None and entry is not None:
        line.conflict = _shown(entry.value, entry.missing)
    return line


def _shown(value: object, missing: str) -> str:
    if value is None:
        return str(Missing(missing).label).lower() if missing else ""
    return format_number(value.normalize())  # type: ignore[attr-defined]
