"""The report's charts on the page; the PDF draws its own from the same figures."""

from django.utils.translation import gettext as _

from samsyn.campaigns.report_figures import ReportFigures
from samsyn.core.charts.interface import AnswerRow, Chart, answer_bars
from samsyn.core.language.interface import reader_language
from samsyn.lib.rates import Share


def charts_of(figures: ReportFigures) -> list[Chart]:
    """Answers per question for the county; hidden questions say so in their place."""
    if not figures.rows:
        return []
    rows = [
        AnswerRow(
            f"{row.number} {row.label}".strip(),
            None if row.hidden else Share(*(part.number or 0 for part in row.parts)),
        )
        for row in figures.rows
    ]
    title = _("Answers per question, the whole county, %(objects)d objects") % {
        "objects": figures.objects
    }
    return [answer_bars("svar", title, rows, smallest=figures.smallest, language=reader_language())]
