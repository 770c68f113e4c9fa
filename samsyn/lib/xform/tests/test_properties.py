"""Whatever form and whatever answers: the server never crashes, accepts what is right and names what is missing."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from samsyn.lib.xform import (
    SubmissionRejected,
    compile_evaluation,
    parse_submission,
    read_workbook,
    validate,
    write_workbook,
)
from samsyn.lib.xform.tests.forms import form, judge
from samsyn.lib.xform.tests.parity.filling import fill
from samsyn.lib.xform.tests.parity.table import MOMENT, table

CODES = st.sampled_from(["a", "b"])
RIGHT = {
    "text": st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=30),
    "integer": st.integers(-(10**9), 10**9).map(str),
    "decimal": st.decimals(-(10**6), 10**6, places=3).map(str),
    "date": st.dates().map(str),
    "time": st.times().map(lambda time: time.strftime("%H:%M:%S")),
    "datetime": st.datetimes().map(lambda moment: moment.isoformat(timespec="seconds")),
    "select_one val": CODES,
    "select_multiple val": st.sets(CODES, min_size=1).map(lambda chosen: " ".join(sorted(chosen))),
    "geopoint": st.tuples(st.integers(-90, 90), st.integers(-180, 180)).map("{0[0]} {0[1]} 0 0".format),
}  # fmt: skip
KINDS = st.lists(st.tuples(st.sampled_from(sorted(RIGHT)), st.booleans()), min_size=1, max_size=6)
HOSTILE = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40)
EXPRESSIONS = st.sampled_from(
    [
        "${q0} = 'a'", "${q0} > 3", "selected(${q0}, 'a')", "date(${q0}) > today()", "round(${q0}, ${q0}) != 1", "regex(${q0}, ${q0})",
        "string-length(${q0}) > 2", "format-date(${q0}, '%Y') = '2026'", "int(${q0}) mod 2 = 0", "substr(${q0}, ${q0}, ${q0}) = ''",
        "selected-at(${q0}, ${q0}) = 'a'", "pow(${q0}, ${q0}) > 1", "decimal-date-time(${q0}) - 3 > 1", "once(${q0}) = 1",
        "concat(${q0}, number(${q0}), 1 div 0) = 'x'", "coalesce(${q0}, 'a') = 'a'", "jr:choice-name(${q0}, '${q0}') = 'A'",
        "min(${q0}, 2) < max(${q0}, 3)", "sum(${q0}) = 0", "position(${q0}) = 1", "date(${q0} * 1000000) = ''",
    ]
)  # fmt: skip


def survey(kinds):
    return [
        {"type": kind, "name": f"q{number}", "required": "yes" if required else ""}
        for number, (kind, required) in enumerate(kinds)
    ]


def as_xml(answers):
    root = etree.Element("data")
    for name, text in answers.items():
        etree.SubElement(root, name).text = text
    return b"".join(etree.tostring(child, encoding="utf-8") for child in root).decode()


@settings(max_examples=60, deadline=None)
@given(KINDS, st.data())
def test_what_is_right_by_construction_is_accepted_as_it_is(kinds, data):
    answers = {f"q{number}": data.draw(RIGHT[kind]) for number, (kind, _) in enumerate(kinds)}
    outcome = judge(form(*survey(kinds)), as_xml(answers))
    assert (outcome.faults, outcome.review) == ([], [])
    assert outcome.answers == {f"/data/{name}": text for name, text in answers.items()}


@settings(max_examples=60, deadline=None)
@given(KINDS, st.data())
def test_every_required_answer_that_is_missing_is_named_and_nothing_else(kinds, data):
    given_ = {
        f"q{number}": data.draw(RIGHT[kind])
        for number, (kind, _) in enumerate(kinds)
        if data.draw(st.booleans())
    }
    missing = [
        f"q{number}"
        for number, (_, required) in enumerate(kinds)
        if required and f"q{number}" not in given_
    ]
    outcome = judge(form(*survey(kinds)), as_xml(given_))
    assert [(fault.name, fault.code) for fault in outcome.faults] == [
        (name, "required") for name in missing
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(RIGHT)),
    EXPRESSIONS,
    st.sampled_from(["relevant", "constraint", "calculation", "required"]),
    HOSTILE | st.one_of(*RIGHT.values()),
    HOSTILE,
)
def test_no_answer_to_any_expression_crashes_the_server(kind, expression, column, first, second):
    asked = {"type": "calculate" if column == "calculation" else "text", "name": "q1"}
    made = form({"type": kind, "name": "q0"}, {**asked, column: expression})
    outcome = judge(made, as_xml({"q0": first, "q1": second}))
    assert isinstance(outcome.accepted, bool)


COMPILED = [(case, compile_evaluation(case.compiled())) for case in table()]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(COMPILED), st.data())
def test_a_filling_with_any_of_its_text_exchanged_is_judged_or_rejected(chosen, data):
    case, compiled = chosen
    root = etree.fromstring(fill(compiled.form, case.answers))
    element = data.draw(st.sampled_from(list(root.iter())))
    element.text = data.draw(HOSTILE)
    outcome = validate(compiled, parse_submission(etree.tostring(root)), moment=MOMENT)
    assert {fault.code for fault in outcome.faults} <= {"required", "constraint", "type", "choice"}


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet="<>/=\"'&;!-?[]ab å", max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_rejected(xml):
    try:
        parse_submission(xml)
    except SubmissionRejected as rejected:
        assert rejected.code


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(table()))
def test_a_form_downloaded_and_uploaded_again_is_the_same_form(case):
    again = read_workbook(write_workbook(case.workbook()))
    exchanged = type(case)(**{**case.__dict__})
    object.__setattr__(exchanged, "workbook", lambda: again)
    assert exchanged.compiled().content_hash == case.compiled().content_hash
