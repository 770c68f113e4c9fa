"""A page's picture for those who share its address: its heading, its chart and whose it is, 1200 × 630 pixels."""

import re
from hashlib import sha256
from pathlib import Path

from django.core.cache import cache

from samsyn.core.charts import colours
from samsyn.core.charts.chart import Chart
from samsyn.core.charts.lettering import wrapped
from samsyn.core.charts.png import to_png
from samsyn.core.charts.svg import Drawing

__all__ = ["CARD_HEIGHT", "CARD_WIDTH", "share_card"]

CARD_WIDTH, CARD_HEIGHT = 1200, 630
_EDGE = 56
_HEAD, _FOOT = 190, 70
_HEADING, _SMALL = 46, 26
_A_WEEK = 7 * 24 * 3600
_SIZE = re.compile(r'width="[^"]*" height="[^"]*"')


def share_card(
    organisation: str,
    heading: str,
    chart: Chart | None,
    *,
    note: str = "",
    fonts: Path | None = None,
) -> bytes:
    """The PNG; the same words and the same chart are drawn once and then taken from the cache."""
    svg = _card(organisation, heading, chart, note)
    key = f"charts.card.{sha256(svg.encode()).hexdigest()}"
    png: bytes | None = cache.get(key)
    if png is None:
        png = to_png(svg, width=CARD_WIDTH, height=CARD_HEIGHT, edge=0, fonts=fonts)
        cache.set(key, png, _A_WEEK)
    return png


def _card(organisation: str, heading: str, chart: Chart | None, note: str) -> str:
    card = Drawing("card", CARD_WIDTH, _SMALL)
    card.height = CARD_HEIGHT
    card.rect(0, 0, CARD_WIDTH, CARD_HEIGHT, fill=colours.WHITE)
    head = _HEAD if chart else CARD_HEIGHT - _FOOT
    card.rect(0, 0, CARD_WIDTH, head, fill=colours.DEEP)
    lines = wrapped(heading, _HEADING, CARD_WIDTH - 2 * _EDGE, lines=2, bold=True)
    top = head / 2 - (len(lines) - 1) * _HEADING * 0.6 + _HEADING * 0.35
    for place, line in enumerate(lines):
        card.text(
            (_EDGE, top + place * _HEADING * 1.2),
            line,
            bold=True,
            fill=colours.WHITE,
            size=_HEADING,
        )
    if chart:
        card.place(_inside(chart.wide, head))
    foot = CARD_HEIGHT - _FOOT / 2 + _SMALL * 0.35
    card.text((_EDGE, foot), organisation, bold=True)
    card.text((CARD_WIDTH - _EDGE, foot), note, anchor="end", fill=colours.WEAK)
    return card.svg(title=heading, description=chart.description if chart else "", classes="card")


def _inside(svg: str, top: int) -> str:
    """The chart's own drawing, as large as there is room for between head and foot."""
    room = CARD_HEIGHT - top - _FOOT - 30
    place = f'x="{_EDGE}" y="{top + 24}" width="{CARD_WIDTH - 2 * _EDGE}" height="{room}"'
    return _SIZE.sub(place, svg, count=1)
