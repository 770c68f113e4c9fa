"""Do officers differ between offices or within them?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.lib.agreement import agreement, of_groups, within_and_between

OFFICES = list("aaabbbcccd")


def test_offices_that_judge_alike_within_and_differ_between():
    ratings = [list("AAABBBAAAB"), list("BBBAAABBBA"), list("AAAAAABBBB"), list("AAABBBAAAA")]
    found = within_and_between(ratings, OFFICES)
    assert found.within == 1
    assert found.between < 0.7
    assert found.difference.low > 0
    assert (found.offices, found.pairs) == (3, 9)


def test_offices_below_the_smallest_group_have_no_figure_of_their_own():
    officers = list("aaaaabbbbcc")
    assert of_groups([list("AABBAABABAA")] * 3, officers) == {"a": (5, pytest.approx(4 / 10))}


def test_a_colleague_who_did_not_answer_is_not_counted():
    ratings = [[*"AAABBBAA", None, "B"]] * 3
    assert within_and_between(ratings, OFFICES).pairs == 3 + 3 + 1


@pytest.mark.parametrize(
    ("offices", "why"),
    [
        ("abcdefghij", "one officer each"),
        ("aabcdefghi", "the figure would be two officers' answers"),
        ("aaaaaaabbb", "two offices: each could subtract its own"),
        ("aabbccdefg", "three pairs of colleagues"),
        ("aaaaaaaaaa", "nobody to compare the office with"),
    ],
)
def test_it_is_not_told_when_few_could_be_recognised(offices: str, why: str):
    assert within_and_between([list("AABBABABAB")] * 4, offices) is None, why


def test_unanimous_officers_differ_nowhere():
    found = within_and_between([["A"] * 10] * 4, OFFICES)
    assert found.within == found.between == 1
    assert found.difference.value == 0
    assert found.difference.low is None


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("AB"), min_size=10, max_size=10), min_size=1, max_size=5))
def test_within_and_between_make_up_the_raw_agreement(ratings):
    found = within_and_between(ratings, OFFICES)
    pairs = 45
    whole = (found.within * found.pairs + found.between * (pairs - found.pairs)) / pairs
    assert whole == pytest.approx(agreement(ratings, "AB").raw.value)
