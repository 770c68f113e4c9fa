"""How alike one question was answered."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.lib.agreement import agreement, question_agreement


def test_half_against_half():
    found = question_agreement([11, 11, 0, 0])
    assert found.n == 22
    assert found.raw.value == pytest.approx(110 / 231)
    assert found.raw.low < found.raw.value < found.raw.high


def test_more_officers_give_a_narrower_interval():
    few, many = question_agreement([8, 2]), question_agreement([80, 20])
    assert many.raw.high - many.raw.low < few.raw.high - few.raw.low


def test_everyone_alike_is_a_case_of_its_own():
    found = question_agreement([13, 0])
    assert found.unanimous
    assert found.raw.value == found.ac.value == 1
    assert found.raw.low is found.ac.high is None


def test_one_officer_agrees_with_nobody():
    assert question_agreement([1, 0]) is None
    assert question_agreement([0, 0]) is None


@pytest.mark.parametrize("counts", [[3], [3, -1]])
def test_what_is_no_count_is_refused(counts):
    with pytest.raises(ValueError):
        question_agreement(counts)


@settings(deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=5).filter(lambda c: sum(c) > 1))
def test_it_is_the_share_of_agreeing_pairs_and_the_same_as_over_one_item(counts):
    found = question_agreement(counts)
    answers = [str(kind) for kind, number in enumerate(counts) for _ in range(number)]
    pairs = [one == other for one, other in combinations(answers, 2)]
    assert found.raw.value == pytest.approx(sum(pairs) / len(pairs))
    same = agreement([answers], [str(i) for i in range(len(counts))])
    assert found.ac.value == pytest.approx(same.ac.value)
