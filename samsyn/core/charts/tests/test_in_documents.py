"""Every drawing goes into a document as it is, and the document still meets both standards."""

import pytest

from samsyn.core.charts.tests.factories import ALL
from samsyn.core.pdf.interface import Figure, render
from samsyn.core.pdf.tests.factories import check, minimal, text_of


@pytest.mark.parametrize("name", ALL)
def test_a_chart_is_a_figure_read_by_its_description(name, fonts):
    chart = ALL[name]()
    content = render(minimal(Figure(chart.wide, chart.description, chart.title)), fonts=fonts)
    assert check(content) == []
    assert chart.title.split(",")[0] in text_of(content)
