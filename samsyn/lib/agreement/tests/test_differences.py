"""Did agreement change from one round to the next?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.lib.agreement import agreement, change

SPLIT = [list("AABBAB"), list("AABBBA"), list("AAAABB"), list("ABABAB")]
ALIKE = [list("AAAAAA"), list("AAAAAB"), list("BBBBBB"), list("AABAAA")]


def compare(first, second, *, officers=range(6), later=range(6), **more):
    return change(first, second, "AB", first_officers=officers, second_officers=later, **more)


def test_agreement_that_rose_on_every_question():
    found = compare(SPLIT, ALIKE)
    one, two = agreement(SPLIT, "AB"), agreement(ALIKE, "AB")
    assert found.raw.value == pytest.approx(two.raw.value - one.raw.value)
    assert found.ac.value == pytest.approx(two.ac.value - one.ac.value)
    assert found.alpha.value == pytest.approx(two.alpha.value - one.alpha.value)
    assert 0 < found.raw.low < found.raw.value < found.raw.high
    assert found.rises is True
    assert found.paired
    assert found.officers == (6, 6)


def test_the_other_way_round_it_is_the_same_change_with_another_sign():
    up, down = compare(SPLIT, ALIKE), compare(ALIKE, SPLIT)
    assert down.raw.low == pytest.approx(-up.raw.high)
    assert down.rises is False


def test_the_interval_of_raw_agreement_is_that_of_the_paired_t_test():
    found = compare(SPLIT, ALIKE)
    apart = np.array(found.by_question)
    half = 3.182446 * apart.std(ddof=1) / 2  # Student's t, 3 degrees of freedom
    assert found.raw.low == pytest.approx(apart.mean() - half, abs=1e-5)


def test_only_those_who_answered_both_rounds_are_compared():
    # The seventh officer answered the second round only, always against the others.
    later = [[*item, "B" if item[0] == "A" else "A"] for item in ALIKE]
    found = compare(SPLIT, later, later=range(7))
    assert found.officers == (6, 6)
    assert found.raw.value == compare(SPLIT, ALIKE).raw.value


def test_with_too_few_in_both_rounds_all_are_compared_and_it_is_said():
    found = compare(SPLIT, ALIKE, later=range(2, 8))
    assert not found.paired
    assert found.officers == (6, 6)


def test_a_change_that_may_be_chance_is_neither_up_nor_down():
    assert compare(SPLIT, [ALIKE[0], SPLIT[1], list("ABABAB"), list("AABBAB")]).rises is None


def test_questions_nobody_answered_again_are_left_out():
    found = compare(SPLIT, [*ALIKE[:3], [None] * 6])
    assert found.questions == 3
    assert found.by_question[3] is None


def test_one_question_has_a_difference_without_interval():
    found = compare(SPLIT[:1], ALIKE[:1])
    assert found.raw.value > 0
    assert found.raw.low is None
    assert found.rises is None


def test_nothing_comparable_gives_nothing():
    assert compare([[None] * 6], [list("AAAAAA")]) is None


def test_other_questions_are_refused():
    with pytest.raises(ValueError):
        compare(SPLIT, ALIKE[:2])


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("AB"), min_size=6, max_size=6), min_size=1, max_size=6))
def test_the_same_answers_again_are_no_change(ratings):
    found = compare(ratings, ratings)
    assert found.raw.value == 0
    assert found.rises is None
    assert set(found.by_question) == {0}
