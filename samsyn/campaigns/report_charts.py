"""The report's charts on the page; the PDF draws its own from the same figures."""

from samsyn.campaigns.report_figures import ReportFigures
from samsyn.core.charts.interface import AnswerRow, Chart, answer_bars
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
    title = f"Svar per fråga, hela länet, {figures.objects} objekt"
    return [answer_bars("svar", title, rows, smallest=figures.smallest)]
