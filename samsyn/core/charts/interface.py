"""What other packages may use of the charts."""

from samsyn.core.charts.answer_bars import AnswerRow, answer_bars
from samsyn.core.charts.chart import Chart
from samsyn.core.charts.weeks import Week, week_columns

__all__ = ["AnswerRow", "Chart", "Week", "answer_bars", "week_columns"]
