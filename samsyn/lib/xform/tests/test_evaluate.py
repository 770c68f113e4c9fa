"""Judging a submission: its shape, the types of its answers, and what cannot be evaluated."""

import pytest

from samsyn.lib.xform.shape import MOST_REPEATS
from samsyn.lib.xform.tests.forms import faults, form, judge

TEXT = {"type": "text", "name": "a"}
REPEAT = (
    {"type": "begin repeat", "name": "r"},
    {"type": "integer", "name": "b", "required": "yes"},
    {"type": "end repeat"},
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("integer", "1.5"), ("integer", "ett"), ("integer", "1 000"), ("integer", "1" * 16), ("integer", "0x10"),
        ("decimal", "1,5"), ("decimal", "NaN"), ("decimal", "Infinity"), ("decimal", "1_0"), ("decimal", "."),
        ("date", "2026-02-29"), ("date", "23/11 2026"), ("date", "2026-11-23T10:00"), ("date", "20261123"),
        ("time", "24:00"), ("time", "8:30"), ("datetime", "igår"), ("datetime", "2026-11-23T25:00:00"),
        ("geopoint", "57,7 14,1"), ("geopoint", "57.7"), ("geopoint", "x y"), ("geopoint", "57 14 0 0 0"),
    ],
)  # fmt: skip
def test_an_answer_of_the_wrong_type_is_refused_by_name(kind, text):
    (fault,) = judge(form({"type": kind, "name": "a"}), f"<a>{text}</a>").faults
    assert (fault.name, fault.code, fault.params["value"]) == ("a", "type", text[:60])


@pytest.mark.parametrize(
    ("kind", "text"),
    [("select_one val", "c"), ("select_one val", "a b"), ("select_multiple val", "a c")],
)
def test_an_answer_that_is_no_choice_is_refused(kind, text):
    assert faults(form({"type": kind, "name": "a"}), f"<a>{text}</a>") == [("/data/a", "choice")]


@pytest.mark.parametrize(
    ("xml", "path"),
    [
        ("<x>1</x>", "/data/x"),
        ("<a>1</a><a>2</a>", "/data/a"),
        ("<a><b>1</b></a>", "/data/a"),
        ("<g><x/></g>", "/data/g/x"),
        ("<g/><g/>", "/data/g"),
        ("<meta><x/></meta><g><meta/></g>", "/data/g/meta"),
    ],
)
def test_what_the_form_does_not_have_is_refused(xml, path):
    made = form(TEXT, {"type": "begin group", "name": "g"}, {"type": "end group"})
    assert faults(made, xml) == [(path, "unknown_question")]


def test_what_a_client_leaves_out_counts_as_unanswered():
    made = form(
        {**TEXT, "required": "yes"},
        {"type": "begin group", "name": "g"},
        {"type": "text", "name": "b", "required": "yes"},
        {"type": "end group"},
    )
    assert faults(made, "") == [("/data/a", "required"), ("/data/g/b", "required")]
    assert faults(made, "<g/>") == [("/data/a", "required"), ("/data/g/b", "required")]


def test_a_repeat_without_rounds_is_well_and_its_template_is_no_round():
    template = '<r xmlns:jr="http://openrosa.org/javarosa" jr:template=""><b/></r>'
    assert faults(form(*REPEAT), "") == []
    assert faults(form(*REPEAT), template) == []
    assert faults(form(*REPEAT), template + "<r><b/></r>") == [("/data/r[1]/b", "required")]


def test_rounds_are_numbered_even_when_there_is_one():
    assert judge(form(*REPEAT), "<r><b>4</b></r>").answers == {"/data/r[1]/b": "4"}


def test_too_many_rounds_are_refused_once():
    assert faults(form(*REPEAT), "<r><b>1</b></r>" * MOST_REPEATS) == []
    assert faults(form(*REPEAT), "<r><b>1</b></r>" * (MOST_REPEATS + 50)) == [
        ("/data/r", "too_many_repeats")
    ]


def test_answers_stand_in_the_order_of_the_form_and_not_of_the_client():
    made = form(TEXT, {"type": "text", "name": "b"})
    assert list(judge(made, "<b>2</b><a>1</a>").answers) == ["/data/a", "/data/b"]


