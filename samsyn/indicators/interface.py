"""What other packages use of the key figures."""

from samsyn.indicators.actions.collecting import (
    accept_report,
    open_round,
    return_report,
    save_entries,
    sign_report,
)
from samsyn.indicators.actions.definition import (
    make_indicator,
    publish_definition,
    set_comparison_group,
)
from samsyn.indicators.actions.publishing import (
    correct_figure,
    record_published_aggregates,
    record_published_figures,
    release_round,
)
from samsyn.indicators.codes import (
    Comparability,
    Deviation,
    Direction,
    IntervalKind,
    Missing,
    Part,
    Statistic,
)
from samsyn.indicators.drawing import county_chart
from samsyn.indicators.models import Definition, Figure, Indicator, Report, Round
from samsyn.indicators.picture import Picture, picture_of, pictures_of
from samsyn.indicators.queries import longest_indicators, published_indicators, unreported
from samsyn.indicators.reporting import Typed

__all__ = [
    "Comparability",
    "Definition",
    "Deviation",
    "Direction",
    "Figure",
    "Indicator",
    "IntervalKind",
    "Missing",
    "Part",
    "Picture",
    "Report",
    "Round",
    "Statistic",
    "Typed",
    "accept_report",
    "correct_figure",
    "county_chart",
    "longest_indicators",
    "make_indicator",
    "open_round",
    "picture_of",
    "pictures_of",
    "publish_definition",
    "published_indicators",
    "record_published_aggregates",
    "record_published_figures",
    "release_round",
    "return_report",
    "save_entries",
    "set_comparison_group",
    "sign_report",
    "unreported",
]
