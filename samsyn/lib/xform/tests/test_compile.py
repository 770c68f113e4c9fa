"""From sheets to a form: what is built, and everything that is wrong said by sheet, row and column."""

import pytest
from lxml import etree

from samsyn.lib.xform import FormRefused, Workbook, compile_form
from samsyn.lib.xform.tests.forms import SV, form, problems, rows


def said(*listed, **more):
    return [(one.code, one.sheet, one.row, one.column) for one in problems(*listed, **more)]


def test_a_form_has_its_items_in_order_with_path_group_and_round():
    made = form(
        {"type": "begin group", "name": "g"},
        {"type": "text", "name": "a"},
        {"type": "begin repeat", "name": "r"},
        {"type": "integer", "name": "b"},
        {"type": "end repeat"},
        {"type": "end group"},
        {"type": "note", "name": "n"},
    )
    assert [(one.type, one.path, one.parent, one.repeat, one.row) for one in made.items] == [
        ("group", "/data/g", "/data", "", 2),
        ("text", "/data/g/a", "/data/g", "", 3),
        ("repeat", "/data/g/r", "/data/g", "", 4),
        ("integer", "/data/g/r/b", "/data/g/r", "/data/g/r", 5),
        ("note", "/data/n", "/data", "", 8),
    ]
    assert [one.name for one in made.questions] == ["a", "b"]


def test_everything_of_a_row_reaches_the_form():
    (item,) = form(
        {
            "type": "integer", "name": "a", SV: "Antal", "label::English (en)": "Number", "hint::Svenska (sv)": "Räkna",
            "required": "yes", "required_message::Svenska (sv)": "Ange antal", "constraint": ". > 0",
            "constraint_message::Svenska (sv)": "Mer än noll", "default": "1", "read_only": "yes", "appearance": "w1",
            "samsyn_law": "MB 26 kap. 19 §; NFS 2016:8", "samsyn_number": "3A",
        },
    ).items  # fmt: skip
    assert item.label == {"sv": "Antal", "en": "Number"}
    assert item.hint == {"sv": "Räkna"}
    assert (item.required, item.constraint) == ("true()", ". > 0")
    assert item.required_message == {"sv": "Ange antal"}
    assert item.constraint_message == {"sv": "Mer än noll"}
    assert (item.default, item.readonly, item.appearance) == ("1", True, "w1")
    assert (item.own.law, item.own.number) == (("MB 26 kap. 19 §", "NFS 2016:8"), "3A")


def test_languages_stand_with_swedish_first_and_a_plain_label_is_swedish():
    two = form({"type": "text", "name": "a", "label::English (en)": "A"})
    assert two.languages == ("sv", "en")
    plain = compile_form(
        Workbook(survey=[{"type": "text", "name": "a", "label": "Fråga"}]),
        form_id="p",
        version="1",
        title="P",
    )
    assert plain.languages == ("sv",)
    assert plain.items[0].label == {"sv": "Fråga"}


def test_the_same_sheets_give_the_same_fingerprint_and_a_changed_law_another():
    law = {"type": "text", "name": "a", "samsyn_law": "MB 26 kap. 19 §"}
    assert form(law).content_hash == form(law).content_hash
    assert form(law).content_hash != form({**law, "samsyn_law": "MB 26 kap. 21 §"}).content_hash


def test_shorthands_bring_their_lists():
    made = form(
        {"type": "yes_no", "name": "a"}, {"type": "select_one  ua_a_ek_ea", "name": "b"}, choices={}
    )
    assert made.codes_of(made.by_name["a"]) == ("ja", "nej")
    assert made.codes_of(made.by_name["b"]) == ("ua", "a", "ek", "ea")
    assert [one.name for one in made.coded_questions()] == ["a", "b"]


def test_a_list_of_the_authors_own_with_that_name_stands():
    made = form({"type": "yes_no", "name": "a"}, choices={"ja_nej": ["ja", "nej", "vet_ej"]})
    assert made.codes_of(made.by_name["a"]) == ("ja", "nej", "vet_ej")


