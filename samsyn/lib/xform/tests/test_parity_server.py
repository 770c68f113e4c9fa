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
    assert (judged["values"], judged["faults"]) == (case.values, case.faults)


@pytest.mark.parametrize("case", NAMED.values(), ids=NAMED)
def test_a_whole_and_honest_filling_needs_no_review(case):
    judged = judge_xml(case, fill(case.compiled(), nested(case.values)))
    assert judged["review"] == case.differs.get("review", {})


def test_the_table_is_large_and_its_names_are_unique():
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
