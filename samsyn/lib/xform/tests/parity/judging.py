"""What the server makes of one XML of a case, with paths as the table writes them."""

from typing import Any

from samsyn.lib.xform import Fault, compile_evaluation, parse_submission, validate
from samsyn.lib.xform.tests.parity.table import MOMENT, Case


def judge_xml(case: Case, xml: bytes) -> dict[str, Any]:
    """`values`, `faults` (path and code) and `review` (path, code and what differs)."""
    form = case.compiled()
    outcome = validate(compile_evaluation(form), parse_submission(xml), moment=MOMENT)
    top = f"/{form.items[0].path.split('/')[1]}/"

    def short(found: list[Fault]) -> dict[str, str]:
        return {fault.path.removeprefix(top): fault.code for fault in found}

    values = {path.removeprefix(top): value for path, value in outcome.answers.items()}
    return {"values": values, "faults": short(outcome.faults), "review": short(outcome.review)}
