"""What other packages may use of the charts."""

from samsyn.core.charts.answer_bars import AnswerRow, answer_bars
from samsyn.core.charts.card import CARD_HEIGHT, CARD_WIDTH, share_card
from samsyn.core.charts.chart import Chart
from samsyn.core.charts.funnel import FunnelPoint, Limit, funnel
from samsyn.core.charts.intervals import IntervalRow, Mark, interval_plot
from samsyn.core.charts.lines import Missing, Series, line_chart, small_multiples, trend
from samsyn.core.charts.png import to_png
from samsyn.core.charts.progress import ProgressRow, progress_bars
from samsyn.core.charts.tile_map import Lake, Tile, tile_map
from samsyn.core.charts.weeks import Week, week_columns

__all__ = [
    "CARD_HEIGHT",
    "CARD_WIDTH",
    "AnswerRow",
    "Chart",
    "FunnelPoint",
    "IntervalRow",
    "Lake",
    "Limit",
    "Mark",
    "Missing",
    "ProgressRow",
    "Series",
    "Tile",
    "Week",
    "answer_bars",
    "funnel",
    "interval_plot",
    "line_chart",
    "progress_bars",
    "share_card",
    "small_multiples",
    "tile_map",
    "to_png",
    "trend",
    "week_columns",
]
