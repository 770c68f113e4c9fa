"""From values to places on a drawing, and the round numbers an axis carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

__all__ = ["Scale", "round_step", "ticks"]


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to units; `start` may lie right of or below `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        span = self.high - self.low or 1
        return self.start + (value - self.low) / span * (self.end - self.start)


def round_step(span: float, wanted: int) -> float:
    """The step 1, 2, 2.5 or 5 times a power of ten that gives at most so many steps."""
    if span <= 0:
        return 1
    rough = span / wanted
    power = 10.0 ** floor(log10(rough))
    return next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= rough - 1e-9 * power)


def ticks(values: Sequence[float], *, wanted: int = 4, whole: bool = False) -> list[float]:
    """Ticks from 0 (or below, when values are) to the first one at or above the largest value."""
    low, high = min([0.0, *values]), max([0.0, *values])
    step = round_step(high - low, wanted)
    if whole:
        step = max(1.0, float(ceil(step)))
    first, last = floor(low / step), ceil(high / step - 1e-9)
    return [place * step for place in range(first, max(last, first + 1) + 1)]
