"""What the start page says of each part of the work: what goes on, key figures, new guidance, earlier results."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.campaigns.interface import (
    Campaign,
    CampaignState,
    NamedResults,
    Progress,
    campaigns_seen_by,
    count_submissions,
    progress_of,
)
from samsyn.core.charts.interface import Chart
from samsyn.core.clock.interface import today
from samsyn.core.components.interface import TileMap
from samsyn.core.language.interface import reader_language
from samsyn.indicators.interface import Picture, county_chart, longest_indicators, pictures_of
from samsyn.lib.rounding import round_half_up
from samsyn.lib.swedish import format_count_of
from samsyn.organisations.interface import Actor, Collaboration, Municipality, Permission
from samsyn.web.rules import OfficeVisits, lake_of, spread, tiles_of, visits_tiles

KEY_FIGURES = 3
RESULTS = 2
PUBLISHED_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Ongoing:
    """The campaign that is under way, and how far the county has come."""

    campaign: Campaign
    progress: Progress

    @property
    def percent(self) -> int | None:
        """Whole per cent done of what is planned, never more than 100; None without a plan."""
        if not self.progress.planned:
            return None
        return min(100, 100 * self.progress.done // self.progress.planned)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A key figure of the county with its small drawing; `reporters` says of how many offices the means are."""

    picture: Picture
    chart: Chart
    reporters: str

    @property
    def latest(self) -> str:
        """The newest value of the drawing, as it is written in its table."""
        return self.chart.rows[0][-1]

    @property
    def year(self) -> str:
        return self.chart.columns[-1]


@dataclass(frozen=True, slots=True)
class Result:
    """A finished campaign and what was published of it, a few figures as they stand."""

    campaign: Campaign
    sentences: list[str]


def ongoing_of(collaboration: Collaboration) -> Ongoing | None:
    """The campaign under way that started last; everybody may know of it."""
    seen = campaigns_seen_by(None, collaboration).filter(state=CampaignState.OPEN)
    campaign = seen.order_by("-starts", "title").first()
    if campaign is None:
        return None
    return Ongoing(campaign, progress_of(campaign, today=today()))


def county_map(
    collaboration: Collaboration,
    municipalities: list[Municipality],
    ongoing: Ongoing | None,
    actor: Actor | None,
) -> TileMap | None:
    """The county with each office's visits in the campaign, to those who may see offices by name; else who takes part."""
    if not municipalities:
        return None
    if ongoing is None:
        title = _("The offices in %(county)s, roughly as on the map")
        return TileMap(
            title=title % {"county": collaboration.county},
            tiles=tiles_of(municipalities),
            lake=lake_of(municipalities),
        )
    named = _shows_offices(ongoing.campaign, actor)
    visits = {
        line.office.pk: OfficeVisits(
            done=line.done if named else None,
            planned=line.planned,
            takes_part=line.answer.takes_part if line.answer else None,
        )
        for line in ongoing.progress.offices
    }
    title = _("Visits in %(campaign)s") if named else _("Offices that take part in %(campaign)s")
    words = {"campaign": ongoing.campaign.title}
    return TileMap(
        title=title % words,
        tiles=visits_tiles(municipalities, visits),
        lake=lake_of(municipalities),
        key=_("Visits of the office's own plan, per cent") if named else "",
    )


def _shows_offices(campaign: Campaign, actor: Actor | None) -> bool:
    """The offices decided, when the campaign started, who sees them by name."""
    if campaign.named_results == NamedResults.PUBLIC:
        return True
    return actor is not None and bool(actor.may(Permission.SEE_MEMBER_PAGES))


def key_figures_of(collaboration: Collaboration) -> list[KeyFigure]:
    """The three key figures with the longest series that the county has a mean for."""
    found = []
    for picture in pictures_of(longest_indicators(collaboration, KEY_FIGURES)):
        chart = county_chart(picture)
        if chart is not None:
            found.append(KeyFigure(picture, chart, _reporters(picture)))
    return found


def _reporters(picture: Picture) -> str:
    numbers = [line.n for line in picture.lines if line.n > 1]
    if not numbers:
        return ""
    return ngettext("mean of %(n)s office", "mean of %(n)s offices", max(numbers)) % {
        "n": spread(numbers)
    }


def results_of(collaboration: Collaboration, number: int = RESULTS) -> list[Result]:
    """The campaigns whose results are published, newest first."""
    campaigns = (
        campaigns_seen_by(None, collaboration)
        .filter(state=CampaignState.PUBLISHED)
        .prefetch_related("published_figures")
        .order_by("-ends", "title")[:number]
    )
    return [Result(campaign, list(_sentences(campaign))) for campaign in campaigns]


def _sentences(campaign: Campaign) -> Iterable[str]:
    if not campaign.is_historical:
        n = count_submissions(campaign)
        yield ngettext("%(n)s inspected object", "%(n)s inspected objects", n) % {"n": n}
        return
    for figure in list(campaign.published_figures.all())[: PUBLISHED_FIGURES + 1]:
        if figure.denominator and figure.numerator is not None:
            yield f"{figure.label}: {format_count_of(figure.numerator, figure.denominator, language=reader_language())}"
        elif figure.share is not None:
            yield f"{figure.label}: {round_half_up(figure.share * 100, 0)}\u00a0%"
        elif figure.numerator is not None:
            yield f"{figure.label}: {figure.numerator}"