def test_patterns_reach_every_client_as_patterns_of_the_whole_text():
    made = form(
        {"type": "text", "name": "a", "constraint": "regex(., 'a|b')"},
        {"type": "text", "name": "b", "relevant": 'regex( ${a} ,"^[0-9]+$") or ${a} = "^[0-9]+$"'},
    )
    binds = {
        bind.get("nodeset"): bind
        for bind in etree.fromstring(made.xform.encode()).iter("{*}bind")
    }  # fmt: skip
    assert binds["/data/a"].get("constraint") == "regex(., '^(?:a|b)$')"
    assert '"^(?:^[0-9]+$)$"' in binds["/data/b"].get("relevant")
    assert binds["/data/b"].get("relevant").endswith('= "^[0-9]+$"')


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([{"type": "", "name": "a"}], ("no_type", "survey", 2, "type")),
        ([{"type": "video", "name": "a"}], ("unknown_type", "survey", 2, "type")),
        ([{"type": "text", "name": ""}], ("no_name", "survey", 2, "name")),
        ([{"type": "text", "name": "två ord"}], ("bad_name", "survey", 2, "name")),
        ([{"type": "text", "name": "1a"}], ("bad_name", "survey", 2, "name")),
        ([{"type": "text", "name": "a"}, {"type": "text", "name": "A"}], ("duplicate_name", "survey", 3, "name")),
        ([{"type": "select_one finns_ej", "name": "a"}], ("unknown_list", "survey", 2, "type")),
        ([{"type": "select_multiple", "name": "a"}], ("unknown_list", "survey", 2, "type")),
        ([{"type": "text", "name": "a", SV: ""}], ("no_label", "survey", 2, "label")),
        ([{"type": "end group"}], ("end_without_begin", "survey", 2, "type")),
        ([{"type": "begin group", "name": "g"}, {"type": "text", "name": "a"}], ("begin_without_end", "survey", 2, "type")),
        ([{"type": "begin group", "name": "g"}, {"type": "end repeat"}], ("end_without_begin", "survey", 3, "type")),
        ([{"type": "text", "name": "a", "relevant": "1 +"}], ("bad_expression", "survey", 2, "relevant")),
        ([{"type": "text", "name": "a", "constraint": ". = 'x"}], ("bad_expression", "survey", 2, "constraint")),
        ([{"type": "text", "name": "a", "required": "foo()"}], ("unknown_function", "survey", 2, "required")),
        ([{"type": "text", "name": "a", "relevant": "pulldata('x', 'y', 'z', ${a}) = 1"}], ("unknown_function", "survey", 2, "relevant")),
        ([{"type": "text", "name": "a"}, {"type": "calculate", "name": "b", "calculation": "count(${a} | ${a})"}], ("unknown_function", "survey", 3, "calculation")),
        ([{"type": "text", "name": "a", "relevant": "/data/x = 1"}], ("unknown_reference", "survey", 2, "relevant")),
        ([{"type": "text", "name": "a", "relevant": "../b/c = 1"}], ("unknown_reference", "survey", 2, "relevant")),
        ([{"type": "text", "name": "a", "constraint": "regex(., '[')"}], ("bad_pattern", "survey", 2, "constraint")),
        ([{"type": "text", "name": "a", "constraint": "regex(., '(a+)+b')"}], ("bad_pattern", "survey", 2, "constraint")),
        ([{"type": "calculate", "name": "a", "calculation": "${b}"}, {"type": "calculate", "name": "b", "calculation": "${a} + 1"}], ("circle", "survey", 2, "calculation")),
        ([{"type": "calculate", "name": "a", "calculation": "${a} + 1"}], ("circle", "survey", 2, "calculation")),
        ([{"type": "text", "name": "a", "relevant": "${b} = 1"}, {"type": "text", "name": "b", "relevant": "${a} = 1"}], ("circle", "survey", 2, "calculation")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_what_is_wrong_is_said_by_its_place(listed, expected):
    assert expected in said(*listed)


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_the_sheet():
    assert said(
        {"type": "text", "name": "a b"},
        {"type": "nothing", "name": "b"},
        {"type": "text", "name": "c"},
        {"type": "select_one finns_ej", "name": "c"},
    ) == [
        ("bad_name", "survey", 2, "name"),
        ("unknown_type", "survey", 3, "type"),
        ("duplicate_name", "survey", 5, "name"),
        ("unknown_list", "survey", 5, "type"),
    ]


def test_a_duplicate_says_where_its_first_stands_and_a_circle_its_way():
    (twice,) = problems({"type": "text", "name": "a"}, {"type": "text", "name": "a"})
    assert twice.params == {"name": "a", "first": 2}
    (circle,) = problems(
        {"type": "calculate", "name": "a", "calculation": "${b}"},
        {"type": "calculate", "name": "b", "calculation": "${c}"},
        {"type": "calculate", "name": "c", "calculation": "${a}"},
    )
    assert circle.params == {"circle": "a -> b -> c -> a"}


@pytest.mark.parametrize(
    ("name", "code"), [("", "bad_choice_name"), ("två ord", "bad_choice_name")]
)
def test_an_answers_name_must_be_one_word(name, code):
    question = {"type": "select_one val", "name": "a"}
    assert said(question, choices={"val": [name, "b"]})[0] == (code, "choices", 2, "name")


def test_the_same_answer_twice_in_a_list_is_said_and_in_two_lists_is_well():
    question = {"type": "select_one val", "name": "a"}
    assert said(question, choices={"val": ["a", "a"]}) == [
        ("duplicate_choice", "choices", 3, "name")
    ]
    assert said(question, choices={"val": ["a"], "x": ["a"]}) == []


def test_an_empty_sheet_is_no_form():
    with pytest.raises(FormRefused) as caught:
        compile_form(Workbook(), form_id="p", version="1", title="P")
    assert [one.code for one in caught.value.problems] == ["no_questions"]


def test_a_reference_to_no_question_keeps_the_spreadsheets_own_row():
    listed = rows({"type": "text", "name": "a"}, {"type": "text", "name": "b", "relevant": "${x} = 1"})  # fmt: skip
    listed[1]["_row"] = 17
    with pytest.raises(FormRefused) as caught:
        compile_form(Workbook(survey=listed), form_id="p", version="1", title="P")
    (problem,) = caught.value.problems
    assert (problem.code, problem.row) == ("not_a_form", 17)
    assert "x" in problem.params["why"]


def test_a_form_of_two_thousand_questions_compiles():
    made = form(*({"type": "integer", "name": f"q{n}"} for n in range(2000)))
    assert len(made.items) == 2000
