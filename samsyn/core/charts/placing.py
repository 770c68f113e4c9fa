"""Finds a free place for each label near its point, the same one every time.

Labels are placed one after another, the important first. A label tries eight places close to its
point and then wider rings; further away it gets a leader line. A label that must show always gets
the place that covers least; another one is left out when nothing near is free (its value stands in
the table).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from samsyn.core.charts.lettering import width_of

__all__ = ["Box", "Label", "Placed", "place"]

Point = tuple[float, float]
# Right, left, above, below, then the corners: the order in which a reader expects a label.
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_RINGS = (0.0, 10.0, 22.0, 38.0, 58.0, 82.0, 110.0, 150.0)
_NEAR = 3  # rings in which a label that may be left out is tried
_LEADER_FROM = 2


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The shared area."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def inside(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs to a point; `radius` is the mark's own size."""

    text: str
    at: Point
    radius: float
    must_show: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    label: Label
    box: Box
    baseline: Point
    leader: bool


def place(
    labels: Sequence[Label], *, room: Box, size: float, obstacles: Sequence[Box] = ()
) -> list[Placed]:
    """Places for the labels, in the order given; those without a place are missing.

    `obstacles` are other marks and lines to keep clear of, in the drawing's units.
    """
    marks = [_mark(label) for label in labels]
    taken = [*obstacles]
    placed: dict[int, Placed] = {}
    for number in sorted(range(len(labels)), key=lambda i: (not labels[i].must_show, labels[i].at)):
        label = labels[number]
        others = [*taken, *(mark for at, mark in enumerate(marks) if at != number)]
        found = _best(label, room, size, others)
        if found:
            placed[number] = found
            taken.append(found.box)
    return [placed[number] for number in sorted(placed)]


def _mark(label: Label) -> Box:
    (x, y), r = label.at, label.radius
    return Box(x - r, y - r, x + r, y + r)


def _best(label: Label, room: Box, size: float, others: Sequence[Box]) -> Placed | None:
    best: tuple[float, Placed] | None = None
    for ring, side in product(range(len(_RINGS) if label.must_show else _NEAR), _SIDES):
        tried = _tried(label, ring, side, size)
        if not tried.box.inside(room):
            continue
        covered = sum(tried.box.overlap(other) for other in others)
        if not covered:
            return tried
        if best is None or covered < best[0]:
            best = (covered, tried)
    return best[1] if best and label.must_show else None


def _tried(label: Label, ring: int, side: tuple[int, int], size: float) -> Placed:
    width, height = width_of(label.text, size, bold=label.must_show), size
    away = label.radius + 4 + _RINGS[ring]
    reach = away if 0 in side else away * 0.75
    x, y = label.at[0] + side[0] * reach, label.at[1] + side[1] * reach
    left = x - width * (1 - side[0]) / 2
    top = y - height * (1 - side[1]) / 2
    box = Box(left, top, left + width, top + height)
    return Placed(label, box, (left, top + height * 0.8), ring >= _LEADER_FROM)
