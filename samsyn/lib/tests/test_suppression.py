"""Small cells cannot be read, subtracted or solved for in a protected table.

The attacker here is independent of the module: he writes down all published sums as equations,
knows the rule and even which hidden cells are not zero, and solves for the least and the most
each hidden number can be.
"""

import subprocess
import sys
from collections import OrderedDict

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from samsyn.lib import suppression
from samsyn.lib.suppression import (
    Sum,
    protect,
    protect_answers,
    protect_answers_each,
    protect_crosstab,
    protect_crosstab_each,
)

small = st.one_of(st.integers(0, 7), st.integers(0, 40))
tables = st.tuples(st.integers(1, 5), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(small, min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)
office_answers = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 12), st.integers(0, 6), st.integers(0, 4)),
    min_size=1,
    max_size=6,
)


def with_totals(table):
    table = np.asarray(table)
    table = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([table, table.sum(axis=0)])


def attack(values, shown, equations, cell):
    """(least, most) the cell can be, given the visible numbers and the equations."""
    values, shown = np.ravel(values), np.ravel(shown)
    bounds = [
        (value, value) if visible else (min(value, 1), None)
        for value, visible in zip(values, shown, strict=True)
    ]
    ends = []
    for direction in (1, -1):
        goal = np.zeros(values.size)
        goal[cell] = direction
        found = linprog(goal, A_eq=equations, b_eq=np.zeros(len(equations)), bounds=bounds)
        assert found.status in (0, 3)  # solved, or without limit
        ends.append(np.inf if found.status == 3 else direction * found.fun)
    return ends[0], ends[1]


def crosstab_equations(rows, columns):
    at = np.arange((rows + 1) * (columns + 1)).reshape(rows + 1, columns + 1)
    equations = []
    for line in [*at, *at.T]:
        equation = np.zeros(at.size)
        equation[line[:-1]], equation[line[-1]] = 1, -1
        equations.append(equation)
    return np.array(equations)


def answers_equations(offices):
    at = np.arange((offices + 1) * 6).reshape(offices + 1, 6)
    equations = []
    for row in at:
        for total, parts in ((row[4], row[:2]), (row[5], row[[2, 3, 4]]), (row[5], row[:4])):
            equation = np.zeros(at.size)
            equation[parts], equation[total] = 1, -1
            equations.append(equation)
    for column in at.T:
        equation = np.zeros(at.size)
        equation[column[:-1]], equation[column[-1]] = 1, -1
        equations.append(equation)
    return np.array(equations)


def full_crosstab(table, k=5):
    """Values and marks of the whole published table, totals last."""
    shown = protect_crosstab(np.asarray(table), k)
    marks = np.zeros((len(table) + 1, len(table[0]) + 1), bool)
    marks[:-1, :-1], marks[:-1, -1] = shown.cells, shown.row_totals
    marks[-1, :-1], marks[-1, -1] = shown.column_totals, shown.total
    return with_totals(table), marks


def full_answers(offices, shown=None):
    shown = shown or protect_answers(np.array(offices))
    answers = np.vstack([offices, np.sum(offices, axis=0)])
    values = np.column_stack([answers, answers[:, :2].sum(axis=1), answers.sum(axis=1)])
    return values, np.column_stack([shown.answers, shown.assessed, shown.answered])


def assert_unsolvable(values, marks, equations, k=5):
    for cell in np.flatnonzero((np.ravel(values) > 0) & (np.ravel(values) < k)):
        assert not np.ravel(marks)[cell]
        least, most = attack(values, marks, equations, cell)
        assert most >= k - 1e-6
        assert least < most - 1e-6


# The proof


@settings(max_examples=80, deadline=None)
@given(tables, st.sampled_from([3, 5]))
def test_no_small_cell_of_a_crosstab_can_be_solved_for(table, k):
    values, marks = full_crosstab(table, k)
    assert_unsolvable(values, marks, crosstab_equations(len(table), len(table[0])), k)


