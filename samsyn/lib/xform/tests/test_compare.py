"""What differs between two versions, as the revision log says it."""

import pytest

from samsyn.lib.xform import compare_forms
from samsyn.lib.xform.tests.forms import SV, form

A, B, C = ({"type": "integer", "name": name} for name in "abc")


def codes(old, new):
    return [(change.name, change.code) for change in compare_forms(old, new)]


def test_a_form_compared_with_itself_has_not_changed():
    assert codes(form(A, B), form(A, B)) == []


def test_added_removed_and_moved():
    assert codes(form(A, B), form(B, C)) == [("c", "added"), ("a", "removed")]
    assert codes(form(A, B), form(B, A)) == [("b", "moved"), ("a", "moved")]


def test_moved_into_a_group():
    grouped = form(A, {"type": "begin group", "name": "g"}, B, {"type": "end group"})
    assert codes(form(A, B), grouped) == [("g", "added"), ("b", "moved")]


def test_a_question_added_before_does_not_move_the_others():
    assert codes(form(A, B), form(C, A, B)) == [("c", "added")]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (SV, "Ny fråga", "changed_label"), ("hint::Svenska (sv)", "Tips", "changed_hint"), ("required", "yes", "changed_required"),
        ("constraint", ". > 1", "changed_constraint"), ("relevant", "${b} = 1", "changed_relevant"), ("default", "2", "changed_default"),
        ("appearance", "w1", "changed_appearance"), ("type", "decimal", "changed_type"), ("samsyn_law", "MB 2:3", "changed_law"),
        ("samsyn_number", "7", "changed_number"), ("samsyn_purpose", "x", "changed_purpose"), ("samsyn_guidance", "x", "changed_guidance"),
        ("samsyn_deviation", "a", "changed_deviation"), ("samsyn_sanction_fee", "ja", "changed_sanction_fee"),
        ("samsyn_reference", "x", "changed_reference"),
    ],
)  # fmt: skip
def test_each_change_is_named(column, value, code):
    assert codes(form(B, A), form(B, {**A, column: value})) == [("a", code)]


def test_a_change_says_what_it_was_and_what_it_became():
    (change,) = compare_forms(form(A), form({**A, SV: "Ny"}))
    assert (change.label, change.params) == ("Ny", {"old": "a", "new": "Ny"})


def test_spaces_in_an_expression_are_no_change():
    assert codes(form({**A, "constraint": ". > 1"}), form({**A, "constraint": ".  >   1 "})) == []


def test_a_changed_list_of_answers():
    question = {"type": "select_one val", "name": "q"}
    old, new = form(question, choices={"val": ["a", "b"]}), form(question, choices={"val": ["a"]})
    (change,) = compare_forms(old, new)
    assert (change.code, change.params["new"]) == ("changed_choices", [("a", "A")])
