"""Tiles and days."""

from dataclasses import dataclass
from datetime import date

import pytest

from samsyn.web.rules import days_left, lake_of, tiles_of


@dataclass
class Place:
    name: str
    office_id: int
    tile_column: int
    tile_row: int = 0
    code: str = "0000"


@pytest.mark.parametrize(("day", "left"), [(30, 7), (23, 0), (20, -3)])
def test_days_left(day, left):
    assert days_left(date(2026, 11, day), date(2026, 11, 23)) == left


def test_a_joint_office_is_one_shape_named_from_the_west():
    tiles = tiles_of([Place("Habo", 1, 1), Place("Mullsjö", 1, 0), Place("Tranås", 2, 4)])
    assert [(tile.names, tile.column, tile.is_joint) for tile in tiles] == [
        (("Mullsjö", "Habo"), 0, True),
        (("Tranås",), 4, False),
    ]


def test_no_municipalities_make_no_map():
    assert tiles_of([]) == []


def test_the_lake_is_drawn_beside_jonkoping_only():
    lake = lake_of([Place("Aneby", 1, 3), Place("Jönköping", 2, 2, 1, "0680")])
    assert lake is not None and lake.name == "Vättern"
    assert lake_of([Place("Norrexempel", 1, 0)]) is None
