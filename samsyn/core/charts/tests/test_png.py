import struct

import pytest

from samsyn.core.charts.interface import to_png
from samsyn.core.charts.tests.factories import a_map
from samsyn.core.pdf.interface import RenderingFailed


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
