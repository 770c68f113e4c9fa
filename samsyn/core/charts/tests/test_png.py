import struct

import pytest
from django.core.cache import cache

from samsyn.core.charts import card as card_of
from samsyn.core.charts.interface import CARD_HEIGHT, CARD_WIDTH, share_card, to_png
from samsyn.core.charts.tests.factories import a_map
from samsyn.core.pdf.interface import RenderingFailed


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def size_of(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def test_a_link_preview_has_exactly_the_size_asked_for(fonts):
    assert size_of(to_png(a_map().wide, width=1200, height=630, fonts=fonts)) == (1200, 630)


def test_without_a_height_the_drawing_decides(fonts):
    width, height = size_of(to_png(a_map().wide, width=640, fonts=fonts))
    assert width == 640
    assert height == pytest.approx(640 * 0.8, rel=0.05)


def test_the_drawing_is_in_the_picture(fonts):
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 512"/>'
    assert len(to_png(a_map().wide, width=640, fonts=fonts)) > 5 * len(
        to_png(empty, width=640, fonts=fonts)
    )


def test_what_is_no_drawing_is_refused(fonts):
    with pytest.raises(RenderingFailed):
        to_png("<svg", width=100, fonts=fonts)


def test_a_card_to_share_is_as_large_as_link_previews_want_it(fonts):
    card = share_card("Miljösamverkan Provlän", "Skolor, städning", a_map(), fonts=fonts)
    assert size_of(card) == (CARD_WIDTH, CARD_HEIGHT) == (1200, 630)


def test_a_card_is_drawn_once_and_anew_when_its_chart_changes(fonts, monkeypatch):
    drawn = []
    monkeypatch.setattr(card_of, "to_png", lambda svg, **_: drawn.append(svg) or b"png")
    for heading in ("Skolor", "Skolor", "Tandläkare"):
        assert share_card("Provlän", heading, a_map(), fonts=fonts) == b"png"
    assert len(drawn) == 2
    assert "Provlän" in drawn[0]
    assert "Skolor" in drawn[0]


def test_a_heading_that_is_too_long_ends_in_the_card_and_a_card_may_lack_a_chart(fonts):
    assert size_of(share_card("Provlän", "Ett mycket långt ord " * 40, None, fonts=fonts)) == (
        1200,
        630,
    )
