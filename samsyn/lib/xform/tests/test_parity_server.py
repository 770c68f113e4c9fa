"""The table through the server's own validation."""

import pytest

from samsyn.lib.xform.tests.parity.filling import fill, nested
from samsyn.lib.xform.tests.parity.judging import judge_xml
from samsyn.lib.xform.tests.parity.table import table

CASES = table()
NAMED = {f"{case.sheet}: {case.name}": case for case in CASES}


@pytest.mark.parametrize("case", NAMED.values(), ids=NAMED)
def test_the_server_comes_to_what_the_table_says(case):
    judged = judge_xml(case, fill(case.compiled(), case.answers, case.then, case.client))
    expected = {"values": case.values, "faults": case.faults} | case.server
    assert {name: judged[name] for name in expected} == expected


@pytest.mark.parametrize("case", NAMED.values(), ids=NAMED)
def test_an_answer_to_a_question_not_asked_is_left_out_and_said(case):
    form = case.compiled()
    hidden = [path for path in case.hidden if form.by_path[_plain(form, path)].is_question]
    for path in hidden:
        if form.by_path[_plain(form, path)].calculate or case.review:
            continue
        judged = judge_xml(case, fill(form, nested({**case.values, path: "x"})))
        assert path not in judged["values"]
        assert judged["review"] == {path: "not_relevant"}


@pytest.mark.parametrize("case", NAMED.values(), ids=NAMED)
def test_a_whole_and_honest_filling_needs_no_review(case):
    form = case.compiled()
    hidden = [path for path in case.hidden if form.by_path[_plain(form, path)].is_question]
    blanked = nested(dict.fromkeys(hidden, ""))
    filled = fill(form, case.answers, case.then, case.client, blanked, nested(case.values))
    if not case.differs:
        assert judge_xml(case, filled)["review"] == {}


def test_every_difference_has_its_reason():
    assert [
        case.name
        for case in CASES
        if bool(case.engine or case.server or case.review) != bool(case.differs)
    ] == []


def test_the_table_is_large_and_its_names_are_unique():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


def _plain(form, path):
    bare = "".join(part.split("]")[-1] for part in path.split("["))
    return f"/{form.items[0].path.split('/')[1]}/{bare}"
