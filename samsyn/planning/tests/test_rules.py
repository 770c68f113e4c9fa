"""Decisions from values alone."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.planning.rules import (
    Line,
    ballot_fault,
    next_number,
    shared_fees,
    similarity,
    tally,
    with_places,
)


def lines(*values):
    return [(f"F{n}", value) for n, value in enumerate(values, start=1)]


def test_ranks_are_each_place_once():
    assert ballot_fault("rank", lines(Line(2), Line(1), Line(3)), points=10) is None


@pytest.mark.parametrize("ranks", [(1, 1, 3), (0, 1, 2), (1, 2, None), (2, 3, 4)])
def test_other_ranks_are_refused_with_how_many_places_there_are(ranks):
    fault = ballot_fault("rank", lines(*map(Line, ranks)), points=10)
    assert (fault.code, fault.params) == ("rank_all_once", {"most": 3})


def test_points_must_be_exactly_distributed():
    assert ballot_fault("points", lines(Line(7), Line(3), Line(None)), points=10) is None
    fault = ballot_fault("points", lines(Line(7), Line(4)), points=10)
    assert fault.params == {"given": 11, "points": 10}


def test_negative_points_do_not_make_room_for_more():
    assert ballot_fault("points", lines(Line(12), Line(-2)), points=10).code == "points_sum"


def test_a_no_needs_its_reason_and_abstaining_does_not():
    assert (
        ballot_fault("yes_no", lines(Line(stance="abstain"), Line(stance="yes")), points=0) is None
    )
    fault = ballot_fault(
        "yes_no", lines(Line(stance="yes"), Line(stance="no", reason=" ")), points=0
    )
    assert (fault.code, fault.params) == ("no_needs_reason", {"title": "F2"})


def test_an_empty_or_unknown_stance_is_refused():
    assert ballot_fault("yes_no", lines(Line()), points=0).code == "stance_needed"
    assert ballot_fault("yes_no", lines(Line(stance="kanske")), points=0).code == "stance_needed"


def test_yes_answers_are_the_score_and_all_answers_are_spread():
    answers = [Line(stance=s) for s in ("yes", "yes", "no", "abstain")]
    counted = tally("yes_no", answers, questions=2)
    assert (counted.n, counted.score) == (4, 2)
    assert counted.spread == (("yes", 2), ("no", 1), ("abstain", 1))


def test_the_first_place_of_three_gives_three():
    counted = tally("rank", [Line(1), Line(3)], questions=3)
    assert (counted.score, counted.spread) == (4, (("1", 1), ("2", 0), ("3", 1)))


def test_points_are_summed_and_spread_by_how_many_were_given():
    counted = tally("points", [Line(5), Line(5), Line(0)], questions=2)
    assert (counted.score, counted.spread) == (10, (("0", 1), ("5", 2)))


def test_nobody_answered_is_a_count_of_none():
    assert tally("yes_no", [], questions=2).n == 0


def test_equal_scores_share_a_place_and_are_marked():
    three = [tally("points", [Line(n)], questions=3) for n in (4, 9, 4)]
    assert [(t.place, t.is_tied) for t in with_places(three)] == [(2, True), (1, False), (2, True)]


def test_numbers_run_through_the_year_and_start_again():
    assert next_number(2026, ["2026-09", "2025-30", "2026-10"]) == "2026-11"
    assert next_number(2027, ["2026-09"]) == "2027-01"


# A loaded machine is no fault of the rule.
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 10**7), st.lists(st.integers(0, 200_000), min_size=1, max_size=20))
def test_fees_add_up_and_differ_from_the_exact_share_by_less_than_a_krona(total, bases):
    fees = shared_fees(total, bases)
    if sum(bases) == 0:
        assert set(fees) == {0}
        return
    assert sum(fees) == total
    exact = [Fraction(total * basis, sum(bases)) for basis in bases]
    assert all(abs(fee - part) < 1 for fee, part in zip(fees, exact, strict=True))


def test_similarity_is_the_share_of_the_wanted_words():
    assert similarity({"avlopp", "brunn"}, {"avlopp", "skola"}) == Fraction(1, 2)
    assert similarity(set(), {"avlopp"}) == 0