@settings(max_examples=60, deadline=None)
@given(office_answers)
def test_no_small_count_of_answers_can_be_solved_for(offices):
    values, marks = full_answers(offices)
    assert_unsolvable(values, marks, answers_equations(len(offices)))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_county_of_twelve_offices_holds_too(seed):
    rng = np.random.default_rng(seed)
    sizes = rng.integers(2, 26, 12)
    offices = [rng.multinomial(size, [0.5, 0.3, 0.15, 0.05]) for size in sizes]
    values, marks = full_answers(offices)
    assert_unsolvable(values, marks, answers_equations(12))
    assert marks[-1, 5]  # the county's number of objects can still be told


@settings(max_examples=80, deadline=None)
@given(office_answers)
@example([(0, 0, 0, 1), (0, 1, 0, 0)])  # nothing assessed in an office of one
@example([(0, 0, 0, 1), (0, 20, 0, 0)])
def test_what_few_objects_did_not_answer_is_not_told_either(offices):
    values, marks = full_answers(offices)
    equations = answers_equations(len(offices))
    for row, column in np.argwhere(values[:-1, :4] == 0):
        county_says_zero = values[-1, column] == 0 and marks[-1, column]
        if 0 < values[row, 5] < 5 and not county_says_zero:
            assert not marks[row, column]
            assert attack(values, marks, equations, row * 6 + column)[1] >= 5 - 1e-6


def test_the_attacker_of_these_tests_does_find_an_unprotected_cell():
    values = with_totals([[10, 3], [12, 9]])
    marks = np.array([[True, False, True], [True, True, True], [True, True, True]])
    assert attack(values, marks, crosstab_equations(2, 2), 1) == (3, 3)


def test_hiding_only_the_small_cells_would_not_do():
    # Two hidden in each row and column, and still solvable: they cannot pass what sums allow.
    values = with_totals([[1, 1, 20], [1, 1, 20], [20, 20, 20]])
    marks = np.ones(values.shape, bool)
    marks[:2, :2] = False
    assert attack(values, marks, crosstab_equations(3, 3), 0)[1] < 5
    _, protected = full_crosstab([[1, 1, 20], [1, 1, 20], [20, 20, 20]])
    assert protected.sum() < marks.sum()


# The rule


def test_a_table_without_small_cells_is_shown_whole():
    _, marks = full_crosstab([[10, 20], [5, 0]])
    assert marks.all()


def test_one_small_cell_takes_three_others_with_it():
    _, marks = full_crosstab([[10, 3, 30], [12, 9, 30], [40, 50, 60]])
    assert not marks[0, 1]
    assert (~marks).sum() == 4
    assert marks[-1].all()
    assert marks[:, -1].all()


def test_the_limit_itself_is_shown():
    _, marks = full_crosstab([[5, 10], [10, 5]])
    assert marks.all()
    _, marks = full_crosstab([[4, 10], [10, 5]])
    assert not marks[0, 0]


def test_a_zero_of_a_large_row_is_shown():
    shown = protect_crosstab(np.array([[20, 0, 9], [12, 13, 14]]))
    assert shown.cells.all()


def test_a_small_row_is_hidden_with_its_zeros_and_its_total():
    shown = protect_answers(np.array([[3, 0, 0, 0], [20, 10, 8, 7], [20, 10, 8, 7]]))
    assert not shown.answers[0].any()
    assert not shown.assessed[0]
    assert not shown.answered[0]
    assert not shown.shares[0]


def test_an_office_with_nothing_is_no_secret():
    shown = protect_answers(np.array([[0, 0, 0, 0], [20, 10, 8, 7]]))
    assert shown.answers[0].all()
    assert shown.answered[0]


def test_a_column_of_zeros_says_nothing_of_a_small_office():
    shown = protect_answers(np.array([[3, 1, 0, 0], [20, 10, 0, 7], [20, 10, 0, 9]]))
    assert shown.answers[:, 2].all()


def test_a_lone_small_count_hides_its_total_too():
    shown = protect_crosstab(np.array([[3]]))
    assert not (shown.cells.any() or shown.row_totals.any() or shown.column_totals.any())
    assert not shown.total


def test_a_share_is_shown_only_with_all_it_is_made_of():
    shown = protect_answers(np.array([[30, 20, 8, 7], [25, 3, 8, 9], [25, 15, 8, 9]]))
    assert not shown.shares[1]
    expected = shown.answers[:, 0] & shown.answers[:, 1] & shown.assessed
    assert shown.shares.tolist() == expected.tolist()


