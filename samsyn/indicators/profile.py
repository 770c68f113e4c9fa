"""An office's profile: its own series of every key figure that shows offices."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from samsyn.core.charts.interface import Chart, Missing, Series, line_chart
from samsyn.core.language.interface import reader_language
from samsyn.indicators.codes import SIGNS, Comparability
from samsyn.indicators.codes import Missing as Reason
from samsyn.indicators.drawing import chart_title
from samsyn.indicators.models import Figure, Indicator
from samsyn.indicators.picture import Area, Picture, pictures_of
from samsyn.indicators.queries import published_indicators
from samsyn.indicators.table import ValueTable, value_table
from samsyn.lib.rounding import round_half_up
from samsyn.organisations.interface import Office


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One key figure of one office."""

    picture: Picture
    table: ValueTable
    chart: Chart | None


def indicators_with(office: Office) -> QuerySet[Indicator]:
    """The key figures that have something of this office."""
    own = Figure.objects.filter(indicator=OuterRef("pk"), area=office.slug, is_current=True)
    return published_indicators(office.collaboration).filter(Exists(own), is_reference=False)


def profile_of(office: Office, chosen: Iterable[Indicator] | None = None) -> list[ProfileRow]:
    """The office's figures, only of key figures that may show offices; of the chosen ones, or of all."""
    pictures = pictures_of(indicators_with(office) if chosen is None else chosen)
    return [
        ProfileRow(
            one,
            value_table(one, [Area(office.slug, office.short_name)]),
            _chart(one, office),
        )
        for one in pictures
        if any((office.slug, year) in one.figures for year in one.years)
    ]


def _chart(picture: Picture, office: Office) -> Chart | None:
    values: dict[int, float | Missing] = {}
    for year in range(picture.years[0], picture.years[-1] + 1):
        one = picture.figures.get((office.slug, year))
        if one is not None and one.value is not None:
            values[year] = float(round_half_up(one.value, picture.definition.decimals))
        else:
            values[year] = SIGNS[Reason(one.missing)] if one else "–"  # type: ignore[assignment]
    series = [Series(office.short_name, values)]
    if picture.rule == Comparability.FREE:
        means: dict[int, float | Missing] = {
            line.year: float(line.mean) for line in picture.lines if line.mean is not None
        }
        series.append(Series(_("Mean"), means))
    if not any(not isinstance(value, str) for value in values.values()):
        return None
    return line_chart(
        f"p-{picture.indicator.pk}",
        f"{office.short_name}: {chart_title(picture)}",
        series,
        decimals=picture.definition.decimals,
        language=reader_language(),
    )
