"""Agreement between officers who judged the same case."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.lib.agreement import agreement

ANSWERS = ("UA", "A", "EK", "EA")

# 13 officers, 8 items, four of them with one dissent.
NEARLY = [["A"] + ["UA"] * 12] * 4 + [["UA"] * 13] * 4

# Krippendorff's own example with missing data (2011, "Computing Krippendorff's
# Alpha-Reliability", part C): four observers, twelve units.
OBSERVERS = ["123321412   ", "1233224125 3", " 3332342251 ", "12332441251 "]
EXAMPLE = [
    [None if mark == " " else mark for mark in unit] for unit in zip(*OBSERVERS, strict=True)
]

some_ratings = st.integers(2, 5).flatmap(
    lambda raters: st.lists(
        st.lists(st.sampled_from([None, *ANSWERS]), min_size=raters, max_size=raters),
        min_size=1,
        max_size=8,
    )
)


def test_near_unanimity_is_not_called_worse_than_chance_by_all_three():
    result = agreement(NEARLY, ("UA", "A"))
    assert result.raw.value == pytest.approx(0.923, abs=5e-4)
    assert result.ac.value == pytest.approx(0.917, abs=5e-4)
    assert result.alpha.value == pytest.approx(-0.03, abs=5e-3)
    assert (result.items, result.raters, result.answers) == (8, 13, 104)
    assert not result.unanimous


def test_krippendorffs_example_with_missing_answers():
    nominal = agreement(EXAMPLE, "12345")
    assert nominal.alpha.value == pytest.approx(0.743, abs=5e-4)
    # Gwet's coefficients of the same data, as his handbook and irrCAC give them.
    assert nominal.raw.value == pytest.approx(0.81818, abs=5e-6)
    assert nominal.ac.value == pytest.approx(0.77544, abs=5e-6)
    assert agreement(EXAMPLE, "12345", scale="ordinal").alpha.value == pytest.approx(
        0.815, abs=5e-4
    )
    assert nominal.items == 11
    assert nominal.answers == 41


def test_unanimity_is_a_case_of_its_own():
    result = agreement([["UA"] * 5, ["A"] * 5], ANSWERS)
    assert result.unanimous
    assert not result.single_category
    assert result.raw.value == result.ac.value == result.alpha.value == 1
    assert result.raw.low is None


def test_with_one_category_only_alpha_is_undefined():
    result = agreement([["UA"] * 5, ["UA"] * 5], ANSWERS)
    assert result.unanimous
    assert result.single_category
    assert result.raw.value == result.ac.value == 1
    assert result.alpha.value is None


def test_nobody_to_compare_with_gives_nothing():
    assert agreement([], ANSWERS) is None
    assert agreement([["UA", None], [None, "A"], [None, None]], ANSWERS) is None


def test_one_item_has_values_but_no_interval():
    result = agreement([["UA", "UA", "A"]], ANSWERS)
    assert result.raw.value == pytest.approx(1 / 3)
    assert result.raw.low is result.ac.high is result.alpha.low is None


def test_half_right_on_an_ordinal_scale_is_better_than_wholly_wrong():
    steps = ("ingen", "råd", "föreläggande", "förbud")
    near = agreement([["ingen", "råd"], ["råd", "föreläggande"]], steps, scale="ordinal")
    far = agreement([["ingen", "förbud"], ["förbud", "ingen"]], steps, scale="ordinal")
    assert near.raw.value == pytest.approx(1 - 1 / 6)
    assert far.raw.value == 0
    assert near.ac.value > far.ac.value


def pairwise_raw(ratings):
    shares = []
    for item in ratings:
        answers = [answer for answer in item if answer is not None]
        pairs = list(combinations(answers, 2))
        if pairs:
            shares.append(np.mean([one == other for one, other in pairs]))
    return np.mean(shares)


@settings(deadline=None)
@given(some_ratings)
def test_raw_agreement_is_the_share_of_agreeing_pairs(ratings):
    result = agreement(ratings, ANSWERS)
    if result is None:
        assert all(sum(answer is not None for answer in item) < 2 for item in ratings)
        return
    assert result.raw.value == pytest.approx(pairwise_raw(ratings))
    assert result.unanimous == (result.raw.value == pytest.approx(1))


@settings(deadline=None)
@given(some_ratings)
def test_with_two_categories_the_scales_give_the_same(ratings):
    two = [
        [None if a is None else ("UA" if a in ("UA", "EA") else "A") for a in i] for i in ratings
    ]
    nominal = agreement(two, ("UA", "A"))
    ordinal = agreement(two, ("UA", "A"), scale="ordinal")
    if nominal is None:
        assert ordinal is None
        return
    for one, other in ((nominal.ac, ordinal.ac), (nominal.alpha, ordinal.alpha)):
        assert (one.value is None) == (other.value is None)
        if one.value is not None:
            assert one.value == pytest.approx(other.value)


@settings(deadline=None)
@given(some_ratings, st.randoms())
def test_the_order_of_raters_and_items_does_not_matter(ratings, random):
    turned = [
        list(item)
        for item in zip(
            *random.sample(list(zip(*ratings, strict=True)), len(ratings[0])), strict=True
        )
    ]
    random.shuffle(turned)
    first, second = (agreement(r, ANSWERS) for r in (ratings, turned))
    if first is None:
        assert second is None
        return
    assert first.ac.value == pytest.approx(second.ac.value)
    assert first.answers == second.answers


def test_the_interval_is_the_same_each_time_and_holds_the_value():
    first, second = agreement(NEARLY, ("UA", "A")), agreement(NEARLY, ("UA", "A"))
    assert first == second
    for measure in (first.raw, first.ac):
        assert measure.low < measure.value < measure.high


def rotating(items: int) -> list[list[str]]:
    """Every second item has one dissent, by another officer each time."""
    return [
        ["A" if i % 2 and place == i // 2 % 13 else "UA" for place in range(13)]
        for i in range(items)
    ]


def test_more_items_give_a_narrower_interval():
    few, many = (agreement(rotating(items), ("UA", "A")).raw for items in (26, 260))
    assert many.high - many.low < (few.high - few.low) / 2


def test_raw_agreements_interval_is_close_to_the_normal_one_where_officers_are_alike():
    many = rotating(260)
    own = np.array([1.0, 66 / 78] * 130)
    half = 1.96 * own.std() / np.sqrt(len(many))
    raw = agreement(many, ("UA", "A")).raw
    assert raw.high - raw.low == pytest.approx(2 * half, rel=0.1)


def test_an_officer_who_always_dissents_makes_it_unsure_however_many_the_items():
    assert agreement(NEARLY * 25, ("UA", "A")).raw.low < 0.85


@pytest.mark.parametrize("ratings", [[["UA", "UA", "A"]] * 2, [["UA", "A"]] * 3])
def test_of_two_items_or_two_officers_no_interval_can_be_told(ratings):
    found = agreement(ratings, ANSWERS)
    assert found.raw.low is found.ac.low is found.alpha.low is None


def test_alphas_interval_reaches_no_lower_than_alpha_can_be():
    found = agreement(NEARLY, ("UA", "A")).alpha
    assert found.low == found.value < 0 < found.high


@pytest.mark.parametrize(
    ("ratings", "categories", "reason"),
    [
        ([["UA", "?"]], ANSWERS, "not a category"),
        ([["UA", "UA"]], ("UA",), "two different"),
        ([["UA", "UA"]], ("UA", "UA"), "two different"),
        ([["UA", "UA"], ["UA"]], ANSWERS, "each rater"),
    ],
)
def test_impossible_ratings_are_refused(ratings, categories, reason):
    with pytest.raises(ValueError, match=reason):
        agreement(ratings, categories)
