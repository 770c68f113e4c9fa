"""For measuring (`make bench`): all statistics of a campaign from its counts, as the hourly job works them out.

Small-cell protection and the mixed model stand beside, per question: the job logs how far the model has come.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from samsyn.equality.interface import Compared, compare_each, shown_of, spread_over_offices
from samsyn.lib.rates import Share

# Offices, questions, submissions, and the aim in seconds.
SIZES = ((12, 60, 3_000, 1.0), (290, 60, 100_000, 10.0))
_FEW = 3
_K = 5


def measured() -> list[dict[str, Any]]:
    """One row per size, each time in seconds of wall clock and of processor."""
    compare_each(_asked(5, 1, 200), k=_K)  # what is loaded when first used
    rows = []
    for offices, questions, submissions, aim in SIZES:
        asked = _asked(offices, questions, submissions)
        few = asked[:_FEW]
        rows.append(
            {
                "offices": offices,
                "questions": questions,
                "submissions": submissions,
                "aim": aim,
                "statistics": _timed(partial(compare_each, asked, k=_K, protect=False)),
                "protection_of_three": _timed(partial(shown_of, [one.shares for one in few], _K)),
                "spread_of_three": _timed(partial(_spread, few)),
            }
        )
    return rows


def _spread(few: list[Compared]) -> None:
    for one in few:
        spread_over_offices(one)


def _asked(offices: int, questions: int, submissions: int) -> list[Compared]:
    """Invented counts: offices of unlike size that differ a little, six per cent not checked, four not applicable."""
    dice = np.random.default_rng(2026)
    sizes = dice.multinomial(submissions, dice.dirichlet(np.full(offices, 3)))
    found = []
    for number in range(questions):
        share = dice.beta(2, 5)
        odds = np.log(share / (1 - share)) + 0.4 * dice.normal(size=offices)
        bad = 0.9 / (1 + np.exp(-odds))
        counts = dice.multinomial(
            sizes, np.column_stack([bad, 0.9 - bad, np.full(offices, 0.06), np.full(offices, 0.04)])
        )
        shares = {office: Share(*row.tolist()) for office, row in enumerate(counts, start=1)}
        found.append(Compared(f"q{number}", str(number), "", shares))
    return found


def _timed(work: Callable[[], object]) -> dict[str, float]:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return {
        "seconds": round(time.perf_counter() - wall, 2),
        "processor_seconds": round(time.process_time() - processor, 2),
    }
