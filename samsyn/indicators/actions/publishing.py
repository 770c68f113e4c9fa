"""Releasing a round by decision, correcting what is released, and recording what others have published."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from samsyn.core.audit.interface import record
from samsyn.core.clock.interface import now
from samsyn.core.decisions.interface import DecisionRef
from samsyn.indicators.codes import Missing, Origin, ReportState, RoundState
from samsyn.indicators.frozen import FrozenFigure, code_version, figures_of, fingerprint, freeze
from samsyn.indicators.models import Aggregate, Definition, Figure, Indicator, Release, Round
from samsyn.indicators.refusals import Refused
from samsyn.indicators.rules import Reported, Worked, worked
from samsyn.organisations.interface import Actor, Office


@transaction.atomic
def release_round(*, by: Actor, opened: Round, decision: DecisionRef) -> Release:
    """Makes a round public, by decision. Reports that wait for the coordinator stop it; unsigned ones are dropouts."""
    locked = Round.objects.select_for_update().get(pk=opened.pk)
    if locked.state != RoundState.OPEN:
        raise Refused("round_released")
    waiting = locked.reports.filter(state__in=[ReportState.SIGNED, ReportState.RETURNED])
    if names := [one.office.short_name for one in waiting.select_related("office")]:
        raise Refused("reports_wait", {"offices": ", ".join(names)})
    if not locked.reports.filter(state=ReportState.ACCEPTED).exists():
        raise Refused("nothing_to_release")
    frozen = freeze(locked)
    release = Release.objects.create(
        round=locked,
        decision=decision,
        released_by_id=by.user_id,
        frozen=frozen,
        fingerprint=fingerprint(frozen),
        code_version=code_version,
    )
    _write_figures(by, release, figures_of(frozen))
    locked.state = RoundState.RELEASED
    locked.save(update_fields=["state"])
    record(
        by=by.user_id,
        verb="indicators.released",
        obj=locked,
        collaboration_id=locked.collaboration_id,
        details={"decision": str(decision), "fingerprint": release.fingerprint},
    )
    return release


def _write_figures(by: Actor, release: Release, figures: Iterable[FrozenFigure]) -> None:
    one = release.round
    definitions = {d.pk: d for d in one.definitions.all()}
    offices = {r.office_id: r.office for r in one.reports.select_related("office")}
    rows = []
    for figure in figures:
        definition, office = definitions[figure.definition], offices[figure.office]
        indicator_id, area = definition.indicator_id, office.slug
        taken = Figure.objects.filter(indicator_id=indicator_id, area=area, year=one.year)
        if taken.exists():
            raise Refused("already_published", {"year": one.year, "office": office.short_name})
        rows.append(
            Figure(
                indicator_id=indicator_id,
                definition=definition,
                release=release,
                office=office,
                area=area,
                area_name=office.short_name,
                year=one.year,
                **_values(figure.worked),
                comment=figure.comment,
                deviation=figure.deviation,
                breaks_series=figure.breaks_series,
                is_example=one.is_example,
                published_by_id=by.user_id,
            )
        )
    Figure.objects.bulk_create(rows)


def _values(one: Worked) -> dict[str, Any]:
    return {
        "value": one.value,
        "missing": one.missing,
        "numerator": one.numerator,
        "denominator": one.denominator,
    }


@transaction.atomic
def correct_figure(
    *,
    by: Actor,
    figure: Figure,
    reason: str,
    parts: Mapping[str, Decimal | None],
    missing: str = "",
) -> Figure:
    """A new revision of a released figure, worked out of corrected components; the old one stays readable.

    `parts` from codes.Part to number; for a figure that others published the single value.
    """
    if not reason.strip():
        raise Refused("reason_needed")
    current = (
        Figure.objects.select_for_update()
        .select_related("definition", "indicator")
        .get(pk=figure.pk)
    )
    if not current.is_current:
        raise Refused("corrected_meanwhile")
    if not missing and any(value is None for value in parts.values()):
        raise Refused("value_or_reason")
    result = (
        Worked(None, missing)
        if missing
        else worked({p: Reported(v) for p, v in parts.items()}, current.definition.multiplier)
    )
    if (result.value, result.missing, result.numerator, result.denominator) == (
        current.value, current.missing, current.numerator, current.denominator,
    ):  # fmt: skip
        raise Refused("nothing_changed")
    Figure.objects.filter(pk=current.pk).update(is_current=False)
    old_pk, old = current.pk, current.value
    current.pk, current.is_current = None, True
    current.revision += 1
    current.reason, current.published_by_id = reason.strip(), by.user_id
    for name, value in _values(result).items():
        setattr(current, name, value)
    current.published_at = now()
    current._state.adding = True
    current.save()
    record(
        by=by.user_id,
        verb="indicators.corrected",
        obj=current,
        collaboration_id=current.indicator.collaboration_id,
        reason=reason.strip(),
        details={"was": None if old is None else str(old), "replaces": old_pk},
    )
    return current


@transaction.atomic
def record_published_figures(
    *,
    by: Actor | None,
    definition: Definition,
    rows: Iterable[Mapping[str, Any]],
    offices: Mapping[str, Office] | None = None,
) -> int:
    """Figures that others have published: quotients only, kept as they stand with the address where they can be read.

    Each row: area, area_name, year, value (or None with `missing`), source_url. Returns how many were new.
    """
    known = set(definition.indicator.figures.values_list("area", "year"))
    new = [
        Figure(
            indicator=definition.indicator,
            definition=definition,
            office=(offices or {}).get(row["area"]),
            origin=Origin.SOURCE,
            missing="" if row["value"] is not None else row.get("missing", Missing.NOT_IN_SOURCE),
            published_by_id=by.user_id if by else None,
            **{name: row[name] for name in ("area", "area_name", "year", "value", "source_url")},
        )
        for row in rows
        if (row["area"], row["year"]) not in known
    ]
    Figure.objects.bulk_create(new)
    _log(by, "indicators.recorded", definition.indicator, len(new))
    return len(new)


@transaction.atomic
def record_published_aggregates(
    *, by: Actor | None, indicator: Indicator, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Means and medians that others have published: year, statistic, value, source_url."""
    made = [Aggregate(indicator=indicator, **row) for row in rows]
    Aggregate.objects.bulk_create(made)
    _log(by, "indicators.recorded", indicator, len(made))


def _log(by: Actor | None, verb: str, indicator: Indicator, number: int) -> None:
    record(
        by=by.user_id if by else None,
        verb=verb,
        obj=indicator,
        collaboration_id=indicator.collaboration_id,
        details={"rows": number},
    )
