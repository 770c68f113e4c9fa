"""The charts of a key figure: each office's own series on one scale, or the county alone."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samsyn.core.charts.interface import Chart, Missing, Series, line_chart, small_multiples, trend
from samsyn.core.language.interface import reader_language
from samsyn.indicators.codes import SIGNS
from samsyn.indicators.codes import Missing as Reason
from samsyn.indicators.picture import Area, Picture
from samsyn.lib.rounding import round_half_up

FEW_AREAS = 3


def chart_of(picture: Picture) -> Chart | None:
    """Every office over time, or the county's line where only that may be shown; None with nothing to draw."""
    values = [
        line for line in picture.lines if line.mean is not None or line.published_mean is not None
    ]
    if not values:
        return None
    title = chart_title(picture)
    if not picture.shows_areas or not any(picture.panel.values()):
        return _county(picture, title)
    return _multiples(picture, title, picture.areas, "")


def halves_of(picture: Picture) -> list[Chart]:
    """The offices' drawings as two charts on one scale, to stand side by side on a wide screen; else the one chart."""
    whole = chart_of(picture)
    if whole is None:
        return []
    if (
        not picture.shows_areas
        or len(picture.areas) <= FEW_AREAS
        or not any(picture.panel.values())
    ):
        return [whole]
    # Rows of three in each half: read across, the order stays alphabetical.
    left = [area for place, area in enumerate(picture.areas) if place % 6 < 3]
    right = [area for area in picture.areas if area not in left]
    title = chart_title(picture)
    return [_multiples(picture, title, left, "-a"), _multiples(picture, title, right, "-b")]


def _multiples(picture: Picture, title: str, areas: Sequence[Area], ending: str) -> Chart:
    band = {
        line.year: (float(min(line.mean, line.median)), float(max(line.mean, line.median)))
        for line in picture.lines
        if line.mean is not None and line.median is not None and line.n > 1
    }
    series = {area: Series(area.name, _values(picture, area)) for area in picture.areas}
    return small_multiples(
        f"n-{picture.indicator.pk}{ending}",
        title,
        [series[area] for area in areas],
        band=band,
        also_covers=list(series.values()),
        decimals=picture.definition.decimals,
        language=reader_language(),
    )


def chart_title(picture: Picture) -> str:
    """What the chart shows, its unit, and which years."""
    years = f"{picture.years[0]}–{picture.years[-1]}" if picture.years else ""
    return f"{picture.definition.name}, {picture.definition.unit}, {years}".strip(", ")


def _values(picture: Picture, area: Area) -> dict[int, float | Missing]:
    values: dict[int, float | Missing] = {}
    for year in range(picture.years[0], picture.years[-1] + 1):
        one = picture.figures.get((area.key, year))
        if one is not None and one.value is not None:
            values[year] = float(round_half_up(one.value, picture.definition.decimals))
        else:
            values[year] = SIGNS[Reason(one.missing)] if one else "–"  # type: ignore[assignment]
    return values


def county_chart(picture: Picture) -> Chart | None:
    """The county's mean over the years and no single office; None with fewer than two years to draw a line between.

    A year in which only one office reported has no mean, and shows as missing.
    """
    shown = [one for one in picture.lines if one.has_mean or one.published_mean is not None]
    if len(shown) < 2:
        return None
    values: dict[int, float | Missing] = dict.fromkeys(
        range(shown[0].year, shown[-1].year + 1), "–"
    )
    for line in shown:
        level = line.mean if line.has_mean else line.published_mean
        if level is not None:
            values[line.year] = float(picture.rounded(level))
    return trend(
        f"lan-{picture.indicator.pk}",
        chart_title(picture),
        Series("", values),
        decimals=picture.definition.decimals,
        language=reader_language(),
    )


def _county(picture: Picture, title: str) -> Chart:
    values: dict[int, float | Missing] = dict.fromkeys(
        range(picture.years[0], picture.years[-1] + 1), "?"
    )
    for line in picture.lines:
        shown = line.mean if line.mean is not None else line.published_mean
        if shown is not None:
            values[line.year] = float(shown)
    series = [Series(_("Mean"), values)]
    return line_chart(
        f"n-{picture.indicator.pk}",
        title,
        series,
        decimals=picture.definition.decimals,
        language=reader_language(),
    )
