"""The measure of text, held against the typeface itself."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from samsyn.core.charts.lettering import shortened, width_of, wrapped

FILES = Path(__file__).parents[4] / "node_modules/@fontsource/source-sans-3/files"
SENTENCES = [
    "Kemikalieförteckning är förd och fullständig",
    "Habo–Mullsjö 8 av 11",
    "Länet 39\u00a0%",
    "99,8\u00a0%-gräns [0,54–0,84]",
    "WWW MMM ÅÄÖ",
]


def real_width(text, weight):
    with TTFont(FILES / f"source-sans-3-latin-{weight}-normal.woff2") as font:
        advances, glyphs = font["hmtx"], font.getBestCmap()
        return sum(advances[glyphs[ord(letter)]][0] for letter in text) / font["head"].unitsPerEm


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(("weight", "bold"), [(400, False), (600, True)])
def test_widths_are_the_typefaces_own_within_four_per_cent(text, weight, bold):
    assert width_of(text, 100, bold=bold) == pytest.approx(100 * real_width(text, weight), rel=0.04)


def test_unknown_letters_count_as_wide():
    assert width_of("猫", 10) == 6


def test_a_text_that_fits_is_left_alone():
    assert wrapped("Kort", 16, 100) == ["Kort"]
    assert shortened("Kort", 16, 100) == "Kort"


def test_lines_break_between_words_and_fit():
    lines = wrapped("Kemikalier förvaras invallat och skyddat", 16, 140, lines=3)
    assert " ".join(lines) == "Kemikalier förvaras invallat och skyddat"
    assert all(width_of(line, 16) <= 140 for line in lines)


def test_what_is_left_over_ends_in_an_ellipsis():
    lines = wrapped("ett två tre fyra fem sex sju åtta nio tio", 16, 60, lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width_of(lines[1], 16) <= 60


def test_a_word_that_is_too_long_by_itself_is_cut():
    (line,) = wrapped("Livsmedelsanläggningskontrollavgift", 16, 100)
    assert line.endswith("…")
    assert width_of(line, 16) <= 100
