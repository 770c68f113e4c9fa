"""What a shared link to a campaign shows: the few figures that say most of what everybody may see."""

from django.utils.translation import gettext as _

from samsyn.campaigns.models import Campaign
from samsyn.campaigns.published import reconciliation_of
from samsyn.campaigns.result import picture_of
from samsyn.campaigns.result_tables import ResultRow, county_table
from samsyn.campaigns.rules import sees_result
from samsyn.core.charts.interface import AnswerRow, Chart, ProgressRow, answer_bars, progress_bars
from samsyn.core.language.interface import reader_language
from samsyn.lib.rates import Share

MOST_ROWS = 4


def share_chart(campaign: Campaign) -> Chart | None:
    """As everybody sees it; None while nothing is published, or when nothing has enough answers to be shown."""
    if not sees_result(campaign.state, runs_campaign=False, is_member=False):
        return None
    return _as_published(campaign) if campaign.is_historical else _answers(campaign)


def _answers(campaign: Campaign) -> Chart | None:
    """The questions with most deviations, in the checklist's own order."""
    picture = picture_of(campaign)
    rows = [row for row in county_table(picture, protected=True).rows if not row.hidden]
    most = sorted(rows, key=lambda row: -_counts(row).deviating)[:MOST_ROWS]
    if not most:
        return None
    title = _("Questions with most deviations, the whole county, %(objects)d objects") % {
        "objects": picture.submissions
    }
    drawn = [
        AnswerRow(f"{row.number} {row.label}".strip(), _counts(row)) for row in rows if row in most
    ]
    return answer_bars("delning", title, drawn, language=reader_language())


def _counts(row: ResultRow) -> Share:
    bar = row.bar
    return Share(bar.a, bar.ua, bar.ek, bar.ea) if bar else Share(0, 0)


def _as_published(campaign: Campaign) -> Chart | None:
    figures = [
        figure
        for figure in reconciliation_of(campaign).figures
        if figure.numerator is not None and figure.denominator
    ]
    if not figures:
        return None
    rows = [
        ProgressRow(figure.label, figure.numerator or 0, figure.denominator or 0)
        for figure in figures[:MOST_ROWS]
    ]
    return progress_bars("delning", campaign.title, rows, language=reader_language())