def test_the_result_tells_marks_and_never_values():
    shown = protect_answers(np.array([[30, 2, 8, 7], [25, 3, 8, 9]]))
    assert shown.answers.dtype == shown.assessed.dtype == shown.answered.dtype == bool


def test_the_same_table_is_always_hidden_the_same_way():
    table = np.array([[10, 3, 30], [12, 9, 2], [4, 50, 60]])
    first, second = protect_crosstab(table), protect_crosstab(table)
    assert first.cells.tolist() == second.cells.tolist()


def test_sums_of_three_levels_are_protected():
    # Offices 0-1 make county 2, offices 3-4 county 5, both the country 6.
    values = np.array([2, 8, 10, 9, 9, 18, 28])
    sums = [Sum(2, (0, 1)), Sum(5, (3, 4)), Sum(6, (2, 5))]
    shown = protect(values, sums)
    assert shown.tolist() == [False, False, True, True, True, True, True]


# Refusals


@pytest.mark.parametrize("bad", [[1, 2], [[1.5, 2.0]], [[]], [[-1, 2]]])
def test_what_is_no_table_of_counts_is_refused(bad):
    with pytest.raises(ValueError, match="whole numbers"):
        protect_crosstab(np.array(bad))


def test_other_refusals():
    with pytest.raises(ValueError, match="four columns"):
        protect_answers(np.array([[1, 2, 3]]))
    with pytest.raises(ValueError, match="protects nothing"):
        protect_crosstab(np.array([[1, 2]]), k=1)
    with pytest.raises(ValueError, match="sums of their parts"):
        protect(np.array([1, 2, 4]), [Sum(2, (0, 1))])


def test_the_solver_is_loaded_only_when_a_table_is_protected():
    # 50 MB that web processes do not carry until they compute a fixed table.
    look = "import sys, samsyn.lib.suppression; print('scipy' in sys.modules)"
    seen = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert seen.stdout == "False\n"


@settings(max_examples=40, deadline=None)
@given(tables)
def test_what_is_large_everywhere_is_never_hidden(table):
    lifted = [[count + 5 for count in row] for row in table]
    _, marks = full_crosstab(lifted)
    assert marks.all()


@settings(max_examples=40, deadline=None)
@given(tables, st.randoms())
def test_the_order_of_rows_decides_nothing_about_what_is_sensitive(table, random):
    turned = random.sample(table, len(table))
    for rows in (table, turned):
        values, marks = full_crosstab(rows)
        assert not marks[(values > 0) & (values < 5)].any()


@given(st.lists(office_answers, min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_tables_protected_together_hold_as_each_by_itself(several):
    for offices, shown in zip(several, protect_answers_each(several), strict=True):
        values, marks = full_answers(offices, shown)
        assert_unsolvable(values, marks, answers_equations(len(offices)))


def test_a_table_is_worked_out_once(monkeypatch):
    table = [[31, 2, 0, 4], [1, 17, 3, 3]]
    first = protect_answers(table)

    def never(lifts):
        assert not lifts, "worked out again"
        return []

    monkeypatch.setattr("samsyn.lib.suppression._cheapest_changes", never)
    again, cross = protect_answers(np.array(table)), [[40, 50]]
    assert (again.answers == first.answers).all()
    assert protect_crosstab(cross).cells.all()
    with pytest.raises(AssertionError, match="worked out again"):
        protect_answers(table, 6)


def test_what_is_remembered_cannot_be_changed():
    shown = protect_answers([[31, 2, 0, 4]])
    with pytest.raises(ValueError, match="read-only"):
        shown.answers[0, 0] = True


def test_no_table_is_no_question():
    assert protect_answers_each([]) == []
    assert protect_crosstab_each([]) == []


@settings(deadline=None, max_examples=30)
@given(office_answers)
def test_a_large_table_solved_among_its_cheapest_numbers_holds_too(offices):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suppression, "_LARGE", 0)
        patch.setattr(suppression, "_CHEAPEST", 3)
        patch.setattr(suppression, "_REMEMBERED", OrderedDict())
        patch.setattr(suppression, "_SHORT", 20)
        values, marks = full_answers(offices)
    assert_unsolvable(values, marks, answers_equations(len(offices)))