def test_all_faults_are_said_at_once():
    made = form(
        {**TEXT, "required": "yes"},
        {"type": "integer", "name": "b"},
        {"type": "integer", "name": "c", "constraint": ". > 5"},
    )
    assert faults(made, "<b>x</b><c>3</c>") == [
        ("/data/a", "required"),
        ("/data/b", "type"),
        ("/data/c", "constraint"),
    ]


def test_a_calculated_value_of_the_clients_own_is_replaced_and_said():
    made = form({"type": "calculate", "name": "c", "calculation": "1 + 1"})
    outcome = judge(made, "<c>5</c>")
    assert outcome.accepted
    assert outcome.answers == {"/data/c": "2"}
    (review,) = outcome.review
    assert (review.code, review.params) == ("calculated", {"given": "5", "computed": "2"})


def test_two_and_two_point_nought_are_the_same_calculated_value():
    made = form({"type": "calculate", "name": "c", "calculation": "1 + 1"})
    assert judge(made, "<c>2.0</c>").review == []


@pytest.mark.parametrize(
    ("column", "expression"),
    [
        ("constraint", "regex(., ../p)"),
        ("relevant", "regex('aaa', ../p)"),
        ("required", "regex('aaa', ../p)"),
        ("constraint", "string(date(number(../n))) = ''"),
        ("constraint", "round(number(../n), number(../n)) > 0"),
    ],
)
def test_what_cannot_be_evaluated_is_kept_for_review_and_refuses_nothing(column, expression):
    made = form(
        {"type": "text", "name": "p"},
        {"type": "text", "name": "n"},
        {**TEXT, column: expression},
    )
    answer = "" if column == "required" else "x"
    outcome = judge(made, f"<p>[</p><n>1e15</n><a>{answer}</a>")
    assert outcome.accepted
    assert [fault.code for fault in outcome.review] == ["not_evaluated"]
    assert outcome.answers.get("/data/a", "") == answer


def test_a_calculation_that_cannot_be_evaluated_keeps_what_the_client_had():
    made = form(
        {"type": "text", "name": "n"},
        {"type": "calculate", "name": "c", "calculation": "string(date(number(../n)))"},
    )
    outcome = judge(made, "<n>1e15</n><c>klientens</c>")
    assert outcome.answers["/data/c"] == "klientens"
    assert [fault.code for fault in outcome.review] == ["not_evaluated"]


def test_a_text_too_long_for_a_pattern_is_kept_for_review():
    made = form({**TEXT, "constraint": "regex(., '[a-z]*')"})
    outcome = judge(made, f"<a>{'a' * 2001}</a>")
    assert outcome.accepted
    assert [fault.code for fault in outcome.review] == ["not_evaluated"]


def test_an_answer_asked_for_by_the_clients_clock_is_kept():
    made = form({**TEXT, "relevant": "today() < date('2026-11-23')"})
    outcome = judge(made, "<a>i går</a>")
    assert outcome.answers == {"/data/a": "i går"}
    assert [fault.code for fault in outcome.review] == ["not_relevant"]
    assert judge(made, "").review == []


def test_what_today_decides_is_not_missing_for_certain():
    made = form(
        {"type": "begin group", "name": "g", "relevant": "today() >= date('2026-11-23')"},
        {**TEXT, "required": "yes"},
        {"type": "end group"},
    )
    outcome = judge(made, "<g><a/></g>")
    assert outcome.accepted
    assert [fault.code for fault in outcome.review] == ["required"]


def test_a_client_that_leaves_calculations_out_gets_no_doubt_by_it():
    made = form(
        {"type": "calculate", "name": "c", "calculation": "1 + 1"},
        {"type": "integer", "name": "b", "constraint": ". = ${c}"},
    )
    assert faults(made, "<b>3</b>") == [("/data/b", "constraint")]


def test_relevance_that_is_always_false_hides():
    made = form({**TEXT, "relevant": "false()", "required": "yes"})
    assert judge(made, "<a/>").accepted
    assert [fault.code for fault in judge(made, "<a>x</a>").review] == ["not_relevant"]


def test_the_label_of_a_choice_is_the_swedish_one():
    made = form(
        {"type": "select_one val", "name": "v"},
        {**TEXT, "relevant": "jr:choice-name(${v}, '${v}') = 'B'"},
    )
    assert judge(made, "<v>b</v><a>x</a>").review == []
    assert judge(made, "<v>b</v><a>x</a>").answers["/data/a"] == "x"
