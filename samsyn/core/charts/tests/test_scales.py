import pytest

from samsyn.core.charts.scales import Scale, round_step, ticks


def test_a_scale_may_run_upwards():
    assert Scale(0, 100, 250, 50)(25) == 200


def test_a_scale_without_span_does_not_divide_by_zero():
    assert Scale(3, 3, 10, 20)(3) == 10


@pytest.mark.parametrize(
    ("values", "expected"),
    [([7], [0, 2, 4, 6, 8]), ([0.6], [0, 0.2, 0.4, 0.6]), ([225], [0, 100, 200, 300]), ([0], [0, 1]),
     ([-0.22, 1], [-0.5, 0, 0.5, 1])],
)  # fmt: skip
def test_ticks_start_at_zero_and_reach_over_the_largest(values, expected):
    assert ticks(values) == pytest.approx(expected)


def test_whole_ticks_never_split_an_object():
    assert ticks([2], whole=True) == [0, 1, 2]


@pytest.mark.parametrize("span", [0.003, 0.7, 1, 9, 10, 999, 123456])
def test_a_step_is_round_and_gives_no_more_steps_than_wanted(span):
    step = round_step(span, 4)
    assert span / step <= 4 + 1e-6
    digits = f"{step:.10g}".strip("0.").replace(".", "")
    assert digits.lstrip("0") in {"1", "2", "25", "5"}
