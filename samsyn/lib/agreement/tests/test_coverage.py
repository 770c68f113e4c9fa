"""How often a 95 % interval holds the truth at county size: thirteen officers and eight questions.

The truth is the agreement of endlessly many officers over endlessly many questions of the same kind, worked out from
120,000 questions. The worlds are chosen to be hard: rare deviations, questions on a knife's edge, officers who are
strict or mild throughout, three and four answers, answers in order. The figures stand in docs/methods/agreement.md.
"""

import numpy as np
import pytest

from samsyn.lib.agreement import agreement, change
from samsyn.lib.agreement.measures import coefficients

QUESTIONS, OFFICERS, DRAWS = 8, 13, 1500
DICE = np.random.default_rng(2014)


def rare(questions, officers):
    """Deviations are rare, and officers alike."""
    return (DICE.random((questions, officers)) < DICE.beta(0.6, 2, questions)[:, None]).astype(int)


def clear(questions, officers):
    """Most questions are clear one way or the other."""
    return (DICE.random((questions, officers)) < DICE.beta(0.4, 0.4, questions)[:, None]).astype(
        int
    )


def divided(questions, officers):
    """Most questions divide the officers."""
    return (DICE.random((questions, officers)) < DICE.beta(2, 2, questions)[:, None]).astype(int)


def strict_and_mild(questions, officers):
    """Some officers are strict throughout, and some are mild."""
    odds = -1 + 2 * DICE.normal(size=(questions, 1)) + 0.7 * DICE.normal(size=(1, officers))
    return (DICE.random((questions, officers)) < 1 / (1 + np.exp(-odds))).astype(int)


def three_answers(questions, officers):
    """Without deviation, with, and not checked."""
    ends = DICE.dirichlet([0.8, 0.5, 0.2], questions).cumsum(axis=1)
    return (DICE.random((questions, officers, 1)) > ends[:, None, :-1]).sum(axis=2)


def in_order(questions, officers):
    """Four measures from mild to strict, and officers with leanings."""
    lean = 1.2 * DICE.normal(size=(questions, 1)) + 0.4 * DICE.normal(size=(1, officers))
    return np.searchsorted([-1, 0, 1], lean + DICE.normal(size=(questions, officers)))


WORLDS = {
    rare: (2, "nominal"),
    clear: (2, "nominal"),
    divided: (2, "nominal"),
    strict_and_mild: (2, "nominal"),
    three_answers: (3, "nominal"),
    in_order: (4, "ordinal"),
}


def truth_of(world):
    kinds, scale = WORLDS[world]
    counts = [
        np.stack([(found == kind).sum(axis=1) for kind in range(kinds)], axis=1)
        for found in (world(400, 60) for _ in range(300))
    ]
    table = np.vstack(counts).astype(float)
    return [float(one[0]) for one in coefficients(table, np.ones((1, len(table))), scale)]


def ratings_of(found):
    return [[str(answer) for answer in item] for item in found]


def held(measures, truth):
    return [
        one.low is not None and one.low <= true <= one.high
        for one, true in zip(measures, truth, strict=True)
    ]


@pytest.mark.proof
def test_the_measures_cover_at_county_size():
    covered = {}
    for world, (kinds, scale) in WORLDS.items():
        truth, answers = truth_of(world), [str(kind) for kind in range(kinds)]
        rows = []
        while len(rows) < DRAWS:
            found = agreement(ratings_of(world(QUESTIONS, OFFICERS)), answers, scale=scale)
            if not found.unanimous and found.alpha.value is not None:
                rows.append(held((found.raw, found.ac, found.alpha), truth))
        covered[world.__name__] = np.mean(rows, axis=0)
    every = np.array(list(covered.values()))
    # Over the worlds together within what is promised; in no single world far outside it.
    assert (every.mean(axis=0) >= 0.93).all() and (every.mean(axis=0) <= 0.97).all(), covered
    assert (every >= 0.925).all() and (every <= 0.982).all(), covered


@pytest.mark.proof
@pytest.mark.parametrize("paired", [True, False])
def test_the_difference_between_two_rounds_covers_at_county_size(paired):
    """Two rounds of equivalent cases in the same world: the true difference is none."""
    officers = range(OFFICERS)
    covered = {}
    for world, (kinds, scale) in WORLDS.items():
        answers, rows = [str(kind) for kind in range(kinds)], []
        while len(rows) < DRAWS // 2:
            both = world(2 * QUESTIONS, OFFICERS if paired else 2 * OFFICERS)
            first, second = both[:QUESTIONS, :OFFICERS], both[QUESTIONS:, -OFFICERS:]
            later = officers if paired else range(OFFICERS, 2 * OFFICERS)
            found = change(
                ratings_of(first), ratings_of(second), answers, scale=scale,
                first_officers=officers, second_officers=later,
            )  # fmt: skip
            assert found.paired is paired
            if found.alpha.low is not None:
                rows.append(held((found.raw, found.ac, found.alpha), (0, 0, 0)))
        covered[world.__name__] = np.mean(rows, axis=0)
    every = np.array(list(covered.values()))
    assert (every.mean(axis=0) >= 0.93).all() and (every.mean(axis=0) <= 0.97).all(), covered
    assert (every >= 0.92).all() and (every <= 0.985).all(), covered
