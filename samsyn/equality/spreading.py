"""How much of the variation lies between offices, between officers of the same office, and in what was visited."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samsyn.campaigns.interface import Cell, QuestionCells
from samsyn.equality.comparing import Compared
from samsyn.lib.mixed import Mor, mor_with_interval, refusal

Numbers = dict[str, Any]
# Within offices can be told only when some offices have two officers or more who reported.
FEWEST_OFFICES_WITH_TWO = 3


def spread_of(question: QuestionCells) -> Numbers:
    """Median odds ratios as kept numbers, or why there are none. Officers are told of only when enough have colleagues."""
    cells, count, n = question.cells, question.deviating, question.assessed
    offices = [cell.office for cell in cells]
    if refused := refusal(offices, count, n):
        return {"why": refused.why, "has": refused.has, "needs": refused.needs}
    design, kinds = _design(cells)
    found: Numbers = {"kinds": kinds}
    officers = [(cell.office, cell.officer) for cell in cells]
    with_two = _offices_with_two(cells)
    if with_two < FEWEST_OFFICES_WITH_TWO:
        found |= {"office": _plain(mor_with_interval(count, n, design, [offices]))}
        return found | {"officers_why": {"has": with_two, "needs": FEWEST_OFFICES_WITH_TWO}}
    both: list[Sequence[Hashable]] = [offices, officers]
    return found | {
        "office": _plain(mor_with_interval(count, n, design, both)),
        "officer": _plain(mor_with_interval(count, n, design, both, level=1)),
    }


def spread_over_offices(compared: Compared) -> Numbers:
    """Where only each office's counts are known: between offices only."""
    cells = [Cell(office, None, "", "") for office in compared.shares]
    numbers = [(one.numerator, one.denominator) for one in compared.shares.values()]
    counts = np.array(numbers, np.int64).reshape(-1, 2)
    return spread_of(QuestionCells(compared.name, cells, counts[:, 0], counts[:, 1]))


def _offices_with_two(cells: Sequence[Cell]) -> int:
    officers = defaultdict(set)
    for cell in cells:
        if cell.officer is not None:
            officers[cell.office].add(cell.officer)
    return sum(len(found) > 1 for found in officers.values())


def _design(cells: Sequence[Cell]) -> tuple[NDArray[np.float64], int]:
    """A column of ones, and one for each kind of object and way of choosing beyond the first of each."""
    kinds = sorted({cell.object_type for cell in cells})
    ways = sorted({cell.selection for cell in cells})
    rows = [
        [1.0]
        + [float(cell.object_type == kind) for kind in kinds[1:]]
        + [float(cell.selection == way) for way in ways[1:]]
        for cell in cells
    ]
    return np.array(rows), len(kinds)


def _plain(mor: Mor) -> Numbers:
    return {"value": mor.value, "low": mor.low, "high": None if mor.high == inf else mor.high}
