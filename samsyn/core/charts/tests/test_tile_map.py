import pytest

from samsyn.core.charts import colours
from samsyn.core.charts.interface import Lake, Tile, tile_map
from samsyn.core.charts.tests.factories import TILES, TITLE, a_map, elements, words_of


def tiles(svg):
    return elements(svg, "rect")


def test_habo_and_mullsjo_are_one_tile_over_two_places():
    svg = a_map().wide
    widths = sorted({round(float(e.get("width"))) for e in tiles(svg)})
    assert len(tiles(svg)) == 12
    assert widths[-1] == pytest.approx(2 * widths[0] + 8, abs=3)
    assert {"Mullsjö", "Habo", "gemensamt kontor"} <= set(words_of(svg))


def test_thirteen_municipalities_and_the_lake_are_named_at_both_widths():
    names = {name for tile in TILES for name in tile.names} | {"Vättern"}
    assert len(names) == 14
    for svg in (a_map().wide, a_map().narrow):
        assert names <= set(words_of(svg))


@pytest.mark.parametrize(
    ("done", "planned", "step"),
    [(0, 8, 0), (1, 100, 1), (24, 100, 1), (25, 100, 2), (49, 100, 2), (50, 100, 3), (74, 100, 3),
     (75, 100, 4), (99, 100, 4), (100, 100, 5), (16, 14, 5), (0, 0, 0)],
)  # fmt: skip
def test_the_colour_says_how_much_of_the_plan(done, planned, step):
    chart = tile_map("k", TITLE, [Tile(("Aneby",), 0, 0, done, planned)])
    assert tiles(chart.wide)[0].get("fill") == colours.STEPS[step][0]


def test_the_value_and_the_count_stand_in_each_tile():
    words = words_of(tile_map("k", TITLE, [Tile(("Aneby",), 0, 0, 4, 5)]).narrow)
    assert words == ["Aneby", "4 av 5", "80\u00a0%"]


def test_not_taking_part_has_a_dashed_edge_and_words():
    chart = tile_map("k", TITLE, [Tile(("Gnosjö",), 0, 0)])
    (tile,) = tiles(chart.wide)
    assert (tile.get("fill"), tile.get("stroke-dasharray")) == (colours.WHITE, "4 3")
    assert "deltar inte" in words_of(chart.wide)
    assert chart.rows == (("Gnosjö", "", "", "deltar inte"),)


def test_tiles_keep_the_directions_of_the_county():
    def at(name, axis):
        text = elements(a_map().wide, "text")
        return next(float(e.get(axis)) for e in text if e.text == name)

    assert at("Gislaved", "x") < at("Värnamo", "x") < at("Vetlanda", "x")
    assert at("Tranås", "y") < at("Eksjö", "y") < at("Vetlanda", "y")


def test_the_table_is_alphabetical_with_the_joint_office_as_one_row():
    assert [row[0] for row in a_map().rows][:4] == ["Aneby", "Eksjö", "Gislaved", "Gnosjö"]
    assert "Habo–Mullsjö" in {row[0] for row in a_map().rows}


def test_two_tiles_in_one_place_are_refused():
    with pytest.raises(ValueError, match="same place"):
        tile_map("k", TITLE, [Tile(("Mullsjö", "Habo"), 0, 0), Tile(("Tranås",), 1, 0)])
    with pytest.raises(ValueError, match="same place"):
        tile_map("k", TITLE, [Tile(("Tranås",), 2, 0)], lake=Lake("Vättern", 2, 0))


def test_an_empty_map_is_refused():
    with pytest.raises(ValueError, match="no tiles"):
        tile_map("k", TITLE, [])
