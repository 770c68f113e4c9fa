import re

import pytest
from django.template import Context, Engine

from samsyn.core.charts import words
from samsyn.core.charts.interface import (
    FunnelPoint,
    Lake,
    ProgressRow,
    Series,
    Tile,
    Week,
    funnel,
    progress_bars,
    small_multiples,
    tile_map,
    week_columns,
)
from samsyn.core.charts.tests.factories import words_of
from samsyn.lib.funnel import limits_up_to


@pytest.mark.parametrize("name", words._WORDS)
def test_every_word_is_in_both_languages_and_asks_for_the_same(name):
    swedish, english = words._WORDS[name]
    assert swedish
    assert english
    assert re.findall(r"\{\w+\}", swedish) == re.findall(r"\{\w+\}", english)


def test_per_cent_has_a_hard_space_in_swedish_and_none_in_english():
    assert words.word("limit_998", "sv") == "99,8\u00a0%-gräns"
    assert words.word("limit_998", "en") == "99.8% limit"


@pytest.mark.parametrize(
    ("share", "written"),
    [(0.125, "13\u00a0%"), (0, "0\u00a0%"), (1, "100\u00a0%"), (2, "200\u00a0%")],
)
def test_a_share_is_rounded_half_up_to_whole_per_cent(share, written):
    assert words.percent_of(share, "sv") == written


def test_english_charts_say_nothing_in_swedish():
    limits = limits_up_to(0.5, 6)
    charts = [
        week_columns("w", "t", [Week(1, 1), Week(2, 3, needed=True)], language="en"),
        funnel(
            "f",
            "t",
            [FunnelPoint("X", 2, 5, "95")],
            county=0.5,
            limits_95=limits,
            limits_998=limits,
            language="en",
        ),
        progress_bars("p", "t", [ProgressRow("X", 1, 2)], language="en"),
        tile_map("m", "t", [Tile(("X", "Y"), 0, 0)], lake=Lake("L", 2, 0), language="en"),
        small_multiples("s", "t", [Series("X", {2020: 1, 2021: "–"})], language="en"),
    ]
    said = " ".join(word for c in charts for word in [*words_of(c.wide), *c.columns, c.description])
    assert not re.search(r"[åäöÅÄÖ]|\bav\b|\bLän|Kontor", said)
    assert {"3 needed", "2 of 5", "95% limit"} <= {
        word for c in charts for word in words_of(c.wide)
    } | {word.removeprefix("X ") for c in charts for word in words_of(c.wide)}


def test_a_page_puts_the_drawing_in_as_it_is_and_escapes_the_rest():
    chart = week_columns("w", "<b>", [Week(1, 1)])
    page = (
        Engine().from_string("{{ chart.html }}|{{ chart.title }}").render(Context({"chart": chart}))
    )
    drawing, title = page.rsplit("|", 1)
    assert drawing.startswith('<div class="chart"><svg ')
    assert "<b>" not in drawing
    assert title == "&lt;b&gt;"
