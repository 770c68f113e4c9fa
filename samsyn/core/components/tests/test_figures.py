"""Bars and tiles are true to their numbers."""

import pytest

from samsyn.core.components.figures import (
    AnswerBar,
    AnswerRow,
    Lake,
    ProgressRow,
    ProgressRows,
    Tile,
    TileMap,
    percent_of,
    progress_tile,
    step_of,
)


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(1, 3, "33.33%"), (2, 2, "100%"), (0, 5, "0%"), (0, 0, "0%"), (1, 8, "12.5%")],
)
def test_a_share_of_a_box_is_written_with_a_point(part, whole, written):
    assert percent_of(part, whole) == written


class TestAnswerBar:
    def test_stands_in_the_order_a_ua_ek_ea_without_gaps(self):
        bar = AnswerBar(a=10, ua=20, ek=5, ea=5)
        assert [(s.code, s.number, s.x, s.width) for s in bar.segments] == [
            ("a", 10, "0%", "25%"),
            ("ua", 20, "25%", "50%"),
            ("ek", 5, "75%", "12.5%"),
            ("ea", 5, "87.5%", "12.5%"),
        ]

    def test_leaves_out_answers_that_nobody_gave(self):
        assert [s.code for s in AnswerBar(a=1, ea=1).segments] == ["a", "ea"]

    def test_counts_only_assessed_objects_in_n(self):
        assert AnswerBar(a=24, ua=52, ek=5, ea=3).assessed == 76

    def test_is_shorter_than_its_box_when_the_whole_is_larger(self):
        (segment,) = AnswerBar(a=21, total=84).segments
        assert segment.width == "25%"

    def test_says_the_same_in_words(self):
        text = AnswerBar(a=24, ua=52, ea=3).text
        assert text == "24 avvikelse, 52 utan avvikelse och 3 ej aktuell"
        assert AnswerBar().text == "inga svar"

    @pytest.mark.parametrize(("number", "fit"), [(50, "always"), (5, "wide"), (2, "never")])
    def test_writes_a_number_only_where_it_has_room(self, number, fit):
        assert AnswerBar(a=number, total=100).segments[0].fit == fit

    @pytest.mark.parametrize("wrong", [{"a": -1}, {"a": 5, "ua": 6, "total": 10}])
    def test_refuses_what_cannot_be_counts(self, wrong):
        with pytest.raises(ValueError, match="not counts"):
            AnswerBar(**wrong)


class TestAnswerRow:
    def test_share_of_deviation_is_of_the_assessed(self):
        assert AnswerRow("1", AnswerBar(a=24, ua=52, ek=5, ea=3)).share == "32\u00a0%"

    def test_says_nothing_when_nothing_was_assessed(self):
        assert AnswerRow("1", AnswerBar(ek=3)).share == "–"


class TestProgressRows:
    def test_a_bars_length_is_the_offices_own_plan(self):
        small, large = ProgressRows([ProgressRow("A", 1, 6), ProgressRow("J", 24, 24)]).drawn
        assert (small.track, small.done) == ("25%", "4.17%")
        assert (large.track, large.done) == ("100%", "100%")

    def test_even_pace_is_a_share_of_the_offices_own_plan(self):
        half, whole = ProgressRows([ProgressRow("A", 0, 12), ProgressRow("J", 0, 24)], 0.5).drawn
        assert (half.pace, whole.pace) == ("25%", "50%")

    def test_more_than_planned_stretches_the_scale_and_not_the_box(self):
        (row,) = ProgressRows([ProgressRow("A", 15, 10)]).drawn
        assert (row.track, row.done) == ("66.67%", "100%")

    def test_an_office_without_a_plan_has_no_pace(self):
        (row,) = ProgressRows([ProgressRow("A")], 0.5).drawn
        assert row.pace == ""

    def test_plans_of_different_kinds_can_have_the_same_length(self):
        rows = ProgressRows([ProgressRow("A", 1, 2), ProgressRow("L", 10, 100)], same_length=True)
        assert [(row.track, row.done) for row in rows.drawn] == [("100%", "50%"), ("100%", "10%")]

    def test_refuses_a_share_that_is_none(self):
        with pytest.raises(ValueError, match="between 0 and 1"):
            ProgressRows([], 82)

    def test_refuses_negative_numbers(self):
        with pytest.raises(ValueError, match="is not progress"):
            ProgressRow("A", -1, 4)


class TestTileMap:
    @pytest.mark.parametrize(
        ("percent", "step"),
        [
            (None, 0),
            (0, 0),
            (1, 1),
            (24, 1),
            (25, 2),
            (49, 2),
            (50, 3),
            (74, 3),
            (75, 4),
            (99, 4),
            (100, 5),
            (130, 5),
        ],
    )
    def test_colours_have_six_steps(self, percent, step):
        assert step_of(percent) == step

    def test_almost_done_never_has_the_colour_of_done(self):
        tile = progress_tile(["A"], column=0, row=0, done=999, planned=1000)
        assert tile.step == 4

    def test_a_tile_says_percent_and_count(self):
        tile = progress_tile(["Mullsjö", "Habo"], column=0, row=0, done=5, planned=8)
        assert (tile.value, tile.detail, tile.is_joint) == ("63\u00a0%", "5 av 8", True)

    def test_an_office_that_does_not_take_part_has_no_value(self):
        tile = progress_tile(["Gnosjö"], column=1, row=3, done=0, planned=0, takes_part=False)
        assert (tile.takes_part, tile.value, tile.detail) == (False, "", "deltar inte")

    def test_an_office_without_a_plan_shows_its_number(self):
        tile = progress_tile(["Aneby"], column=3, row=1, done=2, planned=0)
        assert (tile.step, tile.value, tile.detail) == (0, "2", "ingen plan")

    def test_is_read_in_swedish_order_of_names(self):
        tiles = [Tile((name,), 0, 0) for name in ["Örebro", "Åre", "Ängelholm", "Zinkgruvan"]]
        county = TileMap("Länet", tiles, lake=Lake("Vättern", 2, 0))
        assert [tile.names[0] for tile in county.in_order] == [
            "Zinkgruvan",
            "Åre",
            "Ängelholm",
            "Örebro",
        ]

    @pytest.mark.parametrize("wrong", [{"names": ()}, {"names": ("A",), "step": 6}])
    def test_refuses_what_is_no_tile(self, wrong):
        with pytest.raises(ValueError, match="not a tile"):
            Tile(**wrong, column=0, row=0)
